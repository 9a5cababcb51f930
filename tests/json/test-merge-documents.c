/* Merging two machines' topics, searches and feeds: commutative, idempotent, nothing lost, and what comes out can be
 * read, whatever was done on either of them. NP_SEEDS=10000 tries so many. */
#include "json/np-json-following.h"
#include "json/np-json-merge.h"
#include "json/np-json-print.h"
#include "json/np-json-searches.h"
#include "json/np-json-syntax.h"
#include "json/np-json-topics.h"
#include "model/np-article.h"

#include <stdlib.h>
#include <string.h>

#define N_STEPS 12

/* One of the files. */
typedef struct
{
  const char *name;
  gpointer (*make) (void);
  gpointer (*copy) (gconstpointer document);
  void (*change) (gpointer document, GRand *random);
  GBytes *(*write) (gconstpointer document);
  gpointer (*read) (GBytes *bytes, gboolean *later, GError **error);
  GPtrArray *(*list) (gpointer document); /* char*: the keys of what is in it */
  GDestroyNotify unref;
} Kind;

static char *
some_name (GRand *random)
{
  return g_strdup_printf ("Name %d", g_rand_int_range (random, 0, 12));
}

/* --- topics */

static char *
some_key (NpTopicTree *tree, GRand *random)
{
  g_autoptr (GPtrArray) topics = np_topic_tree_list_all (tree);

  return topics->len > 0
             ? g_strdup (((NpTopic *) topics->pdata[g_rand_int_range (random, 0, (gint32) topics->len)])->key)
             : NULL;
}

static void
change_topics (gpointer document, GRand *random)
{
  NpTopicTree *tree = document;
  g_autofree char *a = some_key (tree, random), *b = some_key (tree, random), *name = some_name (random);

  switch (a != NULL ? g_rand_int_range (random, 0, 9) : 0)
    {
    case 0:
    case 1:
      np_topic_tree_add (tree, name, g_rand_boolean (random) ? a : NULL, NULL);
      break;
    case 2:
      np_topic_tree_rename (tree, a, name, NULL);
      break;
    case 3:
      np_topic_tree_move (tree, a, g_rand_boolean (random) ? b : NULL, g_rand_int_range (random, -1, 3), NULL);
      break;
    case 4:
      np_topic_tree_merge (tree, a, b, NULL);
      break;
    case 5:
      np_topic_tree_relate (tree, a, b, g_rand_boolean (random) ? "mine" : NULL, NULL);
      break;
    case 6:
      np_topic_tree_set_color (tree, a, g_rand_boolean (random) ? "blue" : NULL, NULL);
      break;
    case 7:
      np_topic_tree_set_rule (tree, a, name, TRUE, NULL);
      break;
    default:
      if (g_rand_int_range (random, 0, 3) == 0)
        np_topic_tree_drop (tree, a);
      break;
    }
}

static gpointer
make_topics (void)
{
  return np_topic_tree_new ();
}

static gpointer
copy_topics (gconstpointer document)
{
  return np_topic_tree_copy (document);
}

static GBytes *
write_topics (gconstpointer document)
{
  return np_json_topics_to_bytes (document);
}

static gpointer
read_topics (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_topics_from_bytes (bytes, later, error);
}

static GPtrArray *
list_topics (gpointer document)
{
  return np_topic_tree_list_keys (document);
}

/* --- searches */

static void
change_searches (gpointer document, GRand *random)
{
  NpSearches *searches = document;
  guint n = np_searches_get_size (searches);
  int at = n > 0 ? g_rand_int_range (random, 0, (gint32) n) : 0;
  g_autofree char *name = some_name (random);
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, name);
  g_autofree char *id = n > 0 ? g_strdup (np_searches_get (searches, (guint) at)->id) : NULL;

  switch (n > 0 ? g_rand_int_range (random, 0, 6) : 0)
    {
    case 0:
    case 1:
    case 2:
      np_searches_put (searches, np_search_new_for (query, name), at);
      break;
    case 3:
      np_searches_rename (searches, id, name);
      break;
    case 4:
      np_searches_move (searches, id, g_rand_int_range (random, 0, (gint32) n));
      break;
    default:
      np_searches_drop (searches, id);
      break;
    }
}

static gpointer
make_searches (void)
{
  return np_searches_new ();
}

static gpointer
copy_searches (gconstpointer document)
{
  return np_searches_copy (document);
}

static GBytes *
write_searches (gconstpointer document)
{
  return np_json_searches_to_bytes (document);
}

static gpointer
read_searches (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_searches_from_bytes (bytes, later, error);
}

static GPtrArray *
list_searches (gpointer document)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < np_searches_get_size (document); i++)
    g_ptr_array_add (ids, g_strdup (np_searches_get (document, i)->id));
  return ids;
}

/* --- feeds */

static void
change_feeds (gpointer document, GRand *random)
{
  NpFollowing *following = document;
  guint n = following->feeds->len;
  g_autofree char *name = some_name (random);
  g_autofree char *url = g_strdup_printf ("https://example.org/%u", g_rand_int_range (random, 0, 6));
  NpFollowed *followed = n > 0 ? g_ptr_array_index (following->feeds, g_rand_int_range (random, 0, (gint32) n)) : NULL;
  g_autofree char *id = g_uuid_string_random ();

  switch (n > 0 ? g_rand_int_range (random, 0, 6) : 0)
    {
    case 0:
    case 1:
      if (np_following_find (following, url) == NULL)
        g_ptr_array_add (following->feeds, np_followed_new (id, url));
      break;
    case 2:
      g_free (followed->title);
      followed->title = g_steal_pointer (&name);
      break;
    case 3:
    case 4:
      if (!np_strings_contain (followed->seen, name))
        g_ptr_array_add (followed->seen, g_steal_pointer (&name));
      break;
    default:
      if (g_rand_boolean (random))
        g_ptr_array_remove (following->feeds, followed);
      break;
    }
}

static gpointer
make_feeds (void)
{
  return np_following_new ();
}

static gpointer
read_feeds (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_following_from_bytes (bytes, later, error);
}

static GBytes *
write_feeds (gconstpointer document)
{
  return np_json_following_to_bytes (document);
}

static gpointer
copy_feeds (gconstpointer document)
{
  g_autoptr (GBytes) bytes = write_feeds (document);

  return read_feeds (bytes, NULL, NULL);
}

static GPtrArray *
list_feeds (gpointer document)
{
  NpFollowing *following = document;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < following->feeds->len; i++)
    g_ptr_array_add (ids, g_strdup (((NpFollowed *) following->feeds->pdata[i])->id));
  return ids;
}

static const Kind kinds[] = {
  { "topics", make_topics, copy_topics, change_topics, write_topics, read_topics, list_topics,
    (GDestroyNotify) np_topic_tree_unref },
  { "searches", make_searches, copy_searches, change_searches, write_searches, read_searches, list_searches,
    (GDestroyNotify) np_searches_unref },
  { "feeds", make_feeds, copy_feeds, change_feeds, write_feeds, read_feeds, list_feeds,
    (GDestroyNotify) np_following_free },
};

static gpointer
changed (const Kind *kind, gconstpointer document, GRand *random)
{
  gpointer copy = kind->copy (document);

  for (int i = g_rand_int_range (random, 0, N_STEPS); i > 0; i--)
    kind->change (copy, random);
  return copy;
}

static JsonNode *
to_node (const Kind *kind, gconstpointer document)
{
  g_autoptr (GBytes) bytes = kind->write (document);

  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

static gpointer
to_document (const Kind *kind, JsonNode *node)
{
  g_autofree char *text = np_json_print_compact (node);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gpointer document = kind->read (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_same (JsonNode *a, JsonNode *b, const char *what)
{
  g_autofree char *first = np_json_print_compact (a), *second = np_json_print_compact (b);

  if (!json_node_equal (a, b))
    g_error ("%s:\n%s\n%s", what, first, second);
}

/* What @mine has is in the result, unless both had it and the other took it away; then that may be, too: what was
 * changed here is kept. */
static void
assert_kept (const Kind *kind, gpointer base, gpointer mine, gpointer other, gpointer result)
{
  g_autoptr (GPtrArray) before = base != NULL ? kind->list (base) : NULL, ours = kind->list (mine);
  g_autoptr (GPtrArray) theirs = kind->list (other), merged = kind->list (result);

  for (guint i = 0; i < ours->len; i++)
    {
      const char *key = ours->pdata[i];

      if (before != NULL && np_strings_contain (before, key) && !np_strings_contain (theirs, key))
        continue;
      if (!np_strings_contain (merged, key))
        g_error ("“%s” is lost", key);
    }
}

static void
try_seed (const Kind *kind, guint32 seed, gboolean with_base)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gpointer nothing = kind->make (), base = changed (kind, nothing, random), mine = changed (kind, base, random);
  gpointer other = changed (kind, base, random), result, again;
  g_autoptr (JsonNode) whole = to_node (kind, base), first = to_node (kind, mine), second = to_node (kind, other);
  JsonNode *from = with_base ? whole : NULL;
  NpJsonVersion a = { first, g_rand_int_range (random, 0, 2), FALSE }, same = a;
  NpJsonVersion b = { second, g_rand_int_range (random, 0, 2), FALSE };
  g_autoptr (JsonNode) merged = np_json_merge (from, &a, &b), swapped = np_json_merge (from, &b, &a);
  NpJsonVersion later = { merged, 5, FALSE };
  g_autoptr (JsonNode) with_a = np_json_merge (from, &later, &a), with_b = np_json_merge (from, &b, &later);
  g_autoptr (JsonNode) itself = np_json_merge (from, &a, &same), printed = NULL, printed_again = NULL;

  g_test_message ("%s, seed %u", kind->name, seed);
  assert_same (merged, swapped, "not commutative");
  assert_same (merged, with_a, "not idempotent, first");
  assert_same (merged, with_b, "not idempotent, second");
  assert_same (first, itself, "one with itself");
  result = to_document (kind, merged);
  assert_kept (kind, with_base ? base : NULL, mine, other, result);
  assert_kept (kind, with_base ? base : NULL, other, mine, result);
  printed = to_node (kind, result); /* as it is written, circles and all that cannot be taken out of it */
  again = to_document (kind, printed);
  printed_again = to_node (kind, again);
  assert_same (printed, printed_again, "not as it was written");
  kind->unref (nothing);
  kind->unref (base);
  kind->unref (mine);
  kind->unref (other);
  kind->unref (result);
  kind->unref (again);
}

static void
test_kind (gconstpointer data)
{
  const char *asked = g_getenv ("NP_SEEDS");
  guint32 n_seeds = asked != NULL ? (guint32) strtoul (asked, NULL, 10) : 400;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    {
      try_seed (data, seed, FALSE);
      try_seed (data, seed, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/json/merge-documents/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  return g_test_run ();
}
