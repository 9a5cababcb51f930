#include "cli/np-cli-topic-run.h"

#include "library/np-library-error.h"
#include "library/np-words.h"

/**
 * np_topic_run_find_topic:
 * @run: a run
 * @i: which of the words
 * @status: (out): the exit status, when there is no such topic; that is said
 *
 * Returns: (transfer none) (nullable): the topic that the word names
 */
const NpTopic *
np_topic_run_find_topic (NpTopicRun *run, guint i, NpCliStatus *status)
{
  const NpTopic *topic = np_topic_tree_find (run->tree, run->words[i]);
  g_autoptr (GError) error = NULL;

  if (topic != NULL)
    topic = np_topic_tree_resolve (run->tree, topic->key);
  if (topic == NULL)
    {
      g_set_error (&error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC, "%s: no such topic", run->words[i]);
      *status = np_cli_complain_of (run->words[i], error);
    }
  return topic;
}

/**
 * np_topic_run_find_topics:
 * @run: a run
 * @first: the first of the words
 * @end: the one behind the last
 * @status: (out): the exit status, when there is no such topic; that is said
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the keys of the topics that the words name
 */
char **
np_topic_run_find_topics (NpTopicRun *run, guint first, guint end, NpCliStatus *status)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = first; i < end; i++)
    {
      const NpTopic *topic = np_topic_run_find_topic (run, i, status);

      if (topic == NULL)
        return NULL;
      g_strv_builder_add (keys, topic->key);
    }
  return g_strv_builder_end (keys);
}

/**
 * np_topic_run_find_stories:
 * @run: a run
 * @first: the first of the words
 * @status: (out): the exit status, when there is no such story; that is said
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids of the stories that the words from @first on
 * name
 */
char **
np_topic_run_find_stories (NpTopicRun *run, guint first, NpCliStatus *status)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = first; i < run->count; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpStory) story = np_cli_find_story (run->library, run->words[i], &error);

      if (story == NULL)
        {
          *status = np_cli_complain_of (run->words[i], error);
          return NULL;
        }
      g_strv_builder_add (builder, np_story_get_id (story));
    }
  return g_strv_builder_end (builder);
}

/**
 * np_topic_run_do:
 * @run: a run
 * @change: (transfer full): a change
 *
 * Does @change and says what was done.
 *
 * Returns: the exit status
 */
NpCliStatus
np_topic_run_do (NpTopicRun *run, NpChange *change)
{
  g_autoptr (NpChange) mine = change;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!np_library_do (run->library, change, &error))
    return np_cli_complain_of (run->words[0], error);
  words = np_words_for_change (change);
  if (run->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      np_cli_add_string (builder, "topic", np_change_get_topic (change));
      np_cli_add_string (builder, "done", words);
      json_builder_end_object (builder);
      np_cli_print_json (builder);
    }
  else
    np_cli_print ("%s\n", words);
  return NP_CLI_OK;
}
