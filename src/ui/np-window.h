/* The window with its three panes. */
#pragma once

#include "ui/list/np-list-page.h"
#include "ui/np-changer.h"
#include "ui/np-settings.h"
#include "ui/sidebar/np-sidebar.h"
#include "ui/story/np-story-page.h"

G_BEGIN_DECLS

#define NP_TYPE_WINDOW (np_window_get_type ())
G_DECLARE_FINAL_TYPE (NpWindow, np_window, NP, WINDOW, AdwApplicationWindow)

/* Signal "changed" (): what can be done now is something else: other stories are meant, or they or the history changed.
 */
NpWindow *np_window_new (GtkApplication *application, NpSettings *settings);
void np_window_set_library (NpWindow *self, NpLibrary *library);
void np_window_show_error (NpWindow *self, const GError *error, const char *folder);

NpLibrary *np_window_get_library (NpWindow *self);
NpChanger *np_window_get_changer (NpWindow *self);
NpSidebar *np_window_get_sidebar (NpWindow *self);
NpListPage *np_window_get_list (NpWindow *self);
NpStoryPage *np_window_get_story_page (NpWindow *self);
GtkWidget *np_window_get_body (NpWindow *self);
void np_window_open_story (NpWindow *self, const char *id);
void np_window_show_place (NpWindow *self, NpPlace place, const char *topic);
void np_window_show_pane (NpWindow *self, guint pane);
void np_window_back (NpWindow *self);
void np_window_open_add (NpWindow *self);

G_END_DECLS
