/* What stays over the list of topics however far it is scrolled: a filter, and topics that are pinned, so that they are
 * in reach of every drag. */
#pragma once

#include "ui/sidebar/np-sidebar-model.h"
#include "ui/sidebar/np-sidebar-rows.h"

G_BEGIN_DECLS

#define NP_TYPE_TOPIC_SHELF (np_topic_shelf_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicShelf, np_topic_shelf, NP, TOPIC_SHELF, GtkWidget)

/* Signal "picked" (const char *key): a pinned topic was pressed. */
void np_topic_shelf_set_library (NpTopicShelf *self, NpLibrary *library, NpSidebarModel *model, NpSidebarRows *rows);
void np_topic_shelf_set_pinned (NpTopicShelf *self, const char *const *keys);
char **np_topic_shelf_dup_pinned (NpTopicShelf *self);
void np_topic_shelf_toggle (NpTopicShelf *self, const char *key);
void np_topic_shelf_toggle_hidden (NpTopicShelf *self);
void np_topic_shelf_focus_filter (NpTopicShelf *self);

G_END_DECLS
