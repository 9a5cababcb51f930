/* The New shelf as a list: the items of all feeds in one order. */
#pragma once

#include "model/np-followed.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *np_new_shelf_collect (const NpFollowing *following);
void np_new_shelf_show (GListStore *store, GPtrArray *items);

G_END_DECLS
