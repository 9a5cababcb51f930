/* What only the library does with a story list: makes it, and tells it that stories changed. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-story-list.h"

G_BEGIN_DECLS

NpStoryList *np_story_list_new (NpCatalog *catalog, NpQuery *query);
void np_story_list_refresh (NpStoryList *self);

G_END_DECLS
