/* Brings the rows of topics in step with the topics. */
#pragma once

#include "model/np-topic-tree.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean np_sidebar_sync_store (GListStore *store, guint fixed, GPtrArray *topics);
GHashTable *np_sidebar_sync_group (NpTopicTree *tree, const char *filter, gboolean hidden);

G_END_DECLS
