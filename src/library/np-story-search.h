/* What the thread that finds the rows of a list is asked, and what it answers. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

/* The first rows come by themselves, so that they are on the screen before the rest is counted. */
#define NP_STORY_SEARCH_PAGE 200

typedef struct
{
  NpCatalog *catalog;
  NpQuery *query;
  guint limit;
  GArray *shown;      /* gint64: rows that somebody looks at */
  GArray *rows;       /* (nullable) gint64: what was found */
  GPtrArray *stories; /* (nullable) NpStory: those of shown, and of a first page all, as they are now */
} NpStorySearch;

NpStorySearch *np_story_search_new (NpCatalog *catalog, NpQuery *query, guint limit, GArray *shown);
void np_story_search_free (NpStorySearch *self);
gboolean np_story_search_run (NpStorySearch *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStorySearch, np_story_search_free)

G_END_DECLS
