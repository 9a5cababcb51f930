#include "library/np-versions.h"

#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "model/np-diff.h"
#include "model/np-reading.h"

/**
 * np_story_version_free:
 * @version: (transfer full) (nullable): an older text
 */
void
np_story_version_free (NpStoryVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->file);
  g_free (version->until);
  g_free (version->why);
  g_free (version->headline);
  g_clear_error (&version->error);
  g_free (version);
}

/**
 * np_comparison_free:
 * @comparison: (transfer full) (nullable): a comparison
 */
void
np_comparison_free (NpComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_free (comparison->before);
  g_free (comparison->after);
  g_array_unref (comparison->parts);
  g_free (comparison);
}

static NpComparison *
compare (const NpArticle *before, const NpArticle *after)
{
  NpComparison *comparison = g_new0 (NpComparison, 1);

  comparison->before = np_reading_of (before);
  comparison->after = np_reading_of (after);
  comparison->parts = np_diff_words (comparison->before, comparison->after);
  np_diff_count (comparison->parts, comparison->before, comparison->after, &comparison->removed, &comparison->added);
  comparison->photos = !np_reading_has_same_photos (before, after);
  return comparison;
}

/* @file: (nullable): NULL for the text as it is now */
static NpArticle *
read_version (NpLibrary *self, const NpArticle *now, const char *file, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  NpArticle *article =
      file != NULL ? np_store_read_version (np_catalog_get_store (np_library_get_catalog (self)), file, &trouble)
                   : np_article_copy (now);

  if (article == NULL)
    {
      np_library_tell_damage (self);
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&trouble)));
    }
  return article;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const NpVersion *one = *(NpVersion *const *) a, *other = *(NpVersion *const *) b;

  return g_strcmp0 (one->until, other->until);
}

/* Oldest first: two machines that a sync tool keeps in step may each have added some. */
static GPtrArray *
sort (const NpArticle *article)
{
  GPtrArray *versions = g_ptr_array_new ();

  for (guint i = 0; i < article->versions->len; i++)
    g_ptr_array_add (versions, article->versions->pdata[i]);
  g_ptr_array_sort (versions, compare_times);
  return versions;
}

static NpStoryVersion *
describe (const NpVersion *version, const NpArticle *text, const NpArticle *next, GError *error)
{
  NpStoryVersion *result = g_new0 (NpStoryVersion, 1);
  g_autoptr (NpComparison) changes = text != NULL && next != NULL ? compare (text, next) : NULL;

  result->file = g_strdup (version->file);
  result->until = g_strdup (version->until);
  result->why = g_strdup (version->why);
  result->headline = text != NULL ? g_strdup (text->headline) : NULL;
  result->error = error;
  if (changes != NULL)
    {
      result->removed = changes->removed;
      result->added = changes->added;
      result->photos = changes->photos;
    }
  return result;
}

/**
 * np_library_list_versions:
 * @self: a library
 * @id: the id of a story
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Reads the older texts of a story. Blocking.
 *
 * Returns: (transfer full) (element-type NpStoryVersion) (nullable): them, newest first; may be empty
 */
GPtrArray *
np_library_list_versions (NpLibrary *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) np_story_version_free);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (NpArticle) now = NULL, next = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && id != NULL, NULL);

  now = np_library_read_article (self, id, error);
  if (now == NULL)
    return NULL;
  versions = sort (now);
  next = np_article_ref (now);
  for (guint i = versions->len; i-- > 0;)
    {
      const NpVersion *version = versions->pdata[i];
      GError *trouble = NULL;
      NpArticle *text = read_version (self, now, version->file, &trouble);

      g_ptr_array_add (list, describe (version, text, next, trouble));
      if (text != NULL)
        {
          np_article_unref (next);
          next = text;
        }
    }
  return g_steal_pointer (&list);
}

/* Whether the story has the version; a name may come from the command line. */
static gboolean
has_version (const NpArticle *article, const char *file)
{
  for (guint i = 0; file != NULL && i < article->versions->len; i++)
    if (g_strcmp0 (((NpVersion *) article->versions->pdata[i])->file, file) == 0)
      return TRUE;
  return file == NULL;
}

/**
 * np_library_compare_versions:
 * @self: a library
 * @id: the id of a story
 * @file: one of its older texts
 * @other: (nullable): another of them, `NULL` for the text that it has now
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Blocking; its time is bounded, however long and however different the two are.
 *
 * Returns: (transfer full) (nullable): what is to be done to @file to come to @other
 */
NpComparison *
np_library_compare_versions (NpLibrary *self, const char *id, const char *file, const char *other, GError **error)
{
  g_autoptr (NpArticle) now = NULL, before = NULL, after = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && id != NULL && file != NULL, NULL);

  now = np_library_read_article (self, id, error);
  if (now == NULL)
    return NULL;
  if (!has_version (now, file) || !has_version (now, other))
    {
      g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND, "the story has no such version");
      return NULL;
    }
  before = read_version (self, now, file, error);
  after = before != NULL ? read_version (self, now, other, error) : NULL;
  return after != NULL ? compare (before, after) : NULL;
}

/* --- the asynchronous forms --- */

typedef struct
{
  char *id, *file, *other;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->id);
  g_free (wish->file);
  g_free (wish->other);
  g_free (wish);
}

static void
run_async (NpLibrary *self, Wish *wish, GTaskThreadFunc func, gpointer tag, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, func);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *versions = np_library_list_versions (source, ((Wish *) data)->id, &error);

  if (versions != NULL)
    g_task_return_pointer (task, versions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_list_versions_async:
 * @self: a library
 * @id: the id of a story
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are read
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_list_versions().
 */
void
np_library_list_versions_async (NpLibrary *self, const char *id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  Wish *wish;

  g_return_if_fail (NP_IS_LIBRARY (self) && id != NULL);

  wish = g_new0 (Wish, 1);
  wish->id = g_strdup (id);
  run_async (self, wish, list_thread, np_library_list_versions_async, cancellable, callback, user_data);
}

/**
 * np_library_list_versions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (element-type NpStoryVersion) (nullable): the older texts, newest first
 */
GPtrArray *
np_library_list_versions_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  NpComparison *comparison = np_library_compare_versions (source, wish->id, wish->file, wish->other, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) np_comparison_free);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_compare_versions_async:
 * @self: a library
 * @id: the id of a story
 * @file: one of its older texts
 * @other: (nullable): another of them, `NULL` for the text that it has now
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are compared
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_compare_versions().
 */
void
np_library_compare_versions_async (NpLibrary *self, const char *id, const char *file, const char *other,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Wish *wish;

  g_return_if_fail (NP_IS_LIBRARY (self) && id != NULL && file != NULL);

  wish = g_new0 (Wish, 1);
  wish->id = g_strdup (id);
  wish->file = g_strdup (file);
  wish->other = g_strdup (other);
  run_async (self, wish, compare_thread, np_library_compare_versions_async, cancellable, callback, user_data);
}

/**
 * np_library_compare_versions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (nullable): what is to be done to one text to come to the other
 */
NpComparison *
np_library_compare_versions_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
