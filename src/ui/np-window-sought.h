/* What the search in the list found, marked in the story that is read. */
#pragma once

#include "ui/list/np-list-page.h"
#include "ui/story/np-story-page.h"

G_BEGIN_DECLS

void np_window_sought_attach (NpListPage *list, NpStoryPage *story);

G_END_DECLS
