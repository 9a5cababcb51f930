#include "cli/np-cli-topic.h"

#include "cli/np-cli-topic-change.h"
#include "cli/np-cli-topic-look.h"
#include "library/np-library-error.h"

#include <glib/gi18n.h>

/* What can be done, with how many words each takes. */
static const struct
{
  const char *name;
  NpTopicVerb run;
  guint min, max;
  gboolean changes;
  const char *usage;
} verbs[] = {
  { "list", np_cli_topic_list, 0, 0, FALSE, N_ ("list                   print the topics") },
  { "add", np_cli_topic_add, 1, G_MAXUINT, TRUE, N_ ("add TOPIC [STORY…]     make a topic, or give it to stories") },
  { "remove", np_cli_topic_remove, 2, G_MAXUINT, TRUE, N_ ("remove TOPIC STORY…    remove a topic from stories") },
  { "rename", np_cli_topic_rename, 2, 2, TRUE, N_ ("rename TOPIC NAME      give it another name") },
  { "merge", np_cli_topic_merge, 2, G_MAXUINT, TRUE, N_ ("merge TOPIC… INTO      make topics one") },
  { "unmerge", np_cli_topic_unmerge, 1, 1, TRUE, N_ ("unmerge NAME           make a topic of what was merged") },
  { "nest", np_cli_topic_nest, 1, G_MAXUINT, TRUE, N_ ("nest TOPIC… PARENT     put topics inside another") },
  { "unnest", np_cli_topic_unnest, 1, G_MAXUINT, TRUE, N_ ("unnest TOPIC…          put topics at the top") },
  { "move", np_cli_topic_move, 2, 2, TRUE, N_ ("move TOPIC PLACE       its place among its siblings, from 1") },
  { "relate", np_cli_topic_relate, 2, G_MAXUINT, TRUE, N_ ("relate TOPIC… TOPIC    say that they belong together") },
  { "unrelate", np_cli_topic_unrelate, 2, 2, TRUE, N_ ("unrelate TOPIC TOPIC   take that back") },
  { "dismiss", np_cli_topic_dismiss, 2, 2, TRUE, N_ ("dismiss TOPIC TOPIC    never offer the two as related") },
  { "keep-apart", np_cli_topic_keep_apart, 2, 2, TRUE, N_ ("keep-apart TOPIC TOPIC never offer the two for merging") },
  { "color", np_cli_topic_color, 1, 2, TRUE,
    N_ ("color TOPIC [COLOR]    blue, green, yellow, orange, red, purple, brown, gray") },
  { "hide", np_cli_topic_hide, 1, G_MAXUINT, TRUE, N_ ("hide TOPIC…            leave them out of the list of topics") },
  { "unhide", np_cli_topic_unhide, 1, G_MAXUINT, TRUE, N_ ("unhide TOPIC…          show them again") },
  { "delete", np_cli_topic_delete, 1, G_MAXUINT, TRUE,
    N_ ("delete TOPIC…          remove them from the topics; stories stay") },
  { "suggest", np_cli_topic_suggest, 1, 1, FALSE, N_ ("suggest STORY          print topics that a story could have") },
  { "related", np_cli_topic_related, 1, 1, FALSE, N_ ("related TOPIC          print related topics, and why") },
  { "like", np_cli_topic_like, 1, 1, FALSE, N_ ("like STORY             print related stories, and why") },
  { "duplicates", np_cli_topic_duplicates, 0, 0, FALSE,
    N_ ("duplicates             print topics that may be one, and why") },
  { "rules", np_cli_topic_rules, 0, 0, FALSE, N_ ("rules                  print the rules") },
  { "rule", np_cli_topic_rule, 2, 2, TRUE,
    N_ ("rule TOPIC SEARCH      give the topic to stories that the search finds") },
  { "preview", np_cli_topic_preview, 2, 2, FALSE,
    N_ ("preview TOPIC SEARCH   print the stories that a rule would change") },
  { "unrule", np_cli_topic_unrule, 2, 2, TRUE, N_ ("unrule TOPIC SEARCH    remove a rule") },
  { "undo", np_cli_topic_undo, 0, 0, TRUE, N_ ("undo                   take the last change back, whatever it was") },
  { "redo", np_cli_topic_redo, 0, 0, TRUE, N_ ("redo                   do again what was undone") },
};

static char *
dup_description (void)
{
  g_autoptr (GString) text = g_string_new (_ ("What can be done:"));

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "\n  %s", _ (verbs[i].usage));
  g_string_append_printf (text, "\n\n%s",
                          _ ("TOPIC is the name or the key of a topic, STORY an id, the beginning of one, or an "
                             "address.\n“undo” takes back whatever was changed last, here or in the window."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static NpCliStatus
run_verb (const NpCliOptions *options, gsize verb, NpTopicRun run)
{
  NpCliStatus status = NP_CLI_OK;
  g_autoptr (NpLibrary) library =
      verbs[verb].changes ? np_cli_open_to_change (options, &status) : np_cli_open_to_read (options, &status);
  g_autoptr (NpTopicTree) tree = library != NULL ? np_library_get_topics (library) : NULL;

  if (library == NULL)
    return status;
  run.library = library;
  run.tree = tree;
  run.json = options->json;
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
  NpTopicRun run = { 0 };
  const GOptionEntry entries[] = {
    { "without-keywords", 0, 0, G_OPTION_ARG_NONE, &run.without_keywords,
      N_ ("suggest: leave out what the page itself says"), NULL },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &run.apply, N_ ("rule: also to the stories that are there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = dup_description ();
  const char *name;
  guint count;

  if (!np_cli_options_parse (&options, argc, argv, _ ("[list|add|remove|… TOPIC…]"), _ ("Lists and changes topics."),
                             description, entries))
    return NP_CLI_USAGE;
  name = options.words != NULL ? options.words[0] : "list";
  count = MAX (np_cli_options_count (&options), 1) - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return count >= verbs[i].min && count <= verbs[i].max
                 ? run_verb (&options, i, run)
                 : np_cli_complain_of_usage (_ ("topic %s: too few or too many words"), name);
  return np_cli_complain_of_usage (_ ("topic %s: not known"), name);
}
