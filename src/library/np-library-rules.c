/* Rules over the library: what one would change, before it is made. */
#include "library/np-library-topics.h"

#include "topics/np-rule.h"

static gboolean
has_topic (const NpTopicTree *tree, NpStory *story, const char *key)
{
  const char *const *keys = np_story_get_topics (story);
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  for (guint i = 0; keys[i] != NULL; i++)
    if (topic != NULL && np_topic_tree_resolve (tree, keys[i]) == topic)
      return TRUE;
  return FALSE;
}

/**
 * np_library_preview_rule:
 * @self: a library
 * @key: (nullable): the key of a topic; `NULL` while there is none
 * @search: a search
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Looks for the stories that a rule would give the topic: those that it finds and that do not have it yet. Blocking.
 *
 * Returns: (transfer full) (element-type NpStory) (nullable): the stories; none for a search that means nothing
 */
GPtrArray *
np_library_preview_rule (NpLibrary *self, const char *key, const char *search, GError **error)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (NpQuery) query = NULL;
  g_autoptr (GPtrArray) stories = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && search != NULL, NULL);

  tree = np_library_get_topics (self);
  query = np_rule_new_query (search);
  if (query->term == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  stories = np_library_find_stories (self, query, G_MAXUINT, error);
  for (guint i = stories != NULL ? stories->len : 0; key != NULL && i-- > 0;)
    if (has_topic (tree, stories->pdata[i], key))
      g_ptr_array_remove_index (stories, i);
  return g_steal_pointer (&stories);
}

/* What is asked in a thread. */
typedef struct
{
  char *key;
  char *search;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->key);
  g_free (question->search);
  g_free (question);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *stories = np_library_preview_rule (source, question->key, question->search, &error);

  if (stories != NULL)
    g_task_return_pointer (task, stories, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_preview_rule_async:
 * @self: a library
 * @key: (nullable): the key of a topic
 * @search: a search
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are found
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_preview_rule().
 */
void
np_library_preview_rule_async (NpLibrary *self, const char *key, const char *search, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (NP_IS_LIBRARY (self) && search != NULL);

  question = g_new0 (Question, 1);
  question->key = g_strdup (key);
  question->search = g_strdup (search);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_library_preview_rule_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, preview_thread);
}

/**
 * np_library_preview_rule_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (element-type NpStory) (nullable): the stories
 */
GPtrArray *
np_library_preview_rule_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_library_find_by_rule:
 * @self: a library
 * @key: the key of a topic
 * @search: a search
 * @error: of `NP_LIBRARY_ERROR`
 *
 * As np_library_preview_rule(), the ids alone.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the ids of the stories
 */
char **
np_library_find_by_rule (NpLibrary *self, const char *key, const char *search, GError **error)
{
  g_autoptr (GPtrArray) stories = np_library_preview_rule (self, key, search, error);
  g_autoptr (GStrvBuilder) ids = NULL;

  if (stories == NULL)
    return NULL;
  ids = g_strv_builder_new ();
  for (guint i = 0; i < stories->len; i++)
    g_strv_builder_add (ids, np_story_get_id (stories->pdata[i]));
  return g_strv_builder_end (ids);
}
