/* The first pane: places and topics. */
#pragma once

#include "ui/np-changer.h"
#include "ui/sidebar/np-topic-shelf.h"

G_BEGIN_DECLS

#define NP_TYPE_SIDEBAR (np_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebar, np_sidebar, NP, SIDEBAR, GtkWidget)

/* Signals: "place-selected" (NpPlace place as int, const char *topic) something else is shown; "place-activated" () the
 * row was pressed: go on to the list. */
void np_sidebar_set_library (NpSidebar *self, NpLibrary *library, NpChanger *changer, const char *const *expanded);
void np_sidebar_select (NpSidebar *self, NpPlace place, const char *topic);
void np_sidebar_unselect (NpSidebar *self);
NpPlace np_sidebar_get_place (NpSidebar *self);
const char *np_sidebar_get_topic (NpSidebar *self);
char **np_sidebar_dup_expanded (NpSidebar *self);
void np_sidebar_rename (NpSidebar *self, const char *key);
void np_sidebar_new_topic (NpSidebar *self, const char *parent, const char *const *ids);
NpTopicShelf *np_sidebar_get_shelf (NpSidebar *self);
void np_sidebar_set_title_buttons (NpSidebar *self, gboolean end, const char *layout);
void np_sidebar_open_add (NpSidebar *self);
gboolean np_sidebar_has_focus (NpSidebar *self);

G_END_DECLS
