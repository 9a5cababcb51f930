/* What the window remembers from one start to the next. */
#pragma once

#include "ui/np-settings.h"
#include "ui/list/np-list-page.h"
#include "ui/sidebar/np-sidebar.h"
#include "ui/story/np-story-page.h"

G_BEGIN_DECLS

void np_window_state_restore_size (GtkWindow *window, NpSettings *settings);
void np_window_state_restore (NpSidebar *sidebar, NpListPage *list, NpLibrary *library, NpSettings *settings);
void np_window_state_keep (GtkWindow *window, NpSidebar *sidebar, NpStoryPage *story, NpSettings *settings);
void np_window_state_keep_place (NpSettings *settings, NpPlace place, const char *topic);
void np_window_state_forget (NpSettings *settings);

G_END_DECLS
