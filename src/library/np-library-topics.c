#include "library/np-library-topics.h"

#include "library/np-advisor.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-topic-map-make.h"

/**
 * np_library_suggest_topics:
 * @self: a library
 * @article: one of its stories
 * @without_keywords: whether to leave out what the page itself says, to measure against it
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type NpTopicSuggestion): topics that it could have, best first
 */
GPtrArray *
np_library_suggest_topics (NpLibrary *self, const NpArticle *article, gboolean without_keywords, guint limit)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && article != NULL, NULL);

  return np_advisor_suggest (np_library_get_advisor (self), article,
                             without_keywords ? NP_SUGGEST_WITHOUT_KEYWORDS : NP_SUGGEST_ALL, limit);
}

/**
 * np_library_find_related_stories:
 * @self: a library
 * @article: one of its stories
 * @limit: how many at the most
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (element-type NpRelatedStory) (nullable): stories that have to do with it, best first, and
 * why
 */
GPtrArray *
np_library_find_related_stories (NpLibrary *self, const NpArticle *article, guint limit, GError **error)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && article != NULL, NULL);

  return np_advisor_find_stories (np_library_get_advisor (self), article, limit, error);
}

/* What an _async call is asked. */
typedef struct
{
  NpArticle *article; /* (nullable) */
  char *key;          /* (nullable) */
  guint limit, stories;
} Question;

static Question *
question_new (NpArticle *article, const char *key, guint limit, guint stories)
{
  Question *question = g_new0 (Question, 1);

  question->article = article != NULL ? np_article_ref (article) : NULL;
  question->key = g_strdup (key);
  question->limit = limit;
  question->stories = stories;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  np_article_unref (question->article);
  g_free (question->key);
  g_free (question);
}

static void
ask (NpLibrary *self, Question *question, GTaskThreadFunc func, gpointer tag, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, func);
}

static void
advise_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  NpStoryAdvice *advice = g_new0 (NpStoryAdvice, 1);

  advice->suggestions = np_library_suggest_topics (source, question->article, FALSE, question->limit);
  if (!g_cancellable_is_cancelled (cancellable))
    advice->related = np_library_find_related_stories (source, question->article, question->stories, NULL);
  g_task_return_pointer (task, advice, (GDestroyNotify) np_story_advice_free);
}

/**
 * np_library_advise_async:
 * @self: a library
 * @article: one of its stories
 * @suggestions: how many topics to suggest at the most
 * @stories: how many related stories to find at the most
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is found
 * @user_data: for @callback
 *
 * Looks in a thread for all that comes after a story.
 */
void
np_library_advise_async (NpLibrary *self, NpArticle *article, guint suggestions, guint stories,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NP_IS_LIBRARY (self) && article != NULL);

  ask (self, question_new (article, NULL, suggestions, stories), advise_thread, np_library_advise_async, cancellable,
       callback, user_data);
}

/**
 * np_library_advise_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: cancelled
 *
 * Returns: (transfer full) (nullable): what was found; its stories are `NULL` when the index failed
 */
NpStoryAdvice *
np_library_advise_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_library_list_related_topics:
 * @self: a library
 * @key: the key of a topic
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type NpTopicPair): what it is related to: what somebody said first, then by
 * strength
 */
GPtrArray *
np_library_list_related_topics (NpLibrary *self, const char *key, guint limit)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && key != NULL, NULL);

  return np_advisor_list_related (np_library_get_advisor (self), key, limit);
}

static void
related_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, np_library_list_related_topics (source, question->key, question->limit),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * np_library_list_related_topics_async:
 * @self: a library
 * @key: the key of a topic
 * @limit: how many at the most
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are found; ends with np_library_list_pairs_finish()
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_list_related_topics().
 */
void
np_library_list_related_topics_async (NpLibrary *self, const char *key, guint limit, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NP_IS_LIBRARY (self) && key != NULL);

  ask (self, question_new (NULL, key, limit, 0), related_thread, np_library_list_related_topics_async, cancellable,
       callback, user_data);
}

/**
 * np_library_list_twins:
 * @self: a library
 *
 * Returns: (transfer full) (element-type NpTopicPair): topics that may be one and the same, the surest first; the first
 *   of a pair has fewer stories
 */
GPtrArray *
np_library_list_twins (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_advisor_list_twins (np_library_get_advisor (self));
}

static void
twins_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, np_library_list_twins (source), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * np_library_list_twins_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are found; ends with np_library_list_pairs_finish()
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_list_twins().
 */
void
np_library_list_twins_async (NpLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  ask (self, question_new (NULL, NULL, 0, 0), twins_thread, np_library_list_twins_async, cancellable, callback,
       user_data);
}

/**
 * np_library_list_pairs_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: cancelled
 *
 * Returns: (transfer full) (element-type NpTopicPair) (nullable): what was found
 */
GPtrArray *
np_library_list_pairs_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_library_new_topic_map:
 * @self: a library
 *
 * Returns: (transfer full): a map of its topics, empty until np_topic_map_show()
 */
NpTopicMap *
np_library_new_topic_map (NpLibrary *self)
{
  g_autofree char *file = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  file = g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (self), "map", NULL);
  return np_topic_map_new (np_library_get_advisor (self), file);
}
