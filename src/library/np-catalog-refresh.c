#include "library/np-catalog-refresh.h"

#include "library/np-catalog-copies.h"
#include "library/np-catalog-update.h"
#include "library/np-found.h"
#include "library/np-library-error.h"
#include "library/np-read-ahead.h"

/* So many stories are read before they are shown and the progress is told: about as long as a breath. */
#define PORTION 1000

/* The stories on their way into the index. */
typedef struct
{
  NpCatalog *catalog;
  NpReadAhead *ahead;
  const NpIndexFile *files;
  guint n_files, next;
  GHashTable *known; /* char* path → char* id, of what the index has otherwise */
  GHashTable *fresh; /* set of char*: ids that were written and cannot be read back yet */
} Intake;

/* A story that was copied by somebody has two files: the first that was met is the one that counts. */
static gboolean
is_second (Intake *intake, const NpIndexEntry *entry)
{
  const char *id = np_index_entry_get_id (entry), *path = intake->files[intake->next].path;

  return g_hash_table_contains (intake->fresh, id) || np_catalog_has_other_file (intake->catalog, id, path);
}

/* Writes the next files into the index, as many as are shown at once. */
static gboolean
index_portion (Intake *intake, gboolean *changed, GCancellable *cancellable, GError **error)
{
  g_hash_table_remove_all (intake->fresh);
  for (guint end = MIN (intake->next + PORTION, intake->n_files); intake->next < end; intake->next++)
    {
      g_autoptr (NpIndexEntry) entry = np_read_ahead_next (intake->ahead);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (entry == NULL || is_second (intake, entry))
        continue;
      if (!np_index_put_entry (np_catalog_get_index (intake->catalog), entry, error))
        return FALSE;
      g_hash_table_add (intake->fresh, g_strdup (np_index_entry_get_id (entry)));
      g_hash_table_remove (intake->known, intake->files[intake->next].path);
      *changed = TRUE;
    }
  return TRUE;
}

/* What was read by the time of an error or of a cancellation stays. A file that is there and cannot be read is told at
 * the end, so that its story is not taken for a deleted one. */
static gboolean
index_found (NpCatalog *self, NpFound *found, GHashTable *known, NpCatalogProgress progress, gpointer user_data,
             gboolean *changed, GCancellable *cancellable, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NpReadAhead) ahead = NULL;
  Intake intake = { .catalog = self, .known = known, .fresh = fresh };
  gboolean ok = TRUE;

  intake.files = np_found_get_files (found, &intake.n_files);
  ahead = np_read_ahead_new (np_catalog_get_store (self), intake.files, intake.n_files);
  intake.ahead = ahead;
  while (ok && intake.next < intake.n_files)
    {
      if (progress != NULL)
        progress ((double) intake.next / intake.n_files, user_data);
      if (!np_index_begin (index, error))
        return FALSE;
      ok = index_portion (&intake, changed, cancellable, error);
      ok = np_index_commit (index, ok ? error : NULL) && ok;
    }
  return ok && np_read_ahead_take_trouble (ahead, error);
}

/* Takes out what is in the index but not in the folder; an article that was moved has its new path by now, where
 * readers see it too. */
static gboolean
unindex_missing (NpCatalog *self, GHashTable *known, gboolean *changed, GError **error)
{
  GHashTableIter iter;
  gpointer path, id;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &path, &id))
    {
      g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (self), id, NULL);

      if (story == NULL || g_strcmp0 (np_story_get_path (story), path) != 0)
        continue;
      if (!np_index_remove (np_catalog_get_index (self), id, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

/* The copies by sync tools that the scan met. */
static gboolean
merge_copies (NpCatalog *self, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_free);
  NpCatalogNews news = { .again = again };
  gboolean ok;

  np_catalog_merge_copies (self, paths);
  ok = np_catalog_update (self, (const char *const *) paths->pdata, paths->len, &news, error);
  *changed |= news.stories || news.topics || news.searches || news.feeds;
  return ok;
}

/* Nothing is taken for deleted when a folder could not be looked into; the index is emptied only when nothing in it can
 * be believed. */
static gboolean
refresh_locked (NpCatalog *self, gboolean rebuild, NpCatalogProgress progress, gpointer user_data, gboolean *changed,
                GCancellable *cancellable, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  g_autoptr (NpFound) found = np_found_new ();
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GError) unseen = NULL;
  gboolean stale = np_health_is_stale (np_catalog_get_health (self));

  rebuild |= stale;
  np_found_scan (found, np_catalog_get_store (self), cancellable, &unseen);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rebuild && (unseen == NULL || stale))
    {
      *changed = TRUE;
      if (!np_index_clear (index, error))
        return FALSE;
    }
  known = rebuild ? g_hash_table_new (g_str_hash, g_str_equal) : np_found_leave_changed (found, index, error);
  if (known == NULL)
    return FALSE;
  if (!index_found (self, found, known, progress, user_data, changed, cancellable, error))
    return FALSE;
  if (unseen != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unseen));
      return FALSE;
    }
  return unindex_missing (self, known, changed, error) && merge_copies (self, changed, error);
}

/**
 * np_catalog_refresh:
 * @self: a catalog
 * @rebuild: whether to read every file again, else only those whose size or time is another; an index that cannot be
 *   believed is always built anew
 * @progress: (nullable): called now and then
 * @user_data: for @progress
 * @changed: (out): whether anything in the index changed, or one of the files at the top
 * @cancellable: (nullable): stops it; what was read by then stays
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Brings the index in step with the folder, whoever changed it. Where a folder could not be looked into, all others are
 * brought in step, nothing is taken out, and there is an error.
 *
 * Returns: whether it is in step
 */
gboolean
np_catalog_refresh (NpCatalog *self, gboolean rebuild, NpCatalogProgress progress, gpointer user_data,
                    gboolean *changed, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ok;

  g_return_val_if_fail (NP_IS_CATALOG (self) && changed != NULL, FALSE);

  *changed = FALSE;
  np_catalog_hold (self);
  ok = refresh_locked (self, rebuild, progress, user_data, changed, cancellable, &local);
  if (ok)
    np_health_set_stale (np_catalog_get_health (self), np_index_is_damaged (np_catalog_get_index (self)));
  np_catalog_release (self);
  if (ok)
    {
      if (progress != NULL)
        progress (1, user_data);
    }
  else
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return ok;
}
