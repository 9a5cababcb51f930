#include "cli/np-cli-topic.h"

#include "cli/np-cli-options.h"
#include "cli/np-cli-topic-tree.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <glib/gi18n.h>

/* One run of the command. */
typedef struct
{
  NpLibrary *library;
  NpTopicTree *tree;
  char **words; /* after the verb */
  guint count;
  gboolean json;
} Run;

/* Gives the topic of word @i, or says that there is none. */
static const NpTopic *
find_topic (Run *run, guint i, NpCliStatus *status)
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

/* Gives the ids of the stories that the words from @first on name, or says which there is none of. */
static char **
find_stories (Run *run, guint first, NpCliStatus *status)
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

/* Does @change, which it swallows, and says what was done. */
static NpCliStatus
do_change (Run *run, NpChange *change)
{
  g_autoptr (NpChange) mine = change;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!np_library_do (run->library, change, &error))
    return np_cli_complain_of (run->words[0], error);
  words = np_words_for_change (change);
  if (!run->json)
    np_cli_print ("%s\n", words);
  return NP_CLI_OK;
}

static NpCliStatus
run_list (Run *run)
{
  np_cli_print_topics (run->library, run->json);
  return np_topic_tree_get_size (run->tree) > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static NpCliStatus
run_add (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  g_auto (GStrv) stories = find_stories (run, 1, &status);
  g_autofree char *name = g_utf8_make_valid (run->words[0], -1);
  const NpTopic *topic = np_topic_tree_find (run->tree, name);

  if (stories == NULL)
    return status;
  if (topic != NULL && *stories == NULL)
    {
      g_autoptr (GError) error =
          g_error_new (NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TOPIC_EXISTS, "%s: exists already", topic->name);
      return np_cli_complain_of (name, error);
    }
  if (topic != NULL)
    return do_change (run, np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, topic->key, (const char *const *) stories));
  return do_change (run, np_change_new_topic (name, NULL, (const char *const *) stories));
}

static NpCliStatus
run_remove (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);
  g_auto (GStrv) stories = topic != NULL ? find_stories (run, 1, &status) : NULL;

  if (stories == NULL)
    return status;
  return do_change (run, np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, topic->key, (const char *const *) stories));
}

static NpCliStatus
run_rename (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);
  g_autofree char *name = g_utf8_make_valid (run->words[1], -1);

  return topic != NULL ? do_change (run, np_change_new_rename (topic->key, name)) : status;
}

static NpCliStatus
run_pair (Run *run, NpChangeKind kind)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);
  const NpTopic *other = topic != NULL ? find_topic (run, 1, &status) : NULL;

  return other != NULL ? do_change (run, np_change_new_pair (kind, topic->key, other->key)) : status;
}

static NpCliStatus
run_merge (Run *run)
{
  return run_pair (run, NP_CHANGE_MERGE_TOPIC);
}

static NpCliStatus
run_relate (Run *run)
{
  return run_pair (run, NP_CHANGE_RELATE_TOPIC);
}

static NpCliStatus
run_unrelate (Run *run)
{
  return run_pair (run, NP_CHANGE_UNRELATE_TOPIC);
}

static NpCliStatus
run_nest (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);
  const NpTopic *parent = topic != NULL && run->count > 1 ? find_topic (run, 1, &status) : NULL;

  if (topic == NULL || (run->count > 1 && parent == NULL))
    return status;
  return do_change (run, np_change_new_move (topic->key, parent != NULL ? parent->key : NULL, -1));
}

static NpCliStatus
run_color (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);

  return topic != NULL ? do_change (run, np_change_new_color (topic->key, run->count > 1 ? run->words[1] : NULL))
                       : status;
}

static NpCliStatus
run_suggest (Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStory) story = np_cli_find_story (run->library, run->words[0], &error);
  g_autoptr (NpArticle) article =
      story != NULL ? np_library_read_article (run->library, np_story_get_id (story), &error) : NULL;
  g_autoptr (GPtrArray) names = article != NULL ? np_library_suggest_topics (run->library, article, 20) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (article == NULL)
    return np_cli_complain_of (run->words[0], error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    {
      json_builder_add_string_value (builder, names->pdata[i]);
      if (!run->json)
        np_cli_print ("%s\n", (const char *) names->pdata[i]);
    }
  json_builder_end_array (builder);
  if (run->json)
    np_cli_print_json (builder);
  return names->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static NpCliStatus
run_delete (Run *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = find_topic (run, 0, &status);

  return topic != NULL ? do_change (run, np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, topic->key, NULL)) : status;
}

/* What can be done, with how many words each takes. */
static const struct
{
  const char *name;
  NpCliStatus (*run) (Run *run);
  guint min, max;
  gboolean changes;
  const char *usage;
} verbs[] = {
  { "list", run_list, 0, 0, FALSE, N_ ("list                   print the topics") },
  { "add", run_add, 1, G_MAXUINT, TRUE, N_ ("add TOPIC [STORY…]     make a topic, or give it to stories") },
  { "remove", run_remove, 2, G_MAXUINT, TRUE, N_ ("remove TOPIC STORY…    take a topic off stories") },
  { "rename", run_rename, 2, 2, TRUE, N_ ("rename TOPIC NAME      call it otherwise") },
  { "merge", run_merge, 2, 2, TRUE, N_ ("merge TOPIC INTO       make two topics one") },
  { "nest", run_nest, 1, 2, TRUE, N_ ("nest TOPIC [PARENT]    put it inside another, or at the top") },
  { "relate", run_relate, 2, 2, TRUE, N_ ("relate TOPIC TOPIC     say that two belong together") },
  { "unrelate", run_unrelate, 2, 2, TRUE, N_ ("unrelate TOPIC TOPIC   say that they do not") },
  { "color", run_color, 1, 2, TRUE,
    N_ ("color TOPIC [COLOR]    blue, green, yellow, orange, red, purple, brown, gray") },
  { "suggest", run_suggest, 1, 1, FALSE, N_ ("suggest STORY          print topics that a story could have") },
  { "delete", run_delete, 1, 1, TRUE, N_ ("delete TOPIC           remove it from the topics; stories stay") },
};

static char *
dup_description (void)
{
  g_autoptr (GString) text = g_string_new (_ ("What can be done:"));

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "\n  %s", _ (verbs[i].usage));
  g_string_append_printf (text, "\n\n%s",
                          _ ("TOPIC is the name or the key of a topic, STORY an id, the beginning of one, or an "
                             "address.\nEverything can be undone in the window."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static NpCliStatus
run_verb (const NpCliOptions *options, gsize verb)
{
  NpCliStatus status = NP_CLI_OK;
  g_autoptr (NpLibrary) library =
      verbs[verb].changes ? np_cli_open_to_change (options, &status) : np_cli_open_to_read (options, &status);
  g_autoptr (NpTopicTree) tree = library != NULL ? np_library_get_topics (library) : NULL;
  Run run = { .library = library, .tree = tree, .json = options->json };

  if (library == NULL)
    return status;
  run.words = options->words != NULL ? options->words + 1 : NULL;
  run.count = MAX (np_cli_options_count (options), 1) - 1;
  status = verbs[verb].run (&run);
  np_cli_settle ();
  np_library_close (library);
  return status;
}

/**
 * np_cli_topic:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints or changes topics.
 *
 * Returns: the exit status
 */
int
np_cli_topic (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autofree char *description = dup_description ();
  const char *name;
  guint count;

  if (!np_cli_options_parse (&options, argc, argv, _ ("[list|add|remove|… TOPIC…]"), _ ("Lists and changes topics."),
                             description, NULL))
    return NP_CLI_USAGE;
  name = options.words != NULL ? options.words[0] : "list";
  count = MAX (np_cli_options_count (&options), 1) - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return count >= verbs[i].min && count <= verbs[i].max
                 ? run_verb (&options, i)
                 : np_cli_complain_of_usage (_ ("topic %s: too few or too many words"), name);
  return np_cli_complain_of_usage (_ ("topic %s: not known"), name);
}
