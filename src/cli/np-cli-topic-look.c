#include "cli/np-cli-topic-look.h"

#include "cli/np-cli-story.h"
#include "cli/np-cli-topic-tree.h"
#include "library/np-words-topics.h"

#define MAX_SUGGESTIONS 20
#define MAX_RELATED     20

/**
 * np_cli_topic_list:
 * @run: a run
 *
 * Prints the topics.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_list (NpTopicRun *run)
{
  np_cli_print_topics (run->library, run->json);
  return np_topic_tree_get_size (run->tree) > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static NpArticle *
read_story (NpTopicRun *run, NpCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStory) story = np_cli_find_story (run->library, run->words[0], &error);
  NpArticle *article = story != NULL ? np_library_read_article (run->library, np_story_get_id (story), &error) : NULL;

  if (article == NULL)
    *status = np_cli_complain_of (run->words[0], error);
  return article;
}

static void
print_suggestion (const NpTopicSuggestion *suggestion)
{
  g_autofree char *why = np_words_for_suggestion (suggestion);

  np_cli_print ("%s  (%s)\n", suggestion->name, why);
}

static void
add_suggestion (JsonBuilder *builder, const NpTopicSuggestion *suggestion)
{
  json_builder_begin_object (builder);
  np_cli_add_string (builder, "name", suggestion->name);
  np_cli_add_string (builder, "key", suggestion->key);
  np_cli_add_string (builder, "why", suggestion->why);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, suggestion->count);
  json_builder_end_object (builder);
}

/**
 * np_cli_topic_suggest:
 * @run: a run
 *
 * Prints topics that a story could have.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_suggest (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  g_autoptr (NpArticle) article = read_story (run, &status);
  g_autoptr (GPtrArray) list = NULL;

  if (article == NULL)
    return status;
  list = np_library_suggest_topics (run->library, article, run->without_keywords, MAX_SUGGESTIONS);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      if (!run->json)
        {
          print_suggestion (list->pdata[i]);
          continue;
        }
      add_suggestion (builder, list->pdata[i]);
      np_cli_print_json (builder);
    }
  return list->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static void
print_pair_json (const NpTopicPair *pair, const char *words, gboolean twins)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  np_cli_add_string (builder, "topic", pair->key);
  np_cli_add_string (builder, "other", pair->other);
  if (twins)
    np_cli_add_string (builder, "why", pair->why);
  else
    {
      g_autofree char *month = pair->year > 0 ? g_strdup_printf ("%04u-%02u", pair->year, pair->month) : NULL;

      json_builder_set_member_name (builder, "strength");
      json_builder_add_double_value (builder, pair->strength);
      json_builder_set_member_name (builder, "mine");
      json_builder_add_boolean_value (builder, pair->mine);
      json_builder_set_member_name (builder, "shared");
      json_builder_add_int_value (builder, pair->shared);
      np_cli_add_string (builder, "month", month);
      json_builder_set_member_name (builder, "named");
      json_builder_add_int_value (builder, pair->named);
      json_builder_set_member_name (builder, "words");
      json_builder_begin_array (builder);
      for (guint i = 0; pair->words != NULL && pair->words[i] != NULL; i++)
        json_builder_add_string_value (builder, pair->words[i]);
      json_builder_end_array (builder);
    }
  np_cli_add_string (builder, "reason", words);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static const char *
name_of (NpTopicRun *run, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (run->tree, key);

  return topic != NULL ? topic->name : key;
}

/**
 * np_cli_topic_duplicates:
 * @run: a run
 *
 * Prints topics that may be one and the same, with what speaks for it.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_duplicates (NpTopicRun *run)
{
  g_autoptr (GPtrArray) pairs = np_library_list_twins (run->library);

  for (guint i = 0; i < pairs->len; i++)
    {
      const NpTopicPair *pair = pairs->pdata[i];
      g_autofree char *words = np_words_for_twins (pair);

      if (run->json)
        print_pair_json (pair, words, TRUE);
      else
        np_cli_print ("%s → %s  (%s)\n", name_of (run, pair->key), name_of (run, pair->other), words);
    }
  return pairs->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

/**
 * np_cli_topic_related:
 * @run: a run
 *
 * Prints the topics that a topic is related to, and why.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_related (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_autoptr (GPtrArray) pairs =
      topic != NULL ? np_library_list_related_topics (run->library, topic->key, MAX_RELATED) : NULL;

  if (topic == NULL)
    return status;
  for (guint i = 0; i < pairs->len; i++)
    {
      const NpTopicPair *pair = pairs->pdata[i];
      g_autofree char *words = np_words_for_relation (pair);

      if (run->json)
        print_pair_json (pair, words, FALSE);
      else
        np_cli_print ("%.2f  %s  (%s)\n", pair->strength, pair->other_name, words);
    }
  return pairs->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

/**
 * np_cli_topic_like:
 * @run: a run
 *
 * Prints the stories that have to do with a story, and why.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_like (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  g_autoptr (NpArticle) article = read_story (run, &status);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      article != NULL ? np_library_find_related_stories (run->library, article, MAX_RELATED, &error) : NULL;

  if (article == NULL)
    return status;
  if (found == NULL)
    return np_cli_complain_of (run->words[0], error);
  for (guint i = 0; i < found->len; i++)
    {
      const NpRelatedStory *related = found->pdata[i];
      g_autofree char *words = np_words_for_related_story (related);
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      if (!run->json)
        {
          np_cli_print ("%.8s  %s  (%s)\n", np_story_get_id (related->story), np_story_get_headline (related->story),
                        words);
          continue;
        }
      json_builder_begin_object (builder);
      np_cli_add_string (builder, "id", np_story_get_id (related->story));
      np_cli_add_string (builder, "headline", np_story_get_headline (related->story));
      np_cli_add_string (builder, "reason", words);
      json_builder_end_object (builder);
      np_cli_print_json (builder);
    }
  return found->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

/**
 * np_cli_topic_rules:
 * @run: a run
 *
 * Prints the rules of all topics.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_rules (NpTopicRun *run)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (run->tree);
  NpCliStatus status = NP_CLI_NOTHING;

  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (run->tree, keys->pdata[i]);

      for (guint j = 0; j < topic->rules->len; j++)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          status = NP_CLI_OK;
          if (!run->json)
            {
              np_cli_print ("%s  %s\n", name_of (run, topic->key), (char *) topic->rules->pdata[j]);
              continue;
            }
          json_builder_begin_object (builder);
          np_cli_add_string (builder, "topic", np_topic_tree_resolve (run->tree, topic->key)->key);
          np_cli_add_string (builder, "search", topic->rules->pdata[j]);
          json_builder_end_object (builder);
          np_cli_print_json (builder);
        }
    }
  return status;
}

/**
 * np_cli_topic_preview:
 * @run: a run
 *
 * Prints the stories that a rule would give a topic, and changes nothing.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_preview (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_autofree char *search = g_utf8_make_valid (run->words[1], -1);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = topic != NULL ? np_library_find_by_rule (run->library, topic->key, search, &error) : NULL;

  if (topic == NULL)
    return status;
  if (ids == NULL)
    return np_cli_complain_of (search, error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (NpStory) story = np_library_find_story (run->library, ids[i], NULL);

      if (story != NULL)
        np_cli_print_story (story, run->tree, run->json);
    }
  return ids[0] != NULL ? NP_CLI_OK : NP_CLI_NOTHING;
}
