/* What the window shows of a library: the three panes, what is told over them and the bar below. */
#pragma once

#include "ui/list/np-list-page.h"
#include "ui/np-changer.h"
#include "ui/np-settings.h"
#include "ui/sidebar/np-sidebar.h"
#include "ui/story/np-story-page.h"

G_BEGIN_DECLS

#define NP_TYPE_WINDOW_BODY (np_window_body_get_type ())
G_DECLARE_FINAL_TYPE (NpWindowBody, np_window_body, NP, WINDOW_BODY, GtkWidget)

/* Signal "changed" (): as that of the window. */
GtkWidget *np_window_body_new (NpSettings *settings);
void np_window_body_attach (NpWindowBody *self);
void np_window_body_set_library (NpWindowBody *self, NpLibrary *library);
void np_window_body_keep (NpWindowBody *self);

NpLibrary *np_window_body_get_library (NpWindowBody *self);
NpChanger *np_window_body_get_changer (NpWindowBody *self);
NpSidebar *np_window_body_get_sidebar (NpWindowBody *self);
NpListPage *np_window_body_get_list (NpWindowBody *self);
NpStoryPage *np_window_body_get_story_page (NpWindowBody *self);
void np_window_body_open_story (NpWindowBody *self, const char *id);
void np_window_body_show_place (NpWindowBody *self, NpPlace place, const char *topic);
void np_window_body_show_pane (NpWindowBody *self, guint pane);
void np_window_body_back (NpWindowBody *self);
void np_window_body_open_add (NpWindowBody *self);

G_END_DECLS
