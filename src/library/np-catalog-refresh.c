#include "library/np-catalog-refresh.h"

#include "library/np-catalog-copies.h"
#include "library/np-catalog-update.h"
#include "library/np-library-error.h"
#include "library/np-read-ahead.h"

/* So many stories are read before they are shown and the progress is told: about as long as a breath. */
#define PORTION 1000

/* One file as the index has it. */
typedef struct
{
  char *id;
  goffset size;
  gint64 mtime_ns;
  gboolean trashed;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->id);
  g_free (known);
}

static void
found_clear (gpointer data)
{
  g_free ((char *) ((NpIndexFile *) data)->path);
}

static gboolean
collect_known (const NpIndexFile *file, const char *id, gpointer user_data)
{
  Known *known = g_new0 (Known, 1);

  known->id = g_strdup (id);
  known->size = file->size;
  known->mtime_ns = file->mtime_ns;
  known->trashed = file->trashed;
  g_hash_table_insert (user_data, g_strdup (file->path), known);
  return TRUE;
}

static gboolean
collect_found (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  NpIndexFile found = { g_strdup (path), size, mtime_ns, trashed };

  g_array_append_val ((GArray *) user_data, found);
  return TRUE;
}

/* Leaves those of @files that are new or changed, and those of @known that are not among them. */
static void
leave_unknown (GArray *files, GHashTable *known)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      NpIndexFile *file = &g_array_index (files, NpIndexFile, i);
      const Known *before = g_hash_table_lookup (known, file->path);

      if (before != NULL && before->size == file->size && before->mtime_ns == file->mtime_ns)
        g_hash_table_remove (known, file->path);
      else
        {
          NpIndexFile other = g_array_index (files, NpIndexFile, n);

          g_array_index (files, NpIndexFile, n++) = *file;
          *file = other;
        }
    }
  g_array_set_size (files, n);
}

/* Writes the next files into the index, as many as are shown at once. */
static gboolean
index_portion (NpCatalog *self, NpReadAhead *ahead, GArray *files, guint *next, GHashTable *known, gboolean *changed,
               GCancellable *cancellable, GError **error)
{
  for (guint end = MIN (*next + PORTION, files->len); *next < end; ++*next)
    {
      g_autoptr (NpIndexEntry) entry = np_read_ahead_next (ahead);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (entry == NULL)
        continue;
      if (!np_index_put_entry (np_catalog_get_index (self), entry, error))
        return FALSE;
      g_hash_table_remove (known, g_array_index (files, NpIndexFile, *next).path);
      *changed = TRUE;
    }
  return TRUE;
}

/* What was read by the time of an error or of a cancellation stays. A file that is there and cannot be read is told at
 * the end, so that its story is not taken for a deleted one. */
static gboolean
index_found (NpCatalog *self, GArray *files, GHashTable *known, NpCatalogProgress progress, gpointer user_data,
             gboolean *changed, GCancellable *cancellable, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  g_autoptr (NpReadAhead) ahead = NULL;
  guint next = 0;
  gboolean ok = TRUE;

  leave_unknown (files, known);
  ahead = np_read_ahead_new (np_catalog_get_store (self), (const NpIndexFile *) (gpointer) files->data, files->len);
  while (ok && next < files->len)
    {
      if (progress != NULL)
        progress ((double) next / files->len, user_data);
      if (!np_index_begin (index, error))
        return FALSE;
      ok = index_portion (self, ahead, files, &next, known, changed, cancellable, error);
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
  gpointer path, value;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      Known *missing = value;
      g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (self), missing->id, NULL);

      if (story == NULL || g_strcmp0 (np_story_get_path (story), path) != 0)
        continue;
      if (!np_index_remove (np_catalog_get_index (self), missing->id, error))
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
  *changed |= news.stories || news.topics || news.searches;
  return ok;
}

/* Nothing is taken for deleted when a folder could not be looked into; the index is emptied only when nothing in it can
 * be believed. */
static gboolean
refresh_locked (NpCatalog *self, gboolean rebuild, NpCatalogProgress progress, gpointer user_data, gboolean *changed,
                GCancellable *cancellable, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (NpIndexFile));
  g_autoptr (GError) unseen = NULL;
  gboolean stale = np_health_is_stale (np_catalog_get_health (self));

  rebuild |= stale;
  g_array_set_clear_func (files, found_clear);
  np_store_scan (np_catalog_get_store (self), collect_found, files, cancellable, &unseen);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rebuild && (unseen == NULL || stale))
    {
      *changed = TRUE;
      if (!np_index_clear (index, error))
        return FALSE;
    }
  if (!rebuild && !np_index_each_file (index, collect_known, known, error))
    return FALSE;
  if (!index_found (self, files, known, progress, user_data, changed, cancellable, error))
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
 * @changed: (out): whether anything in the index changed
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
