/* Brings the rows of topics in step with the topics. */
#pragma once

#include "model/np-topic-tree.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* All topics of a tree, with what is asked of them again and again. */
typedef struct _NpSidebarTopics NpSidebarTopics;

NpSidebarTopics *np_sidebar_topics_new (NpTopicTree *tree);
void np_sidebar_topics_free (NpSidebarTopics *self);
gboolean np_sidebar_topics_are_of (NpSidebarTopics *self, NpTopicTree *tree);
GHashTable *np_sidebar_sync_new_known (void);
void np_sidebar_sync_forget (GHashTable *known, NpTopicTree *tree);
gboolean np_sidebar_sync_store (GListStore *store, guint fixed, GPtrArray *topics, GHashTable *known);
GHashTable *np_sidebar_sync_group (NpSidebarTopics *self, const char *filter, gboolean hidden);

G_END_DECLS
