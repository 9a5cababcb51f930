#include "json/np-json-article.h"
#include "json/np-json-merge.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

#include "random-article.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  if (g_str_equal (text, ""))
    return NULL;
  node = np_json_parse (json, strlen (json), &error);
  g_assert_no_error (error);
  return node;
}

static const struct
{
  const char *name, *base, *a, *b, *result; /* a is newer */
  gboolean lost_a, lost_b;
} rows[] = {
  { "topics without base", "", "{'topics': ['x', 'y']}", "{'topics': ['z', 'x']}", "{'topics': ['x', 'y', 'z']}" },
  { "topic taken off", "{'topics': ['x', 'y']}", "{'topics': ['x']}", "{'topics': ['x', 'y', 'z']}",
    "{'topics': ['x', 'z']}", FALSE, TRUE },
  { "topic taken off by one alone", "{'topics': ['x', 'y']}", "{'topics': ['x', 'y']}", "{'topics': ['y']}",
    "{'topics': ['y']}", TRUE, FALSE },
  { "read on one machine", "", "{'state': {'read': false}}", "{'state': {'read': true}}", "{'state': {'read': true}}" },
  { "star taken off", "{'starred': true}", "{'starred': true}", "{'starred': false}", "{'starred': false}" },
  { "place", "", "{'place': 0.2}", "{'place': 0.7}", "{'place': 0.7}" },
  { "two notes", "", "{'note': 'mine'}", "{'note': 'yours'}", "{'note': 'mine\\n\\nyours'}" },
  { "longer note", "", "{'note': 'a'}", "{'note': 'ab'}", "{'note': 'ab'}" },
  { "empty note", "", "{'note': ''}", "{'note': 'ab'}", "{'note': 'ab'}" },
  { "note deleted", "{'note': 'n'}", "{'note': ''}", "{'note': 'n'}", "{'note': ''}" },
  { "headline", "", "{'headline': 'new'}", "{'headline': 'old'}", "{'headline': 'new'}", FALSE, TRUE },
  { "headline that only the older changed", "{'headline': 'was'}", "{'headline': 'was'}", "{'headline': 'old'}",
    "{'headline': 'old'}" },
  { "nothing is less than something", "", "{'deck': null}", "{'deck': 'd'}", "{'deck': 'd'}" },
  { "edited by hand", "", "{'headline': 'new', 'provenance': {'fields': {'headline': 'meta'}}}",
    "{'headline': 'old', 'provenance': {'fields': {'headline': 'edited'}}}",
    "{'headline': 'old', 'provenance': {'fields': {'headline': 'edited'}}}", TRUE, FALSE },
  { "highlights", "", "{'highlights': [{'id': '1', 'text': 'a'}]}", "{'highlights': [{'id': '2', 'text': 'b'}]}",
    "{'highlights': [{'id': '1', 'text': 'a'}, {'id': '2', 'text': 'b'}]}" },
  { "notes of one highlight", "", "{'highlights': [{'id': '1', 'note': 'a'}]}",
    "{'highlights': [{'id': '1', 'note': 'b'}]}", "{'highlights': [{'id': '1', 'note': 'a\\n\\nb'}]}" },
  { "highlight deleted", "{'highlights': [{'id': '1'}]}", "{'highlights': []}",
    "{'highlights': [{'id': '1'}, {'id': '2'}]}", "{'highlights': [{'id': '2'}]}", FALSE, TRUE },
  { "highlight deleted and changed", "{'highlights': [{'id': '1'}]}", "{'highlights': []}",
    "{'highlights': [{'id': '1', 'color': 'red'}]}", "{'highlights': [{'id': '1', 'color': 'red'}]}" },
  { "older versions of both", "", "{'versions': [{'file': 'versions/a.json', 'until': '1'}]}",
    "{'versions': [{'file': 'versions/b.json', 'until': '2'}]}",
    "{'versions': [{'file': 'versions/a.json', 'until': '1'}, {'file': 'versions/b.json', 'until': '2'}]}" },
  { "one older version, noticed twice", "", "{'versions': [{'file': 'versions/a.json', 'why': 'update'}]}",
    "{'versions': [{'file': 'versions/a.json', 'future': 1}]}",
    "{'versions': [{'file': 'versions/a.json', 'why': 'update', 'future': 1}]}" },
  { "an older version taken back", "{'versions': [{'file': 'versions/a.json'}]}", "{'versions': []}",
    "{'versions': [{'file': 'versions/a.json'}]}", "{'versions': []}", FALSE, TRUE },
  { "captions", "", "{'figures': [{'source': 's', 'caption': 'c', 'credit': null}]}",
    "{'figures': [{'source': 's', 'caption': null, 'credit': 'd'}]}",
    "{'figures': [{'source': 's', 'caption': 'c', 'credit': 'd'}]}" },
  { "body and figures go together", "", "{'body': [1], 'figures': [{'source': 's'}]}", "{'body': [2], 'figures': []}",
    "{'body': [1], 'figures': [{'source': 's'}]}", FALSE, TRUE },
  { "body of one, figures of the other", "{'body': [1], 'figures': []}", "{'body': [2], 'figures': []}",
    "{'body': [1], 'figures': [{'source': 's'}]}", "{'body': [2], 'figures': []}", FALSE, TRUE },
  { "members of later versions", "", "{'x': {'a': 1}}", "{'x': {'b': [2]}}", "{'x': {'a': 1, 'b': [2]}}" },
  { "topic renamed and moved", "{'topics': {'k': {'name': 'K'}}}", "{'topics': {'k': {'name': 'Korea'}}}",
    "{'topics': {'k': {'name': 'K', 'parent': 'p'}, 'p': {'name': 'P'}}}",
    "{'topics': {'k': {'name': 'Korea', 'parent': 'p'}, 'p': {'name': 'P'}}}" },
  { "topic deleted", "{'topics': {'k': {'name': 'K'}}}", "{'topics': {}, 'dropped': ['k']}",
    "{'topics': {'k': {'name': 'K'}}}", "{'topics': {}, 'dropped': ['k']}", FALSE, TRUE },
  { "topic deleted and renamed", "{'topics': {'k': {'name': 'K'}}}", "{'topics': {}}",
    "{'topics': {'k': {'name': 'Korea'}}}", "{'topics': {'k': {'name': 'Korea'}}}" },
  { "searches", "", "{'searches': [{'id': 'a', 'name': 'A'}]}", "{'searches': [{'id': 'b', 'name': 'B'}]}",
    "{'searches': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}]}" },
  { "an object and a word", "", "{'site': 'x'}", "{'site': {'name': 'X'}}", "{'site': 'x'}", FALSE, TRUE },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) base = parse (rows[i].base), first = parse (rows[i].a), second = parse (rows[i].b);
      g_autoptr (JsonNode) expected = parse (rows[i].result), digest = NULL;
      NpJsonVersion a = { first, 2, FALSE }, b = { second, 1, FALSE };
      g_autoptr (JsonNode) merged = np_json_merge (base, &a, &b), swapped = np_json_merge (base, &b, &a), again = NULL;
      g_autofree char *text = np_json_print_compact (merged);

      g_test_message ("%s: %s", rows[i].name, text);
      g_assert_true (json_node_equal (merged, expected));
      g_assert_true (json_node_equal (swapped, expected));
      g_assert_cmpint (a.lost, ==, rows[i].lost_a);
      g_assert_cmpint (b.lost, ==, rows[i].lost_b);
      if (base == NULL)
        continue;
      digest = np_json_merge_digest (base);
      again = np_json_merge (digest, &a, &b);
      g_assert_true (json_node_equal (again, expected));
    }
}

#define CHANCE(random, in) (g_rand_int_range (random, 0, in) == 0)

static void
change_list (GRand *random, GPtrArray *list)
{
  if (list->len > 0 && CHANCE (random, 3))
    g_ptr_array_remove_index (list, (guint) g_rand_int_range (random, 0, (gint32) list->len));
  if (CHANCE (random, 3))
    g_ptr_array_add (list, g_strdup_printf ("new %u", g_rand_int_range (random, 0, 6)));
}

static void
change_text (GRand *random, char **text)
{
  if (!CHANCE (random, 4))
    return;
  g_free (*text);
  *text = CHANCE (random, 4) ? NULL : g_strdup_printf ("text %u", g_rand_int_range (random, 0, 5));
}

/* What a user on some machine may do to a story. */
static NpArticle *
change (GRand *random, const NpArticle *base)
{
  NpArticle *article = np_article_copy (base);

  change_list (random, article->topics);
  change_list (random, article->keywords);
  change_list (random, article->suggested_topics);
  change_text (random, &article->headline);
  change_text (random, &article->deck);
  change_text (random, &article->note);
  article->starred ^= CHANCE (random, 4);
  article->read ^= CHANCE (random, 4);
  article->archived ^= CHANCE (random, 4);
  if (CHANCE (random, 4))
    article->place = g_rand_int_range (random, 0, 11) / 10.0;
  if (CHANCE (random, 4))
    np_article_set_field_source (article, "headline", CHANCE (random, 2) ? "edited" : "meta");
  if (CHANCE (random, 4))
    g_ptr_array_add (article->highlights, np_highlight_new (CHANCE (random, 2) ? "words" : "other", 1, 5, "yellow"));
  if (article->highlights->len > 0 && CHANCE (random, 6))
    g_ptr_array_remove_index (article->highlights, 0);
  if (CHANCE (random, 5))
    g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, CHANCE (random, 2) ? "more" : "less"));
  if (CHANCE (random, 6))
    np_article_add_figure (article, np_figure_new ());
  else if (article->figures->len > 0 && CHANCE (random, 4))
    change_text (random, &((NpFigure *) article->figures->pdata[0])->caption);
  return article;
}

static JsonNode *
to_node (const NpArticle *article)
{
  g_autoptr (GBytes) bytes = np_json_article_to_bytes (article);

  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

static NpArticle *
to_article (JsonNode *node)
{
  g_autofree char *text = np_json_print_compact (node);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_json_article_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return article;
}

static void
assert_same (JsonNode *a, JsonNode *b, const char *what)
{
  g_autofree char *first = np_json_print_compact (a), *second = np_json_print_compact (b);

  if (!json_node_equal (a, b))
    g_error ("%s:\n%s\n%s", what, first, second);
}

/* Of @list, what the other side did not take away from what both had is in @result. */
static void
assert_kept (GPtrArray *base, GPtrArray *list, GPtrArray *other, GPtrArray *result)
{
  for (guint i = 0; i < list->len; i++)
    {
      const char *word = list->pdata[i];
      gboolean taken_away = base != NULL && np_strings_contain (base, word) && !np_strings_contain (other, word);

      if (np_strings_contain (result, word) == taken_away)
        g_error ("“%s” is %s", word, taken_away ? "still there" : "lost");
    }
}

static void
assert_nothing_lost (const NpArticle *base, const NpArticle *mine, const NpArticle *other, const NpArticle *result,
                     gboolean lost)
{
  assert_kept (base != NULL ? base->topics : NULL, mine->topics, other->topics, result->topics);
  assert_kept (base != NULL ? base->keywords : NULL, mine->keywords, other->keywords, result->keywords);
  if (base == NULL)
    g_assert_true (result->starred == (mine->starred || other->starred) && result->read >= mine->read);
  if (base == NULL && mine->note != NULL)
    g_assert_nonnull (strstr (result->note, mine->note));
  /* A text that lost is told, so that the caller keeps it. */
  if (mine->headline != NULL && g_strcmp0 (mine->headline, result->headline) != 0
      && (base == NULL || g_strcmp0 (base->headline, mine->headline) != 0))
    g_assert_true (lost);
}

/* Merging is commutative and idempotent, and loses nothing, for any two changes of any story. */
static void
test_properties (gconstpointer data)
{
  gboolean with_base = GPOINTER_TO_INT (data);

  for (guint32 seed = 1; seed <= 1500; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NpArticle) base = random_article (random), mine = change (random, base);
      g_autoptr (NpArticle) other = change (random, base), result = NULL;
      g_autoptr (JsonNode) whole = to_node (base), first = to_node (mine), second = to_node (other);
      g_autoptr (JsonNode) digest = CHANCE (random, 2) ? np_json_merge_digest (whole) : json_node_copy (whole);
      JsonNode *from = with_base ? digest : NULL;
      NpJsonVersion a = { first, g_rand_int_range (random, 0, 2), FALSE };
      NpJsonVersion b = { second, g_rand_int_range (random, 0, 2), FALSE }, same = a;
      g_autoptr (JsonNode) merged = np_json_merge (from, &a, &b), swapped = np_json_merge (from, &b, &a);
      NpJsonVersion later = { merged, 5, FALSE };
      g_autoptr (JsonNode) with_a = np_json_merge (from, &later, &a), with_b = np_json_merge (from, &b, &later);
      g_autoptr (JsonNode) itself = NULL, once_more = NULL;

      assert_same (merged, swapped, "not commutative");
      assert_same (merged, with_a, "not idempotent, first");
      assert_same (merged, with_b, "not idempotent, second");
      itself = np_json_merge (from, &a, &same);
      assert_same (first, itself, "one with itself");
      once_more = np_json_merge (from, &a, &b); /* tells what was lost of each */
      result = to_article (merged);
      assert_nothing_lost (with_base ? base : NULL, mine, other, result, a.lost);
      assert_nothing_lost (with_base ? base : NULL, other, mine, result, b.lost);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/merge/rows", test_rows);
  g_test_add_data_func ("/json/merge/properties-with-base", GINT_TO_POINTER (TRUE), test_properties);
  g_test_add_data_func ("/json/merge/properties-without-base", GINT_TO_POINTER (FALSE), test_properties);
  return g_test_run ();
}
