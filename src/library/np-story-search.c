#include "library/np-story-search.h"

/**
 * np_story_search_new:
 * @catalog: the library
 * @query: which stories in which order
 * @limit: how many at the most
 * @shown: (transfer full) (element-type gint64): rows that somebody looks at
 *
 * Returns: (transfer full): a search that was not done yet
 */
NpStorySearch *
np_story_search_new (NpCatalog *catalog, NpQuery *query, guint limit, GArray *shown)
{
  NpStorySearch *self = g_new0 (NpStorySearch, 1);

  self->catalog = g_object_ref (catalog);
  self->query = np_query_ref (query);
  self->limit = limit;
  self->shown = shown;
  return self;
}

/**
 * np_story_search_free:
 * @self: (transfer full) (nullable): a search that nobody does
 */
void
np_story_search_free (NpStorySearch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->catalog);
  np_query_unref (self->query);
  g_array_unref (self->shown);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_free (self);
}

/* The first page is looked at as soon as it is there: the words around what was found are better worked out here. */
static void
add_rows (GArray *shown, GArray *page)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_shown = shown->len;

  for (guint i = 0; i < page->len; i++)
    g_hash_table_add (known, &g_array_index (page, gint64, i));
  for (guint i = 0; i < n_shown; i++)
    g_hash_table_remove (known, &g_array_index (shown, gint64, i));
  for (guint i = 0; i < page->len; i++)
    if (g_hash_table_contains (known, &g_array_index (page, gint64, i)))
      g_array_append_val (shown, g_array_index (page, gint64, i));
}

/**
 * np_story_search_run:
 * @self: a search
 * @cancellable: (nullable): to give it up
 * @error: what SQLite said, or cancelled
 *
 * Finds the rows and reads the stories. Blocking, in any thread.
 *
 * Returns: whether it is done
 */
gboolean
np_story_search_run (NpStorySearch *self, GCancellable *cancellable, GError **error)
{
  NpIndex *index = np_catalog_get_index (self->catalog);
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (self->catalog);

  self->rows = np_index_find_rows (index, self->query, tree, 0, self->limit, cancellable, error);
  if (self->rows == NULL)
    return FALSE;
  if (self->limit == NP_STORY_SEARCH_PAGE)
    add_rows (self->shown, self->rows);
  self->stories = np_index_list_stories (index, (const gint64 *) (gpointer) self->shown->data, self->shown->len,
                                         self->query, cancellable);
  return TRUE;
}
