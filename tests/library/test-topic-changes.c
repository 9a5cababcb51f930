/* Whatever is done to the topics: no story loses one, no article is written, and undoing all of it gives the first
 * state back. */
#include "library/np-library-topics.h"
#include "library/np-words.h"
#include "open-library.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

static const char story[] =
    "Ferry returns to the north shore\n\nThe first boat in nine years leaves on Friday.\n\n"
    "The ferry to Lindholm will run again, the council of Aldermoor said on Monday. It had been "
    "stopped when the old pier was closed, and nobody knew who would open it again.\n";

static char *
dup_topics (NpLibrary *library)
{
  g_autofree char *path = g_build_filename (np_library_get_folder (library), "topics.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Each number is another story. */
static char *
import_story_of (NpLibrary *library, const char *topic, guint number)
{
  g_autofree char *text = g_strdup_printf ("Boat %u: %s\nIt is boat %u.\n", number, story, number);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  NpImport *import = np_library_import_bytes (library, bytes, "text/plain", "A text", topic);

  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (np_import_get_story_id (import));
  return g_strdup (np_import_get_story_id (import));
}

static char *
import_story (NpLibrary *library, const char *topic)
{
  return import_story_of (library, topic, 0);
}

static void
do_ok (NpLibrary *library, NpChange *change)
{
  g_autoptr (NpChange) mine = change;
  g_autoptr (GError) error = NULL;

  np_library_do (library, mine, &error);
  g_assert_no_error (error);
}

static const char *
pick (NpTopicTree *tree, GRand *random)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);

  return keys->pdata[g_rand_int_range (random, 0, (int) keys->len)];
}

/* One change of any kind; what cannot be done is refused and changes nothing. */
static NpChange *
new_change (NpTopicTree *tree, GRand *random)
{
  static const NpChangeKind several[] = { NP_CHANGE_MOVE_TOPIC,  NP_CHANGE_MERGE_TOPIC, NP_CHANGE_RELATE_TOPIC,
                                          NP_CHANGE_COLOR_TOPIC, NP_CHANGE_HIDE_TOPIC,  NP_CHANGE_UNHIDE_TOPIC };
  static const NpChangeKind pairs[] = { NP_CHANGE_MERGE_TOPIC, NP_CHANGE_RELATE_TOPIC, NP_CHANGE_UNRELATE_TOPIC,
                                        NP_CHANGE_DISMISS_TOPIC, NP_CHANGE_OTHER_TOPIC };
  const char *a = pick (tree, random), *b = pick (tree, random), *c = pick (tree, random);
  const char *keys[] = { a, g_str_equal (a, b) ? NULL : b, NULL };
  g_autofree char *name = g_strdup_printf ("Topic %d", g_rand_int_range (random, 0, 30));

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      return np_change_new_topic (name, a, NULL);
    case 1:
      return np_change_new_rename (a, name);
    case 2:
    case 3:
      return np_change_new_move (a, b, g_rand_int_range (random, -1, 4));
    case 4:
      return np_change_new_for_topics (several[g_rand_int_range (random, 0, G_N_ELEMENTS (several))], keys, c, "blue",
                                       1);
    case 5:
      return np_change_new_for_topic (NP_CHANGE_UNMERGE_TOPIC, a, NULL);
    case 6:
      return np_change_new_rule (g_rand_boolean (random) ? NP_CHANGE_ADD_RULE : NP_CHANGE_REMOVE_RULE, a, name, NULL);
    default:
      return np_change_new_pair (pairs[g_rand_int_range (random, 0, G_N_ELEMENTS (pairs))], a, b);
    }
}

static void
test_undo_all (void)
{
  g_autoptr (NpLibrary) library = open_library (NULL);
  g_autofree char *id = NULL, *first = NULL;

  for (int i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Start %d", i);
      do_ok (library, np_change_new_topic (name, NULL, NULL));
    }
  id = import_story (library, "start-3");
  first = dup_topics (library);
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *last = NULL;
      guint done = 0;

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
          g_autoptr (NpChange) change = new_change (tree, random), undo = NULL;
          g_autofree char *before = dup_topics (library), *after = NULL;
          g_autoptr (NpTopicTree) now = NULL;

          np_library_do (library, change, NULL);
          now = np_library_get_topics (library);
          /* The story has its topic, whatever that is called by now. */
          g_assert_nonnull (np_topic_tree_resolve (now, "start-3"));
          after = dup_topics (library);
          done += !g_str_equal (before, after);
        }
      last = dup_topics (library);
      for (guint i = 0; i < done; i++)
        {
          g_autoptr (NpChange) undone = np_library_undo (library, NULL);
          g_assert_nonnull (undone);
        }
      {
        g_autofree char *again = dup_topics (library);
        g_assert_cmpstr (again, ==, first);
      }
      for (guint i = 0; i < done; i++)
        {
          g_autoptr (NpChange) redone = np_library_redo (library, NULL);
          g_assert_nonnull (redone);
        }
      {
        g_autofree char *again = dup_topics (library);
        g_assert_cmpstr (again, ==, last);
      }
      for (guint i = 0; i < done; i++)
        {
          g_autoptr (NpChange) undone = np_library_undo (library, NULL);
        }
    }
  {
    g_autoptr (NpArticle) article = np_library_read_article (library, id, NULL);
    g_assert_true (np_article_has_topic (article, "start-3"));
  }
  np_library_close (library);
}

#define N_STORIES 4

/* The topics of each story, as one text. */
static char *
dup_given (NpLibrary *library, const char *const *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (NpArticle) article = np_library_read_article (library, ids[i], NULL);

      for (guint j = 0; j < article->topics->len; j++)
        g_string_append_printf (text, "%s ", (char *) article->topics->pdata[j]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* Several topics deleted, or given to several stories and taken from them, with all that is done to topics alone. */
static NpChange *
new_change_of_stories (NpTopicTree *tree, GRand *random, const char *const *ids)
{
  const char *a = pick (tree, random), *b = pick (tree, random);
  const char *const keys[] = { a, g_str_equal (a, b) ? NULL : b, NULL };
  const char *const some[] = { ids[g_rand_int_range (random, 0, 2)], ids[g_rand_int_range (random, 2, N_STORIES)],
                               NULL };
  g_autofree char *name = g_strdup_printf ("Topic %d", g_rand_int_range (random, 0, 30));

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      return np_change_new_for_topics (NP_CHANGE_DROP_TOPIC, keys, NULL, NULL, -1);
    case 1:
    case 2:
      return np_change_new_give_topics (keys, NULL, some);
    case 3:
      return np_change_new_give_topics (keys, pick (tree, random), some);
    case 4:
      return np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, a, ids);
    case 5:
      return np_change_new_topic (name, a, some);
    case 6:
      return np_change_new_rule (NP_CHANGE_ADD_RULE, a, name, some);
    default:
      return new_change (tree, random);
    }
}

/* Any sequence of changes of many topics and many stories: undoing all of it gives the first state back, step by step.
 */
static void
test_undo_stories (void)
{
  g_autoptr (NpLibrary) library = open_library (NULL);
  g_auto (GStrv) ids = g_new0 (char *, N_STORIES + 1);
  const char *const *all = (const char *const *) ids;

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Begin %d", i);
      do_ok (library, np_change_new_topic (name, NULL, NULL));
    }
  for (guint i = 0; i < N_STORIES; i++)
    ids[i] = import_story_of (library, "begin-1", i);
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 25; i++)
        {
          g_autoptr (NpTopicTree) tree = np_library_get_topics (library), now = NULL;
          g_autoptr (NpChange) change = new_change_of_stories (tree, random, all);
          g_autofree char *topics = dup_topics (library), *given = dup_given (library, all);

          if (np_library_do (library, change, NULL) && np_library_get_undo (library) == change)
            g_ptr_array_add (states, g_strconcat (topics, given, NULL));
          now = np_library_get_topics (library);
          if (np_topic_tree_get_size (now) == 0)
            break;
        }
      g_assert_cmpuint (states->len, >, 0);
      for (guint i = states->len; i-- > 0;)
        {
          g_autoptr (NpChange) undone = np_library_undo (library, NULL);
          g_autofree char *topics = dup_topics (library), *given = dup_given (library, all), *now = NULL;

          g_assert_nonnull (undone);
          now = g_strconcat (topics, given, NULL);
          g_assert_cmpstr (now, ==, states->pdata[i]);
        }
    }
  np_library_close (library);
}

static gboolean
story_has (NpLibrary *library, const char *id, const char *key)
{
  g_autoptr (NpArticle) article = np_library_read_article (library, id, NULL);

  return np_article_has_topic (article, key);
}

/* Stories get several topics at once, or go from one topic to another; each is one step, and named. */
static void
test_give (void)
{
  g_autoptr (NpLibrary) library = open_library (NULL);
  const char *const both[] = { "boats", "piers", NULL }, *const piers[] = { "piers", NULL },
                    *const inner[] = { "slips", NULL };
  g_autofree char *id = NULL;
  const char *ids[] = { NULL, NULL };
  g_autoptr (NpChange) first = NULL, second = NULL;
  g_autofree char *words = NULL;

  do_ok (library, np_change_new_topic ("Boats", NULL, NULL));
  do_ok (library, np_change_new_topic ("Piers", NULL, NULL));
  do_ok (library, np_change_new_topic ("Slips", "piers", NULL));
  id = import_story (library, NULL);
  ids[0] = id;
  do_ok (library, np_change_new_give_topics (both, NULL, ids));
  words = np_words_for_undo (np_library_get_undo (library));
  g_assert_cmpstr (words, ==, "Undo adding 2 topics to 1 story");
  g_assert_true (story_has (library, id, "boats") && story_has (library, id, "piers"));
  first = np_library_undo (library, NULL);
  g_assert_false (story_has (library, id, "boats") || story_has (library, id, "piers"));
  first = (g_object_unref (first), np_library_redo (library, NULL));
  do_ok (library, np_change_new_topic ("Boats", NULL, ids));
  do_ok (library, np_change_new_give_topics (piers, "boats", ids));
  g_assert_true (!story_has (library, id, "boats") && story_has (library, id, "piers"));
  g_clear_pointer (&words, g_free);
  words = np_words_for_undo (np_library_get_undo (library));
  g_assert_cmpstr (words, ==, "Undo moving 1 story from “Boats” to “Piers”");
  /* From a topic to one inside it, and back. */
  do_ok (library, np_change_new_give_topics (inner, "piers", ids));
  g_assert_true (!story_has (library, id, "piers") && story_has (library, id, "slips"));
  second = np_library_undo (library, NULL);
  g_assert_true (story_has (library, id, "piers") && !story_has (library, id, "slips"));
  np_library_close (library);
}

/* The first letters of the topics inside another. */
static char *
dup_order (NpLibrary *library, const char *parent)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (GPtrArray) children = np_topic_tree_list_children (tree, parent);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < children->len; i++)
    g_string_append_printf (order, "%s%c", i > 0 ? " " : "", ((const NpTopic *) children->pdata[i])->key[0]);
  return g_string_free (order, FALSE);
}

/* Several topics keep their order when they are put between others, wherever they stood before. */
static void
test_order (void)
{
  static const struct
  {
    const char *name, *keys;
    int position;
    const char *order;
  } rows[] = {
    { "two down", "a b", 1, "c a b d" },         { "two up", "c d", 1, "a c d b" },
    { "to the top", "b d", 0, "b d a c" },       { "to the end", "a c", -1, "b d a c" },
    { "around the place", "a d", 1, "b a d c" }, { "all of them", "a b c d", 0, "a b c d" },
  };

  g_autoptr (NpLibrary) library = open_library (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *parent = NULL, *order = NULL, *first = NULL, *again = NULL;
      g_auto (GStrv) keys = g_strsplit (rows[i].keys, " ", -1);
      g_autoptr (NpChange) undone = NULL;

      do_ok (library, np_change_new_topic (rows[i].name, NULL, NULL));
      parent = g_strdup (np_change_get_topic (np_library_get_undo (library)));
      for (char letter = 'a'; letter <= 'd'; letter++)
        {
          g_autofree char *name = g_strdup_printf ("%c%u", letter, (guint) i);
          do_ok (library, np_change_new_topic (name, parent, NULL));
        }
      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *letter = keys[j];
          keys[j] = g_strdup_printf ("%s%u", letter, (guint) i);
        }
      first = dup_order (library, parent);
      do_ok (library, np_change_new_for_topics (NP_CHANGE_MOVE_TOPIC, (const char *const *) keys, parent, NULL,
                                                rows[i].position));
      order = dup_order (library, parent);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (order, ==, rows[i].order);
      if (g_str_equal (order, first))
        continue;
      undone = np_library_undo (library, NULL);
      again = dup_order (library, parent);
      g_assert_cmpstr (again, ==, first);
    }
  np_library_close (library);
}

/* A rule gives its topic to what is saved from now on, and to what is there in one step with its making. */
static void
test_rules (void)
{
  g_autoptr (NpLibrary) library = open_library (NULL);
  g_autofree char *id = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (NpArticle) article = NULL, before = NULL;
  g_autoptr (NpChange) undone = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (np_library_refresh (library, FALSE, NULL, NULL));
  do_ok (library, np_change_new_topic ("Boats", NULL, NULL));
  do_ok (library, np_change_new_topic ("Councils", NULL, NULL));
  do_ok (library, np_change_new_rule (NP_CHANGE_ADD_RULE, "boats", "ferry lindholm", NULL));
  id = import_story (library, NULL);
  article = np_library_read_article (library, id, NULL);
  g_assert_true (np_article_has_topic (article, "boats"));
  ids = np_library_find_by_rule (library, "councils", "\"council of aldermoor\"", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  do_ok (library,
         np_change_new_rule (NP_CHANGE_ADD_RULE, "councils", "\"council of aldermoor\"", (const char *const *) ids));
  g_strfreev (ids);
  ids = np_library_find_by_rule (library, "councils", "\"council of aldermoor\"", &error);
  g_assert_cmpuint (g_strv_length (ids), ==, 0);
  do_ok (library, np_change_new_rule_instead ("councils", "\"council of aldermoor\"", "council lindholm", NULL));
  {
    g_autoptr (NpTopicTree) now = np_library_get_topics (library);
    g_autofree char *words = np_words_for_undo (np_library_get_undo (library));
    g_autoptr (NpChange) back = NULL;

    g_assert_cmpuint (np_topic_tree_get (now, "councils")->rules->len, ==, 1);
    g_assert_cmpstr (np_topic_tree_get (now, "councils")->rules->pdata[0], ==, "council lindholm");
    g_assert_cmpstr (words, ==, "Undo changing a rule for “Councils” to “council lindholm”");
    back = np_library_undo (library, NULL);
  }
  undone = np_library_undo (library, NULL);
  before = np_library_read_article (library, id, NULL);
  g_assert_false (np_article_has_topic (before, "councils"));
  tree = np_library_get_topics (library);
  g_assert_cmpuint (np_topic_tree_get (tree, "councils")->rules->len, ==, 0);
  np_library_close (library);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/topic-changes/undo-all", test_undo_all);
  g_test_add_func ("/library/topic-changes/undo-stories", test_undo_stories);
  g_test_add_func ("/library/topic-changes/rules", test_rules);
  g_test_add_func ("/library/topic-changes/give", test_give);
  g_test_add_func ("/library/topic-changes/order", test_order);
  return g_test_run ();
}
