/* The index of a check: it has every story as its file has it, and nothing else. */
#include "library/np-check-run.h"

#include "library/np-catalog-refresh.h"

typedef struct
{
  NpCheckRun *run;
  GHashTable *seen; /* set of char* path */

} Comparison;

static guint
digest_of (NpStory *story)
{
  const char *const *topics = np_story_get_topics (story);
  GString *text = g_string_new (np_story_get_headline (story));
  guint digest;

  g_string_append_printf (text, "|%d%d%d", !!np_story_get_read (story), !!np_story_get_starred (story),
                          !!np_story_get_archived (story));
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++)
    g_string_append_printf (text, "|%s", topics[i]);
  digest = g_str_hash (text->str);
  g_string_free (text, TRUE);
  return digest;
}

static gboolean
on_indexed (const NpIndexFile *indexed, const char *id, gpointer user_data)
{
  Comparison *comparison = user_data;
  NpCheckRun *run = comparison->run;
  const NpCheckedFile *file = g_hash_table_lookup (run->files, indexed->path);
  g_autoptr (NpStory) story = NULL;

  g_hash_table_add (comparison->seen, g_strdup (indexed->path));
  if (g_hash_table_contains (run->doubles, id)) /* of which it can have but one */
    return TRUE;
  if (file != NULL && file->id == NULL) /* it cannot be read, which was told */
    return TRUE;
  if (file != NULL && g_str_equal (file->id, id))
    story = np_index_find_story (np_catalog_get_index (run->catalog), id, NULL);
  if (story == NULL || digest_of (story) != file->digest)
    np_check_add (run, NP_CHECK_INDEX, TRUE, indexed->path, id);
  return TRUE;
}

static gboolean
compare (NpCheckRun *run, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Comparison comparison = { run, seen };
  GHashTableIter iter;
  gpointer path, value;

  if (!np_index_each_file (np_catalog_get_index (run->catalog), on_indexed, &comparison, error))
    return FALSE;
  g_hash_table_iter_init (&iter, run->files);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const char *id = ((NpCheckedFile *) value)->id;

      if (id != NULL && !g_hash_table_contains (run->doubles, id) && !g_hash_table_contains (seen, path))
        np_check_add (run, NP_CHECK_INDEX, TRUE, path, NULL);
    }
  return TRUE;
}

/**
 * np_check_index:
 * @run: a check whose files are done, and mended if they are to be
 * @error: any of `NP_INDEX_ERROR`, `NP_LIBRARY_ERROR`
 *
 * Holds the index against the files. It is disposable: what is wrong with it is mended by reading the files, those that
 * changed first, and if that does not help all of them.
 *
 * Returns: whether the index could be read
 */
gboolean
np_check_index (NpCheckRun *run, GError **error)
{
  guint first = run->findings->len, n;
  gboolean changed;

  /* What was mended so far changed files; that the index did not know of it yet is no finding. */
  if (run->repair && !np_catalog_refresh (run->catalog, FALSE, NULL, NULL, &changed, run->cancellable, error))
    return FALSE;
  if (!compare (run, error))
    return FALSE;
  n = run->findings->len - first;
  if (!run->repair || n == 0)
    return TRUE;
  if (!np_catalog_refresh (run->catalog, TRUE, NULL, NULL, &changed, run->cancellable, error) || !compare (run, error))
    return FALSE;
  /* Those that were found again stay. */
  for (guint i = 0; run->findings->len == first + n && i < n; i++)
    ((NpCheckFinding *) run->findings->pdata[first + i])->mended = TRUE;
  return TRUE;
}
