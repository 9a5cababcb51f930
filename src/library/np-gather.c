#include "library/np-gather.h"

/* What is asked for. */
typedef struct
{
  NpQuery *query;
  guint limit;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  np_query_unref (wish->query);
  g_free (wish);
}

/**
 * np_gather:
 * @library: a library
 * @query: which stories
 * @limit: how many at the most
 * @cancellable: (nullable): stops it between two stories
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * A story whose file is gone or damaged is passed over.
 *
 * Returns: (transfer full) (element-type NpArticle) (nullable): the stories whole, in the order of @query
 */
GPtrArray *
np_gather (NpLibrary *library, NpQuery *query, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) np_article_unref);
  g_autoptr (GPtrArray) stories = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && query != NULL, NULL);

  stories = np_library_find_stories (library, query, limit, error);
  if (stories == NULL)
    return NULL;
  for (guint i = 0; i < stories->len; i++)
    {
      NpArticle *article;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      article = np_library_read_article (library, np_story_get_id (stories->pdata[i]), NULL);
      if (article != NULL)
        g_ptr_array_add (articles, article);
    }
  return g_steal_pointer (&articles);
}

static void
gather_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  GPtrArray *articles = np_gather (source, wish->query, wish->limit, cancellable, &error);

  if (articles != NULL)
    g_task_return_pointer (task, articles, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_gather_async:
 * @library: a library
 * @query: which stories
 * @limit: how many at the most
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are read
 * @user_data: for @callback
 *
 * The asynchronous form of np_gather().
 */
void
np_gather_async (NpLibrary *library, NpQuery *query, guint limit, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (NP_IS_LIBRARY (library) && query != NULL);

  wish = g_new0 (Wish, 1);
  wish->query = np_query_ref (query);
  wish->limit = limit;
  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_gather_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, gather_thread);
}

/**
 * np_gather_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (element-type NpArticle) (nullable): the stories whole
 */
GPtrArray *
np_gather_finish (NpLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
