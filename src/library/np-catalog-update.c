#include "library/np-catalog-update.h"

#include "json/np-json-article.h"
#include "json/np-json-topics.h"
#include "library/np-catalog-copies.h"
#include "library/np-catalog-topics.h"
#include "library/np-found.h"
#include "library/np-library-error.h"
#include "store/np-store-files.h"

/* A file that cannot be read and is younger than this may be half written by some other program. */
#define YOUNG_NS ((gint64) 5 * 1000000000)

/* One file that is not as the index knows it. */
typedef struct
{
  NpIndexFile file;
  char *id;            /* (nullable) what the index has for the path */
  char *story_id;      /* (nullable) of the entry */
  NpIndexEntry *entry; /* (nullable) what is to be written; NULL: the file is gone */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free ((char *) change->file.path);
  g_free (change->id);
  g_free (change->story_id);
  np_index_entry_free (change->entry);
  g_free (change);
}

static gboolean
is_young (gint64 mtime_ns)
{
  return ABS (g_get_real_time () * 1000 - mtime_ns) < YOUNG_NS;
}

/* Reads a story that others wrote. A file that is no story is set aside, but not while it may be growing. */
static NpIndexEntry *
read_entry (NpCatalog *self, const NpIndexFile *file, NpCatalogNews *news, char **story_id, gboolean *gone)
{
  NpStore *store = np_catalog_get_store (self);
  g_autoptr (GBytes) bytes = np_store_read_file (store, file->path, NULL);
  g_autoptr (NpArticle) article = bytes != NULL ? np_json_article_from_bytes (bytes, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  NpIndexEntry *entry;

  if (article == NULL && is_young (file->mtime_ns))
    {
      g_ptr_array_add (news->again, g_strdup (file->path));
      return NULL;
    }
  if (article == NULL || article->id == NULL)
    {
      g_clear_pointer (&article, np_article_unref);
      article = np_store_read_article (store, file->path, &error);
    }
  *gone = g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED);
  if (article == NULL)
    return NULL;
  *story_id = g_strdup (article->id);
  entry = np_index_entry_new (article, file);
  np_index_entry_cut (entry);
  return entry;
}

/* Gives NULL when the file is as the index knows it, or cannot be read. */
static Change *
look_at (NpCatalog *self, const char *path, NpCatalogNews *news)
{
  NpIndexFile known = { .path = path }, file = { path, 0, 0, g_str_has_prefix (path, "trash/") };
  g_autofree char *id = np_index_find_id_by_path (np_catalog_get_index (self), &known, NULL);
  g_autoptr (GError) error = NULL;
  gboolean there = np_store_stat_article (np_catalog_get_store (self), path, &file.size, &file.mtime_ns, &error);
  gboolean gone = !there && g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND);
  g_autofree char *story_id = NULL;
  NpIndexEntry *entry = NULL;
  Change *change;

  if (there && id != NULL && known.size == file.size && known.mtime_ns == file.mtime_ns)
    return NULL;
  if (there)
    entry = read_entry (self, &file, news, &story_id, &gone);
  if (entry == NULL && !(gone && id != NULL))
    return NULL;
  change = g_new0 (Change, 1);
  change->file = file;
  change->file.path = g_strdup (path);
  change->id = g_steal_pointer (&id);
  change->story_id = g_steal_pointer (&story_id);
  change->entry = entry;
  return change;
}

static gboolean
is_as_it_was (NpCatalog *self, const Change *change)
{
  NpIndexFile now = change->file;

  return np_store_stat_article (np_catalog_get_store (self), now.path, &now.size, &now.mtime_ns, NULL)
         && now.size == change->file.size && now.mtime_ns == change->file.mtime_ns;
}

/* What was changed once more in the meantime comes again by itself. */
static gboolean
put_entries (NpCatalog *self, GPtrArray *changes, NpCatalogNews *news, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  gboolean ok = np_index_begin (index, error);

  if (!ok)
    return FALSE;
  for (guint i = 0; ok && i < changes->len; i++)
    {
      Change *change = changes->pdata[i];

      if (change->entry == NULL || !is_as_it_was (self, change))
        continue;
      ok = np_index_put_entry (index, change->entry, error);
      news->stories |= ok;
    }
  return np_index_commit (index, ok ? error : NULL) && ok;
}

/* After the others are in: a story that was moved has its new path by then. */
static gboolean
remove_gone (NpCatalog *self, const Change *change, NpCatalogNews *news, GError **error)
{
  NpIndex *index = np_catalog_get_index (self);
  g_autoptr (NpStory) story = np_index_find_story (index, change->id, NULL);

  if (story == NULL || g_strcmp0 (np_story_get_path (story), change->file.path) != 0
      || np_store_stat_article (np_catalog_get_store (self), change->file.path, NULL, NULL, NULL))
    return TRUE;
  news->stories = TRUE;
  return np_index_remove (index, change->id, error);
}

static gboolean
write_changes (NpCatalog *self, GPtrArray *changes, NpCatalogNews *news, GError **error)
{
  gboolean ok;

  if (changes->len == 0)
    return TRUE;
  np_catalog_hold (self);
  ok = put_entries (self, changes, news, error);
  for (guint i = 0; ok && i < changes->len; i++)
    if (((Change *) changes->pdata[i])->entry == NULL)
      ok = remove_gone (self, changes->pdata[i], news, error);
  np_catalog_release (self);
  return ok;
}

static void
update_topics (NpCatalog *self, NpCatalogNews *news)
{
  NpStoreAccess access = np_store_get_access (np_catalog_get_store (self));
  g_autoptr (NpTopicTree) before = NULL, now = NULL;
  g_autoptr (GBytes) bytes_before = NULL, bytes_now = NULL;

  np_catalog_hold (self);
  before = np_catalog_get_topics (self);
  now = np_catalog_read_topics (self, NULL);
  if (now != NULL)
    {
      bytes_before = np_json_topics_to_bytes (before);
      bytes_now = np_json_topics_to_bytes (now);
      if (!g_bytes_equal (bytes_before, bytes_now))
        {
          np_topic_shelf_set (np_catalog_get_topic_shelf (self), now);
          news->topics = TRUE;
        }
    }
  news->root |= np_store_get_access (np_catalog_get_store (self)) != access;
  np_catalog_release (self);
}

static void
look_at_root (NpCatalog *self, NpCatalogNews *news)
{
  NpStore *store = np_catalog_get_store (self);
  NpStoreAccess before = np_store_get_access (store);

  np_store_look_at_root (store);
  news->root |= np_store_get_access (store) != before;
}

static void
update_path (NpCatalog *self, const char *path, GPtrArray *changes, NpCatalogNews *news)
{
  Change *change;

  if (g_str_equal (path, "topics.json"))
    update_topics (self, news);
  else if (g_str_equal (path, "searches.json"))
    news->searches |= np_search_shelf_refresh (np_catalog_get_searches (self));
  else if (g_str_equal (path, "feeds.json"))
    news->feeds = TRUE;
  else if (g_str_equal (path, "library.json"))
    look_at_root (self, news);
  if (!g_str_has_prefix (path, "articles/") && !g_str_has_prefix (path, "trash/articles/"))
    return;
  change = look_at (self, path, news);
  if (change != NULL && change->entry != NULL && np_catalog_has_other_file (self, change->story_id, path))
    g_clear_pointer (&change, change_free);
  if (change != NULL)
    g_ptr_array_add (changes, change);
}

/**
 * np_catalog_update:
 * @self: a catalog
 * @paths: (array length=n_paths): files that somebody may have changed, relative to the library's folder
 * @n_paths: their number: as many as may be read before others have their turn
 * @news: (inout): what became of it is added
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Files that the library wrote itself cost a look at their size and time. The files are read before the catalog is
 * held. Copies by sync tools are merged.
 *
 * Returns: whether the index could be brought in step
 */
gboolean
np_catalog_update (NpCatalog *self, const char *const *paths, guint n_paths, NpCatalogNews *news, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (self) && news != NULL, FALSE);

  for (guint i = 0; i < n_paths; i++)
    if (!np_catalog_merge_copy (self, paths[i], merged))
      update_path (self, paths[i], changes, news);
  for (guint i = 0; i < merged->len; i++)
    update_path (self, merged->pdata[i], changes, news);
  if (write_changes (self, changes, news, &local))
    return TRUE;
  g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return FALSE;
}

/**
 * np_catalog_find_changed:
 * @self: a catalog
 * @paths: (element-type utf8): gets the files that are not as the index knows them, and those that are gone
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Looks at every file, without reading any and without keeping anybody waiting.
 *
 * Returns: whether every folder could be looked into; when not, nothing counts as gone
 */
gboolean
np_catalog_find_changed (NpCatalog *self, GPtrArray *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpFound) found = np_found_new ();
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GError) local = NULL;
  const NpIndexFile *files;
  GHashTableIter iter;
  gpointer path;
  guint n_files;

  g_return_val_if_fail (NP_IS_CATALOG (self) && paths != NULL, FALSE);

  if (!np_found_scan (found, np_catalog_get_store (self), cancellable, &local)
      || (known = np_found_leave_changed (found, np_catalog_get_index (self), &local)) == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return FALSE;
    }
  files = np_found_get_files (found, &n_files);
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_add (paths, g_strdup (files[i].path));
      g_hash_table_remove (known, files[i].path);
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, g_strdup (path));
  return TRUE;
}
