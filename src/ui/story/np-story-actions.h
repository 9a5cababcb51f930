/* What can be done with the story that is shown, beyond changing it: the actions "story.…" and their keys. */
#pragma once

#include "ui/reader/np-reader.h"

G_BEGIN_DECLS

void np_story_actions_install (GtkWidget *page, NpReader *reader);
GMenuModel *np_story_actions_new_menu (void);

G_END_DECLS
