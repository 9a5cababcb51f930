#include "library/np-trash-run.h"

#include "store/np-store-files.h"

#include <glib/gstdio.h>
#include <string.h>

/* A file that was read, as it was then. */
typedef struct
{
  goffset size;
  gint64 mtime_ns;
} Seen;

struct _NpTrashRun
{
  NpCatalog *catalog;
  NpStore *store;
  GHashTable *only;   /* (nullable) set of char*: the paths of the stories that are meant; NULL = all in the trash */
  GPtrArray *trashed; /* char*: files of the stories that are to go */
  GPtrArray *living;  /* char*: files of all others that were not read yet */
  GHashTable *read;   /* char* path → Seen: files whose names are in `named` */
  GHashTable *named;  /* set of char*: photos, pages and older texts that other stories name */
  GPtrArray *swept;   /* char*: photos, pages and older texts in the trash, when all is to go */
  gboolean unknown;   /* some story or an older text could not be read, so nobody knows what it names */
};

static void
forget_lists (NpTrashRun *run)
{
  g_ptr_array_set_size (run->trashed, 0);
  g_ptr_array_set_size (run->living, 0);
  g_ptr_array_set_size (run->swept, 0);
}

/**
 * np_trash_run_new:
 * @catalog: the library
 * @ids: (nullable): the stories that are meant, %NULL for everything in the trash; others than those in it are left
 *
 * Returns: (transfer full): a run that knows nothing yet
 */
NpTrashRun *
np_trash_run_new (NpCatalog *catalog, const char *const *ids)
{
  NpTrashRun *run = g_new0 (NpTrashRun, 1);

  run->catalog = g_object_ref (catalog);
  run->store = np_catalog_get_store (catalog);
  run->trashed = g_ptr_array_new_with_free_func (g_free);
  run->living = g_ptr_array_new_with_free_func (g_free);
  run->swept = g_ptr_array_new_with_free_func (g_free);
  run->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (ids != NULL)
    run->only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (catalog), ids[i], NULL);

      if (story != NULL && np_story_get_trashed (story))
        g_hash_table_add (run->only, g_strdup (np_story_get_path (story)));
    }
  return run;
}

/**
 * np_trash_run_free:
 * @run: (transfer full) (nullable): a run
 */
void
np_trash_run_free (NpTrashRun *run)
{
  if (run == NULL)
    return;
  g_clear_pointer (&run->only, g_hash_table_unref);
  g_ptr_array_unref (run->trashed);
  g_ptr_array_unref (run->living);
  g_ptr_array_unref (run->swept);
  g_hash_table_unref (run->read);
  g_hash_table_unref (run->named);
  g_object_unref (run->catalog);
  g_free (run);
}

static gboolean
is_meant (NpTrashRun *run, const char *path, gboolean trashed)
{
  return trashed && (run->only == NULL || g_hash_table_contains (run->only, path));
}

static gboolean
on_story (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  NpTrashRun *run = user_data;
  Seen *seen = g_hash_table_lookup (run->read, path);

  if (is_meant (run, path, trashed))
    g_ptr_array_add (run->trashed, g_strdup (path));
  else if (seen == NULL || seen->size != size || seen->mtime_ns != mtime_ns)
    {
      Seen now = { size, mtime_ns };

      g_hash_table_replace (run->read, g_strdup (path), g_memdup2 (&now, sizeof now));
      g_ptr_array_add (run->living, g_strdup (path));
    }
  return TRUE;
}

static gboolean
on_file (const char *path, goffset size, gint64 age_us, gpointer user_data)
{
  if (g_str_has_prefix (path, "trash/media/") || g_str_has_prefix (path, "trash/pages/")
      || g_str_has_prefix (path, "trash/versions/"))
    g_ptr_array_add (user_data, g_strdup (path));
  return TRUE;
}

static void
add_files (const NpArticle *article, GHashTable *named)
{
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->file != NULL)
      g_hash_table_add (named, g_strdup (((NpFigure *) article->figures->pdata[i])->file));
  if (article->provenance.page != NULL)
    g_hash_table_add (named, g_strdup (article->provenance.page));
  for (guint i = 0; i < article->provenance.next_pages->len; i++)
    g_hash_table_add (named, g_strdup (article->provenance.next_pages->pdata[i]));
}

/* What a story names and what its older texts do; those go to @versions. Gives whether all of them could be read. */
static gboolean
add_named (NpTrashRun *run, const NpArticle *article, GHashTable *named, GHashTable *versions)
{
  gboolean all = TRUE;

  add_files (article, named);
  for (guint i = 0; i < article->versions->len; i++)
    {
      const char *file = ((NpVersion *) article->versions->pdata[i])->file;
      g_autoptr (NpArticle) text = np_store_read_version (run->store, file, NULL);

      g_hash_table_add (versions, g_strdup (file));
      if (text != NULL)
        add_files (text, named);
      all = all && text != NULL;
    }
  return all;
}

/**
 * np_trash_run_look:
 * @run: a run
 * @cancellable: (nullable): stops it
 * @error: any of `NP_STORE_ERROR`, or cancelled
 *
 * Finds out what is in the trash and what the other stories name. The second time it reads only what changed since: the
 * first can be done while others change the library, the second while they wait.
 *
 * Returns: whether every folder could be looked into
 */
gboolean
np_trash_run_look (NpTrashRun *run, GCancellable *cancellable, GError **error)
{
  forget_lists (run);
  if (!np_store_scan (run->store, on_story, run, cancellable, error)
      || (run->only == NULL && !np_store_walk (run->store, "trash", on_file, run->swept, error)))
    return FALSE;
  for (guint i = 0; i < run->living->len; i++)
    {
      g_autoptr (NpArticle) article = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      article = np_store_read_article (run->store, run->living->pdata[i], NULL);
      run->unknown |= article == NULL || article->later || !add_named (run, article, run->named, run->named);
    }
  return TRUE;
}

/* Whether it may go. Nobody has seen a story in the trash that the library knows to be elsewhere: a move that failed
 * may have left it there, or a sync tool just now. Of one that a later version wrote nobody knows all that it names. */
static gboolean
may_go (NpTrashRun *run, const NpArticle *article)
{
  g_autoptr (NpStory) story = NULL;

  if (article == NULL || article->later)
    return FALSE;
  story = np_index_find_story (np_catalog_get_index (run->catalog), article->id, NULL);
  return story == NULL || np_story_get_trashed (story);
}

static guint64
size_of (NpTrashRun *run, const char *path)
{
  g_autofree char *file = np_store_get_file (run->store, path);
  GStatBuf info;

  return file != NULL && g_stat (file, &info) == 0 ? (guint64) info.st_size : 0;
}

static void
weigh_file (NpTrashRun *run, const char *path, NpTrashResult *result)
{
  guint64 size = size_of (run, path);

  result->files += size > 0;
  result->bytes += size;
}

/**
 * np_trash_run_weigh:
 * @run: a run that has looked
 * @result: (out): what np_trash_run_delete() would remove
 */
void
np_trash_run_weigh (NpTrashRun *run, NpTrashResult *result)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer file;

  *result = (NpTrashResult){ 0 };
  for (guint i = 0; i < run->trashed->len; i++)
    {
      g_autoptr (NpArticle) article = np_store_read_article (run->store, run->trashed->pdata[i], NULL);

      if (!may_go (run, article))
        continue;
      add_named (run, article, names, names);
      result->stories++;
      result->bytes += size_of (run, run->trashed->pdata[i]);
    }
  if (run->unknown)
    return;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &file, NULL))
    if (!g_hash_table_contains (run->named, file))
      weigh_file (run, file, result);
  for (guint i = 0; i < run->swept->len; i++)
    if (!g_hash_table_contains (run->named, (char *) run->swept->pdata[i] + strlen ("trash/")))
      weigh_file (run, run->swept->pdata[i], result);
}

static gboolean
remove_file (NpTrashRun *run, const char *path, NpTrashResult *result, GError **error)
{
  guint64 size = size_of (run, path);

  if (!np_store_remove_file (run->store, path, error))
    return FALSE;
  result->bytes += size;
  return TRUE;
}

/* By way of the trash: nothing else is ever removed. */
static gboolean
remove_named (NpTrashRun *run, const char *file, NpTrashResult *result, GError **error)
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
  result->files++;
  return remove_file (run, to, result, error);
}

static gboolean
remove_all (NpTrashRun *run, GHashTable *names, NpTrashResult *result, GError **error)
{
  GHashTableIter iter;
  gpointer file;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &file, NULL))
    if (!remove_named (run, file, result, error))
      return FALSE;
  return TRUE;
}

/* The story goes last, and its older texts before it: interrupted, the next time finds what they name. */
static gboolean
remove_story (NpTrashRun *run, const char *path, NpTrashResult *result, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (run->store, path, &trouble);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NpStory) story = NULL;
  NpIndex *index = np_catalog_get_index (run->catalog);

  if (trouble != NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED)
      && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (!may_go (run, article)) /* or it was damaged, and is set aside by now */
    return TRUE;
  add_named (run, article, names, versions);
  if (!run->unknown && (!remove_all (run, names, result, error) || !remove_all (run, versions, result, error)))
    return FALSE;
  if (!remove_file (run, path, result, error))
    return FALSE;
  result->stories++;
  story = np_index_find_story (index, article->id, NULL);
  return story == NULL || g_strcmp0 (np_story_get_path (story), path) != 0
         || np_index_remove (index, article->id, error);
}

/* Photos, pages and older texts that a check has swept there. One that a story names after all goes back. */
static gboolean
remove_swept (NpTrashRun *run, NpTrashResult *result, GError **error)
{
  for (guint i = 0; i < run->swept->len; i++)
    {
      const char *path = run->swept->pdata[i], *file = path + strlen ("trash/");

      if (g_hash_table_contains (run->named, file) && np_store_move_file (run->store, path, file, NULL))
        continue;
      if (!remove_file (run, path, result, error))
        return FALSE;
      result->files++;
    }
  return TRUE;
}

/**
 * np_trash_run_delete:
 * @run: a run that has looked while nobody else could write, and still nobody can
 * @result: (out): what went, also when it ends in an error half-way
 * @error: any of `NP_STORE_ERROR`, `NP_INDEX_ERROR`
 *
 * As long as one other story cannot be read, nobody knows what it names, and no photo, no page and no older text goes.
 *
 * Returns: whether all of it is gone
 */
gboolean
np_trash_run_delete (NpTrashRun *run, NpTrashResult *result, GError **error)
{
  *result = (NpTrashResult){ 0 };
  for (guint i = 0; i < run->trashed->len; i++)
    if (!remove_story (run, run->trashed->pdata[i], result, error))
      return FALSE;
  return run->unknown || remove_swept (run, result, error);
}
