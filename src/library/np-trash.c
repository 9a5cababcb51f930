#include "library/np-trash.h"

#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "store/np-store-files.h"

#include <string.h>

/* One run. */
typedef struct
{
  NpCatalog *catalog;
  NpStore *store;
  GPtrArray *trashed; /* char*: files of stories */
  GPtrArray *living;  /* the same */
  GPtrArray *files;   /* char*: photos and pages in the trash */
  GHashTable *named;  /* set of char*: what the living name */
  NpTrashResult *result;
} Run;

static gboolean
on_story (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  Run *run = user_data;

  g_ptr_array_add (trashed ? run->trashed : run->living, g_strdup (path));
  return TRUE;
}

static gboolean
on_file (const char *path, goffset size, gint64 age_us, gpointer user_data)
{
  if (g_str_has_prefix (path, "trash/media/") || g_str_has_prefix (path, "trash/pages/"))
    g_ptr_array_add (user_data, g_strdup (path));
  return TRUE;
}

static void
add_named (const NpArticle *article, GHashTable *named)
{
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->file != NULL)
      g_hash_table_add (named, g_strdup (((NpFigure *) article->figures->pdata[i])->file));
  if (article->provenance.page != NULL)
    g_hash_table_add (named, g_strdup (article->provenance.page));
}

/* As long as one story cannot be read, nobody knows what it names, and no photo goes. */
static gboolean
read_living (Run *run)
{
  gboolean all = TRUE;

  for (guint i = 0; i < run->living->len; i++)
    {
      g_autoptr (NpArticle) article = np_store_read_article (run->store, run->living->pdata[i], NULL);

      if (article != NULL)
        add_named (article, run->named);
      all = all && article != NULL;
    }
  return all;
}

/* By way of the trash: nothing else is ever removed. */
static gboolean
remove_named (Run *run, const char *file, GError **error)
{
  g_autofree char *to = g_strconcat ("trash/", file, NULL);
  g_autoptr (GError) trouble = NULL;

  if (g_hash_table_contains (run->named, file))
    return TRUE;
  if (!np_store_move_file (run->store, file, to, &trouble) && !g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS)
      && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (trouble != NULL && trouble->domain == NP_STORE_ERROR) /* it was not there */
    return TRUE;
  run->result->files++;
  return np_store_remove_file (run->store, to, error);
}

/* The story goes last: interrupted, the next time finds what it names. */
static gboolean
remove_story (Run *run, const char *path, gboolean with_files, GError **error)
{
  g_autoptr (NpArticle) article = np_store_read_article (run->store, path, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NpStory) story = NULL;
  GHashTableIter iter;
  gpointer file;

  if (article == NULL) /* damaged, and set aside by now, or of a later version */
    return TRUE;
  add_named (article, names);
  g_hash_table_iter_init (&iter, names);
  while (with_files && g_hash_table_iter_next (&iter, &file, NULL))
    if (!remove_named (run, file, error))
      return FALSE;
  if (!np_store_remove_file (run->store, path, error))
    return FALSE;
  run->result->stories++;
  story = np_index_find_story (np_catalog_get_index (run->catalog), article->id, NULL);
  return story == NULL || g_strcmp0 (np_story_get_path (story), path) != 0
         || np_index_remove (np_catalog_get_index (run->catalog), article->id, error);
}

/* Photos and pages that a check has swept there. One that a story names after all goes back. */
static gboolean
remove_swept (Run *run, GError **error)
{
  for (guint i = 0; i < run->files->len; i++)
    {
      const char *path = run->files->pdata[i], *file = path + strlen ("trash/");

      if (g_hash_table_contains (run->named, file) && np_store_move_file (run->store, path, file, NULL))
        continue;
      if (!np_store_remove_file (run->store, path, error))
        return FALSE;
      run->result->files++;
    }
  return TRUE;
}

static gboolean
run_all (Run *run, GError **error)
{
  gboolean with_files;

  if (!np_store_scan (run->store, on_story, run, NULL, error)
      || !np_store_walk (run->store, "trash", on_file, run->files, error))
    return FALSE;
  with_files = read_living (run);
  for (guint i = 0; i < run->trashed->len; i++)
    if (!remove_story (run, run->trashed->pdata[i], with_files, error))
      return FALSE;
  return !with_files || remove_swept (run, error);
}

/**
 * np_trash_empty:
 * @library: a library
 * @result: (out): what went, also when it ends in an error half-way
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Removes the stories in the trash for good, with the photos and pages that no other story names. This cannot be
 * undone; what was done with those stories before is passed over by undo. Blocking.
 *
 * Returns: whether the trash is empty
 */
gboolean
np_trash_empty (NpLibrary *library, NpTrashResult *result, GError **error)
{
  Run run = { .result = result };
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && result != NULL, FALSE);

  *result = (NpTrashResult){ 0 };
  if (!np_library_is_writable (library, error))
    return FALSE;
  run.catalog = np_library_get_catalog (library);
  run.store = np_catalog_get_store (run.catalog);
  run.trashed = g_ptr_array_new_with_free_func (g_free);
  run.living = g_ptr_array_new_with_free_func (g_free);
  run.files = g_ptr_array_new_with_free_func (g_free);
  run.named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  np_catalog_hold (run.catalog);
  run_all (&run, &local);
  np_catalog_release (run.catalog);
  g_ptr_array_unref (run.trashed);
  g_ptr_array_unref (run.living);
  g_ptr_array_unref (run.files);
  g_hash_table_unref (run.named);
  np_library_tell_changed (library, FALSE);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return FALSE;
}
