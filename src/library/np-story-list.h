/* The stories of a query as a GListModel of NpStory: rows are made when they are looked at. It follows the library.
 * For the main thread. */
#pragma once

#include "model/np-query.h"
#include "model/np-story.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY_LIST (np_story_list_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryList, np_story_list, NP, STORY_LIST, GObject)

/* Property "loading" (boolean): the rows of a new query are not there yet. */
void np_story_list_set_query (NpStoryList *self, NpQuery *query);
NpQuery *np_story_list_get_query (NpStoryList *self);
gboolean np_story_list_is_loading (NpStoryList *self);
guint np_story_list_find (NpStoryList *self, const char *id);

G_END_DECLS
