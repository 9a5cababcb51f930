#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-story-list-state.h"

/**
 * np_library_get_folder:
 * @self: a library
 *
 * Returns: its folder
 */
const char *
np_library_get_folder (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_store_get_folder (np_catalog_get_store (np_library_get_catalog (self)));
}

/**
 * np_library_get_id:
 * @self: a library
 *
 * Returns: its UUID
 */
const char *
np_library_get_id (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_store_get_id (np_catalog_get_store (np_library_get_catalog (self)));
}

/**
 * np_library_is_writable:
 * @self: a library
 * @reason: of `NP_LIBRARY_ERROR`: why it is not
 *
 * Returns: whether it can be changed
 */
gboolean
np_library_is_writable (NpLibrary *self, GError **reason)
{
  NpStore *store;

  g_return_val_if_fail (NP_IS_LIBRARY (self), FALSE);

  store = np_catalog_get_store (np_library_get_catalog (self));
  switch (np_store_get_access (store))
    {
    case NP_STORE_WRITABLE:
      return TRUE;
    case NP_STORE_READ_ONLY_ASKED:
      g_set_error (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_READ_ONLY, "%s: opened read-only",
                   np_store_get_folder (store));
      break;
    case NP_STORE_READ_ONLY_LOCKED:
      g_set_error (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED, "%s: in use by %s", np_store_get_folder (store),
                   np_store_get_lock_holder (store));
      break;
    case NP_STORE_READ_ONLY_PERMISSION:
      g_set_error (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_PERMISSION, "%s: cannot be written",
                   np_store_get_folder (store));
      break;
    case NP_STORE_READ_ONLY_VERSION:
      g_set_error (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_VERSION, "%s: written by a later Newsprint",
                   np_store_get_folder (store));
      break;
    }
  return FALSE;
}

/**
 * np_library_dup_lock_holder:
 * @self: a library
 *
 * Returns: (transfer full) (nullable): who else has it open, "pid 123 on host", when it is locked
 */
char *
np_library_dup_lock_holder (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return g_strdup (np_store_get_lock_holder (np_catalog_get_store (np_library_get_catalog (self))));
}

/**
 * np_library_get_file:
 * @self: a library
 * @path: a path inside it, as figures and stories name it
 *
 * Returns: (transfer full) (nullable): the path for opening the file, `NULL` when @path leads out of the library
 */
char *
np_library_get_file (NpLibrary *self, const char *path)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && path != NULL, NULL);

  return np_store_get_file (np_catalog_get_store (np_library_get_catalog (self)), path);
}

/**
 * np_library_list_stories:
 * @self: a library
 * @query: which stories in which order
 *
 * Returns: (transfer full): a list that follows the library
 */
NpStoryList *
np_library_list_stories (NpLibrary *self, NpQuery *query)
{
  NpStoryList *list;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && query != NULL, NULL);

  list = np_story_list_new (np_library_get_catalog (self), query);
  g_signal_connect_object (self, "stories-changed", G_CALLBACK (np_story_list_refresh), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "topics-changed", G_CALLBACK (np_story_list_refresh), list, G_CONNECT_SWAPPED);
  return list;
}

/**
 * np_library_find_stories:
 * @self: a library
 * @query: which stories in which order
 * @limit: how many at the most
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Blocking; for the command line. An index that turns out to be damaged is rebuilt first.
 *
 * Returns: (transfer full) (element-type NpStory) (nullable): the stories
 */
GPtrArray *
np_library_find_stories (NpLibrary *self, NpQuery *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GArray) rows = NULL;
  NpIndex *index;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && query != NULL, NULL);

  index = np_catalog_get_index (np_library_get_catalog (self));
  tree = np_catalog_get_topics (np_library_get_catalog (self));
  rows = np_index_find_rows (index, query, tree, 0, limit, NULL, NULL);
  if (rows == NULL && np_library_refresh (self, FALSE, NULL, &local)) /* which makes a damaged index anew */
    rows = np_index_find_rows (index, query, tree, 0, limit, NULL, &local);
  if (rows == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      NpStory *story = np_index_get_story (index, g_array_index (rows, gint64, i), query, NULL);

      if (story != NULL)
        g_ptr_array_add (stories, story);
    }
  return g_steal_pointer (&stories);
}

typedef struct
{
  NpQuery *query;
  guint limit;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  np_query_unref (wanted->query);
  g_free (wanted);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  GPtrArray *stories = np_library_find_stories (source, wanted->query, wanted->limit, &error);

  if (stories != NULL)
    g_task_return_pointer (task, stories, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_find_stories_async:
 * @self: a library
 * @query: which stories in which order
 * @limit: how many at the most
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are found
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_find_stories().
 */
void
np_library_find_stories_async (NpLibrary *self, NpQuery *query, guint limit, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (NP_IS_LIBRARY (self) && query != NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->query = np_query_ref (query);
  wanted->limit = limit;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_library_find_stories_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * np_library_find_stories_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (element-type NpStory) (nullable): the stories
 */
GPtrArray *
np_library_find_stories_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_library_count_stories:
 * @self: a library
 * @query: which stories
 *
 * Returns: how many there are; 0 when the index does not say
 */
guint
np_library_count_stories (NpLibrary *self, NpQuery *query)
{
  g_autoptr (NpTopicTree) tree = NULL;
  guint n = 0;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && query != NULL, 0);

  tree = np_library_get_topics (self);
  np_index_count_found (np_catalog_get_index (np_library_get_catalog (self)), query, tree, &n, NULL);
  return n;
}

/**
 * np_library_find_story:
 * @self: a library
 * @id_or_url: the id of a story, or one of its addresses
 * @error: of `NP_LIBRARY_ERROR`: `NP_LIBRARY_ERROR_NO_SUCH_STORY` when there is none
 *
 * Returns: (transfer full) (nullable): the story
 */
NpStory *
np_library_find_story (NpLibrary *self, const char *id_or_url, GError **error)
{
  NpIndex *index;
  NpStory *story;
  g_autofree char *id = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && id_or_url != NULL, NULL);

  index = np_catalog_get_index (np_library_get_catalog (self));
  story = np_index_find_story (index, id_or_url, NULL);
  if (story == NULL)
    id = np_index_find_id_by_url (index, id_or_url, NULL);
  if (id != NULL)
    story = np_index_find_story (index, id, NULL);
  if (story == NULL)
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY, "%s: no such story", id_or_url);
  return story;
}

/**
 * np_library_get_topics:
 * @self: a library
 *
 * Returns: (transfer full): the topics as they are now; the tree never changes, "topics-changed" tells of another
 */
NpTopicTree *
np_library_get_topics (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_catalog_get_topics (np_library_get_catalog (self));
}

/**
 * np_library_read_article:
 * @self: a library
 * @id: the id of a story
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the story whole, as it is on disk
 */
NpArticle *
np_library_read_article (NpLibrary *self, const char *id, GError **error)
{
  NpArticle *article;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && id != NULL, NULL);

  article = np_catalog_read (np_library_get_catalog (self), id, NULL, error);
  if (article == NULL)
    np_library_tell_damage (self);
  return article;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  NpArticle *article = np_library_read_article (source, data, &error);

  if (article != NULL)
    g_task_return_pointer (task, article, (GDestroyNotify) np_article_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_read_article_async:
 * @self: a library
 * @id: the id of a story
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is read
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_read_article().
 */
void
np_library_read_article_async (NpLibrary *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NP_IS_LIBRARY (self) && id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_library_read_article_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * np_library_read_article_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (nullable): the story whole
 */
NpArticle *
np_library_read_article_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_library_get_counts:
 * @self: a library
 * @counts: (out): how many stories each place has, as they were counted last; "counts-changed" tells of others
 *
 * Returns: whether they were counted; if not, which happens only after np_library_count(), they are on their way
 */
gboolean
np_library_get_counts (NpLibrary *self, NpCounts *counts)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && counts != NULL, FALSE);

  return np_tally_get (np_library_get_tally (self), counts);
}

/**
 * np_library_get_topic_count:
 * @self: a library
 * @key: the key of a topic
 *
 * Returns: how many stories it has, those of the topics inside it among them, each once
 */
guint
np_library_get_topic_count (NpLibrary *self, const char *key)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && key != NULL, 0);

  return np_tally_get_topic (np_library_get_tally (self), key);
}
