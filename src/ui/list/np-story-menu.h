/* The menu of one or several stories. */
#pragma once

#include "model/np-story.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *np_story_menu_new (GPtrArray *stories);

G_END_DECLS
