#include "np-fixture.h"

#include "index/np-index-private.h"
#include "index/np-match.h"
#include "index/np-rank.h"

#include <string.h>

static const NpFixture stories[] = {
  { .id = "summit",
    .headline = "Summit 'touch and go' with North Korea",
    .deck = "Pompeo says a top North Korean will come",
    .body = "The U.S. has made real progress in Pyongyang, he said.\nTalks go on in Singapore next week.",
    .caption = "Vice-Chairman Kim Yong-chol, right, arrives",
    .credit = "Bryan R. Smith/AFP/Getty Images",
    .byline = "By Conor Finnegan",
    .site = "ABC News",
    .published = "2018-05-31T15:48",
    .url = "https://abcnews.example.org/summit?utm_source=x",
    .topics = "north-korea summits" },
  { .id = "trade",
    .headline = "Tariffs on steel begin",
    .body = "Korea is exempt, the north of Europe is not. Élysée officials met in Zürich; naïve résumé. Øresund straße",
    .byline = "Anna Müller",
    .site = "Reuters",
    .published = "2018-06-01",
    .topics = "trade",
    .starred = TRUE,
    .read = TRUE },
  { .id = "asahi",
    .headline = "北朝鮮の代表団が到着",
    .body = "首脳会談は六月に行われる。ｶﾞｲﾄﾞとガイド。한국은행이 발표했다. การประชุมสุดยอด จะจัดขึ้น",
    .site = "朝日新聞",
    .published = "2018-06-12T09:00+09:00",
    .topics = "dprk",
    .archived = TRUE },
  { .id = "old",
    .headline = "An old story",
    .body = "Nothing is dated here 🚀 launch.",
    .note = "my remark",
    .read = TRUE },
  { .id = "gone", .headline = "Korea story thrown away", .published = "2017-01-01", .trashed = TRUE },
};

static NpTopicTree *
make_tree (void)
{
  NpTopicTree *tree = np_topic_tree_new ();

  g_assert_nonnull (np_topic_tree_add (tree, "Diplomacy", NULL, NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "North Korea", "diplomacy", NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "Summits", "diplomacy", NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "DPRK", NULL, NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "Trade", NULL, NULL));
  g_assert_true (np_topic_tree_merge (tree, "dprk", "north-korea", NULL));
  return tree;
}

static NpIndex *
make_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "search", "index.sqlite", NULL);
  NpIndex *index = np_index_open (path, "search", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    np_fixture_put (index, &stories[i]);
  return index;
}

/* The ids that were found, in their order, separated by spaces. */
static char *
find (NpIndex *index, NpQuery *query, const NpTopicTree *tree)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = np_index_find_rows (index, query, tree, 0, 100, NULL, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (NpStory) story = np_index_get_story (index, g_array_index (rows, gint64, i), query, &error);

      g_assert_no_error (error);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", np_story_get_id (story));
    }
  return g_string_free (ids, FALSE);
}

static const struct
{
  const char *text, *ids; /* by date, the newest first; "old" has only the day it was saved */
} searches[] = {
  { "", "old asahi trade summit" },
  { "korea", "trade summit" },
  { "KOREA ", "trade summit" },
  { "kore", "trade summit" },
  { "kore ", "" },
  { "kore* ", "trade summit" },
  { "\"north korea\"", "summit" },
  { "\"korea north\"", "" },
  { "\"north kor\"", "" },
  { "\"north kor\"*", "summit" },
  { "\"touch and go", "summit" },
  { "north korea", "trade summit" },
  { "korea -steel", "summit" },
  { "korea -\"north korea\"", "trade" },
  { "-korea", "old asahi" },
  { "-(korea OR story)", "asahi" },
  { "steel OR summit", "trade summit" },
  { "(steel OR summit) pompeo", "summit" },
  { "steel OR \"north korea\" ", "trade summit" },
  { "-steel -\"north korea\" ", "old asahi" },
  { "u.s. ", "summit" },
  { "\"U.S. has\"", "summit" },
  { "yong-chol", "summit" },
  { "kim yong chol ", "summit" },
  /* fields */
  { "headline:korea ", "summit" },
  { "headline:pompeo ", "" },
  { "headline:\"north korea\"", "summit" },
  { "headline:\"korea go\"", "" },
  { "caption:kim", "summit" },
  { "caption:korea ", "" },
  { "caption:\"kim yong\"", "summit" },
  { "credit:afp", "summit" },
  { "credit:\"getty images\"", "summit" },
  { "by:finnegan", "summit" },
  { "by:muller ", "trade" },
  { "by:korea ", "" },
  { "site:reuters", "trade" },
  { "site:REUT", "trade" },
  { "site:abc site:reuters", "" },
  { "-site:abc", "old asahi trade" },
  { "topic:\"North Korea\"", "asahi summit" },
  { "topic:dprk", "asahi summit" },
  { "topic:diplomacy", "asahi summit" },
  { "topic:summits", "summit" },
  { "topic:nowhere", "" },
  { "-topic:nowhere", "old asahi trade summit" },
  { "before:2018-06-01", "summit" },
  { "before:2018-06", "summit" },
  { "before:2019", "asahi trade summit" },
  { "after:2018-05-31", "asahi trade" },
  { "after:2018-05", "asahi trade" },
  { "after:2018", "" },
  { "after:2017 before:2018-06-02", "trade summit" },
  { "-after:2017", "old" },
  { "is:unread", "asahi summit" },
  { "is:read", "old trade" },
  { "is:starred", "trade" },
  { "is:archived", "asahi" },
  { "is:highlighted", "" },
  { "note:remark", "old" },
  { "note:\"my remark\"", "old" },
  { "note:launch ", "" },
  { "is:trashed", "gone" },
  { "korea is:trashed", "gone" },
  { "-is:trashed", "old asahi trade summit" },
  { "is:nonsense korea", "trade summit" },
  /* accents and scripts */
  { "elysee", "trade" },
  { "ÉLYSÉE ", "trade" },
  { "zurich resume ", "trade" },
  { "oresund strasse ", "trade" },
  { "北朝鮮", "asahi" },
  { "朝鮮", "asahi" },
  { "朝", "asahi" },
  { "鮮朝", "" },
  { "北鮮", "" },
  { "首脳会談", "asahi" },
  { "ガイド ", "asahi" },
  { "\"ガイドとガイド\"", "asahi" },
  { "ガイト ", "" },
  { "은행", "asahi" },
  { "ประชุม", "asahi" },
  { "headline:代表団", "asahi" },
  { "site:朝日", "asahi" },
  { "🚀", "old" },
  { "remark", "old" },
  { "reuters ", "trade" },
  /* nothing to look for, and things that mean something to SQLite */
  { "…", "old asahi trade summit" },
  { "--", "old asahi trade summit" },
  { "korea & steel ", "trade" },
  { "'; DROP TABLE stories; --", "" },
  { "korea NEAR(north) ", "" },
  { "headline : korea ", "" },
  { "\"\"", "old asahi trade summit" },
  { "*", "old asahi trade summit" },
  { "{headline}", "" },
  { "()", "old asahi trade summit" },
};

static void
test_searches (void)
{
  g_autoptr (NpIndex) index = make_index ();
  g_autoptr (NpTopicTree) tree = make_tree ();

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    for (int relevance = 0; relevance < 2; relevance++)
      {
        g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, searches[i].text);
        g_autofree char *ids = NULL;

        query->sort = relevance ? NP_SORT_RELEVANCE : NP_SORT_PUBLISHED;
        ids = find (index, query, tree);
        if (relevance ? strlen (ids) != strlen (searches[i].ids) : strcmp (ids, searches[i].ids) != 0)
          g_error ("search “%s” gave “%s”, not “%s”", searches[i].text, ids, searches[i].ids);
      }
}

static void
test_places (void)
{
  static const struct
  {
    NpPlace place;
    const char *topic, *text, *ids;
  } rows[] = {
    { NP_PLACE_ALL, NULL, NULL, "old asahi trade summit" },
    { NP_PLACE_INBOX, NULL, NULL, "old trade summit" },
    { NP_PLACE_INBOX, NULL, "is:trashed", "" },
    { NP_PLACE_STARRED, NULL, NULL, "trade" },
    { NP_PLACE_ARCHIVE, NULL, NULL, "asahi" },
    { NP_PLACE_TRASH, NULL, NULL, "gone" },
    { NP_PLACE_TRASH, NULL, "korea", "gone" },
    { NP_PLACE_TRASH, NULL, "steel", "" },
    { NP_PLACE_ALL, "north-korea", NULL, "asahi summit" },
    { NP_PLACE_INBOX, "north-korea", NULL, "summit" },
    { NP_PLACE_ALL, "dprk", NULL, "asahi summit" },
    { NP_PLACE_ALL, "diplomacy", "korea", "summit" },
    { NP_PLACE_ALL, "not-there", NULL, "" },
  };
  g_autoptr (NpIndex) index = make_index ();
  g_autoptr (NpTopicTree) tree = make_tree ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (rows[i].place, rows[i].topic, rows[i].text);
      g_autofree char *ids = find (index, query, tree);

      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_orders (void)
{
  static const struct
  {
    NpSort sort;
    gboolean ascending;
    const char *text, *ids;
  } rows[] = {
    { NP_SORT_PUBLISHED, TRUE, NULL, "summit trade asahi old" },
    { NP_SORT_SAVED, FALSE, NULL, "old asahi trade summit" }, /* all saved at once: by row */
    { NP_SORT_HEADLINE, TRUE, NULL, "old summit trade asahi" },
    { NP_SORT_HEADLINE, FALSE, NULL, "asahi trade summit old" },
    { NP_SORT_SITE, TRUE, NULL, "summit trade asahi old" },
    { NP_SORT_HEADLINE, TRUE, "o", "old summit trade" },
    { NP_SORT_RELEVANCE, FALSE, "korea ", "summit trade" },
    { NP_SORT_RELEVANCE, TRUE, "korea ", "trade summit" },
    { NP_SORT_RELEVANCE, FALSE, NULL, "old asahi trade summit" },
  };
  g_autoptr (NpIndex) index = make_index ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, rows[i].text);
      g_autofree char *ids = NULL;

      query->sort = rows[i].sort;
      query->ascending = rows[i].ascending;
      ids = find (index, query, NULL);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_snippets (void)
{
  static const struct
  {
    const char *text, *snippet;
  } rows[] = {
    { "pyongyang",
      "The U.S. has made real progress in \x02Pyongyang\x03, he said.  Talks go on in Singapore next week." },
    { "\"real progress\"",
      "The U.S. has made \x02real progress\x03 in Pyongyang, he said.  Talks go on in Singapore next week." },
    { "top north kor", "Pompeo says a \x02top\x03 \x02North\x03 \x02Korean\x03 will come" },
    { "headline:summit", NULL },
    { "credit:afp", "Bryan R. Smith/\x02"
                    "AFP\x03/Getty Images" },
    { "touch", NULL },
  };
  g_autoptr (NpIndex) index = make_index ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, rows[i].text);
      g_autoptr (GArray) found = np_index_find_rows (index, query, NULL, 0, 1, NULL, NULL);
      g_autoptr (NpStory) story = NULL;

      g_assert_cmpuint (found->len, ==, 1);
      story = np_index_get_story (index, g_array_index (found, gint64, 0), query, NULL);
      g_assert_cmpstr (np_story_get_snippet (story), ==, rows[i].snippet);
    }
}

/* Every page of every order together is every story once. */
static void
test_pages (void)
{
  static const char *const texts[] = { NULL, "the ", "t", "government ", "\"of the\"", "-the", "con* OR pro*" };
  g_autoptr (GError) error = NULL;
  g_autoptr (NpIndex) index = np_index_open_in_memory (&error);

  g_assert_no_error (error);
  g_assert_true (np_index_begin (index, &error));
  for (guint i = 1; i <= 1600; i++)
    {
      g_autoptr (NpArticle) article = np_fixture_generate (i);
      g_autofree char *path = g_strdup_printf ("articles/%u.json", i);
      NpIndexFile file = { path, i, i, i % 100 == 0 };

      g_assert_true (np_index_put (index, article, &file, &error));
    }
  g_assert_true (np_index_commit (index, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (NpSort sort = 0; sort <= NP_SORT_RELEVANCE; sort++)
      {
        g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, texts[i]);
        g_autoptr (GArray) all = NULL;

        query->sort = sort;
        query->ascending = sort % 2 == 0;
        all = np_index_find_rows (index, query, NULL, 0, G_MAXUINT, NULL, &error);
        g_assert_no_error (error);
        for (guint offset = 0; offset <= all->len; offset += 400)
          {
            g_autoptr (GArray) page = np_index_find_rows (index, query, NULL, offset, 400, NULL, &error);

            g_assert_cmpuint (page->len, ==, MIN (400, all->len - offset));
            g_assert_cmpmem (page->data, page->len * sizeof (gint64), all->data + offset * sizeof (gint64),
                             page->len * sizeof (gint64));
          }
      }
}

static void
test_cancel (void)
{
  g_autoptr (NpIndex) index = make_index ();
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "korea");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (np_index_find_rows (index, query, NULL, 0, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A newer keystroke comes while phrases are looked for in the texts, one story after the other, or while scores are
 * given: each step stops, not only the question to SQLite that runs. */
static void
test_cancel_between (void)
{
  g_autoptr (NpIndex) index = make_index ();
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "\"north korea\" ");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NpMatch) match = NULL;
  NpRank *rank = NULL;
  NpDb *db = np_index_acquire (index, cancellable, NULL);
  gboolean matches;
  gint64 row = -1;

  g_assert_true (np_match_new (db, query->term, NULL, &match, NULL));
  g_assert_true (np_row_set_next (match->may, &row));
  g_assert_true (np_match_check (db, match, row, &matches, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (np_match_check (db, match, row, &matches, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (np_rank_new (db, query->term, match->may, &rank, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  np_index_release (index, db);
}

static void
test_related (void)
{
  g_autoptr (NpIndex) index = make_index ();
  g_autoptr (NpTopicTree) tree = make_tree ();
  g_autoptr (GError) error = NULL;
  NpFixture again = stories[0];
  g_autoptr (GPtrArray) related = NULL;

  again.id = "again"; /* the same page, saved twice */
  np_fixture_put (index, &again);
  related = np_index_find_related (index, "summit", tree, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (related->len, >=, 1);
  g_assert_cmpstr (np_story_get_id (related->pdata[0]), ==, "asahi");
  for (guint i = 0; i < related->len; i++)
    {
      g_assert_cmpstr (np_story_get_id (related->pdata[i]), !=, "again");
      g_assert_cmpstr (np_story_get_id (related->pdata[i]), !=, "summit");
      g_assert_cmpstr (np_story_get_id (related->pdata[i]), !=, "gone");
    }
  g_assert_true (np_index_remove (index, "again", &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/index/search/searches", test_searches);
  g_test_add_func ("/index/search/places", test_places);
  g_test_add_func ("/index/search/orders", test_orders);
  g_test_add_func ("/index/search/snippets", test_snippets);
  g_test_add_func ("/index/search/pages", test_pages);
  g_test_add_func ("/index/search/cancel", test_cancel);
  g_test_add_func ("/index/search/cancel-between", test_cancel_between);
  g_test_add_func ("/index/search/related", test_related);
  return g_test_run ();
}
