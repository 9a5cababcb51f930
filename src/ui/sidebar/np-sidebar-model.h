/* The rows of the sidebar as one GListModel of GtkTreeListRow over NpSidebarItem. It follows the library. */
#pragma once

#include "library/np-library.h"
#include "ui/sidebar/np-sidebar-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_SIDEBAR_MODEL (np_sidebar_model_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebarModel, np_sidebar_model, NP, SIDEBAR_MODEL, GObject)

/* Signals: "updating" () rows are about to come and go, many maybe; "updated" () they are others now, and positions
 * have to be looked up again. */
NpSidebarModel *np_sidebar_model_new (NpLibrary *library, const char *const *expanded);
GtkTreeListModel *np_sidebar_model_get_rows (NpSidebarModel *self);
guint np_sidebar_model_find_place (NpSidebarModel *self, NpPlace place);
guint np_sidebar_model_find_topic (NpSidebarModel *self, const char *key);
void np_sidebar_model_set_expanded (NpSidebarModel *self, GtkTreeListRow *row, gboolean expanded);
void np_sidebar_model_set_filter (NpSidebarModel *self, const char *text);
gboolean np_sidebar_model_is_anew (NpSidebarModel *self);
void np_sidebar_model_toggle_hidden (NpSidebarModel *self);
void np_sidebar_model_reveal_topic (NpSidebarModel *self, const char *key);
void np_sidebar_model_open_topic (NpSidebarModel *self, const char *key);
char **np_sidebar_model_dup_expanded (NpSidebarModel *self);

G_END_DECLS
