#include "cli/np-cli-story.h"

#include "cli/np-cli-output.h"

/* Enough of an id to name a story among a hundred thousand. */
#define SHORT_ID 8

/**
 * np_cli_dup_topic_names:
 * @keys: (array zero-terminated=1): keys of topics
 * @tree: the topics
 *
 * Returns: (transfer full): their names with commas between; topics that are gone are left out
 */
char *
np_cli_dup_topic_names (const char *const *keys, const NpTopicTree *tree)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      if (topic != NULL && !np_strings_contain (names, topic->name))
        g_ptr_array_add (names, topic->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
print_json (NpStory *story)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *const *topics = np_story_get_topics (story);

  json_builder_begin_object (builder);
  np_cli_add_string (builder, "id", np_story_get_id (story));
  np_cli_add_string (builder, "file", np_story_get_path (story));
  np_cli_add_string (builder, "url", np_story_get_url (story));
  np_cli_add_string (builder, "headline", np_story_get_headline (story));
  np_cli_add_string (builder, "deck", np_story_get_deck (story));
  np_cli_add_string (builder, "site", np_story_get_site (story));
  np_cli_add_string (builder, "byline", np_story_get_byline (story));
  np_cli_add_string (builder, "published", np_story_get_published (story));
  np_cli_add_string (builder, "saved", np_story_get_saved (story));
  json_builder_set_member_name (builder, "words");
  json_builder_add_int_value (builder, np_story_get_words (story));
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++)
    json_builder_add_string_value (builder, topics[i]);
  json_builder_end_array (builder);
  add_boolean (builder, "read", np_story_get_read (story));
  add_boolean (builder, "starred", np_story_get_starred (story));
  add_boolean (builder, "archived", np_story_get_archived (story));
  add_boolean (builder, "trashed", np_story_get_trashed (story));
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static void
print_text (NpStory *story, const NpTopicTree *tree)
{
  g_autofree char *topics = np_cli_dup_topic_names (np_story_get_topics (story), tree);
  const char *time =
      np_story_get_published (story) != NULL ? np_story_get_published (story) : np_story_get_saved (story);
  const char *site = np_story_get_site (story), *headline = np_story_get_headline (story);

  np_cli_print ("%.*s  %-10.10s  %s%s%s%s%s%s\n", SHORT_ID, np_story_get_id (story), time != NULL ? time : "",
                headline != NULL ? headline : "", site != NULL ? " · " : "", site != NULL ? site : "",
                *topics != '\0' ? "  [" : "", topics, *topics != '\0' ? "]" : "");
}

/**
 * np_cli_print_story:
 * @story: a story
 * @tree: the topics
 * @json: whether to print JSON
 *
 * Prints a line about @story.
 */
void
np_cli_print_story (NpStory *story, const NpTopicTree *tree, gboolean json)
{
  if (json)
    print_json (story);
  else
    print_text (story, tree);
}
