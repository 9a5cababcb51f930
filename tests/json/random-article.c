#include "random-article.h"

#include <string.h>

static const char *const pieces[] = { "word ",         "Ünïcödé ", "日本語", "😀",    "\n",       "\"quoted\" ",
                                      "\\back/slash ", "\t",       "\x01",   "\x7f", "e\u0301 ", "\u202E",
                                      "</script> ",    "%s %n ",   "\u2028", "a",    "0",        " ",
                                      "\uFFFD\uFFFE" };
static const char *const addresses[] = { "https://example.org/a?b=c&d#e", "http://127.0.0.1:8080/",
                                         "mailto:me@example.org", "HTTPS://EXAMPLE.ORG/", "#fn:1" };
static const char *const times[] = { "2018-05-31", "2018-05-31T15:48", "2018-05-31T15:48:59", "2018-05-31T15:48:00Z",
                                     "2018-05-31T15:48-04:00" };

#define PICK(random, list) (list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

static char *
some_text (GRand *random, gint most)
{
  GString *text = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 0, most + 1); n > 0; n--)
    g_string_append (text, PICK (random, pieces));
  return g_string_free (text, FALSE);
}

static char *
maybe_text (GRand *random)
{
  return g_rand_boolean (random) ? some_text (random, 6) : NULL;
}

static char *
maybe_time (GRand *random)
{
  return g_rand_boolean (random) ? g_strdup (PICK (random, times)) : NULL;
}

static char *
maybe_unknown (GRand *random)
{
  static const char *const objects[] = { "{\"x\": [1, {\"y\": null}]}", "{\"é\": \"\\u0001\", \"n\": -0.1}",
                                         "{\"later\": {\"a\": {}}}" };

  return g_rand_int_range (random, 0, 4) == 0 ? g_strdup (PICK (random, objects)) : NULL;
}

static void
add_texts (GRand *random, GPtrArray *list)
{
  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    g_ptr_array_add (list, some_text (random, 3));
}

static void
add_spans (GRand *random, NpBlock *block)
{
  glong length = g_utf8_strlen (block->text, -1);
  guint start = 0;

  for (gint n = g_rand_int_range (random, 0, 4); n > 0 && start < length; n--)
    {
      NpSpanStyle style = (NpSpanStyle) g_rand_int_range (random, NP_SPAN_LINK, NP_SPAN_ANCHOR + 1);

      start = (guint) g_rand_int_range (random, (gint) start, (gint) length);
      np_block_add_span (block, start, (guint) g_rand_int_range (random, (gint) start + 1, (gint) length + 1), style,
                         style == NP_SPAN_LINK || style == NP_SPAN_ANCHOR ? PICK (random, addresses) : NULL);
    }
}

static NpBlock *
some_text_block (GRand *random, NpBlockType type)
{
  NpBlock *block = np_block_new (type);

  block->text = some_text (random, 8);
  add_spans (random, block);
  block->unknown = maybe_unknown (random);
  return block;
}

static NpBlock *some_block (GRand *random, const NpArticle *article, guint depth);

static void
add_blocks (GRand *random, const NpArticle *article, guint depth, NpBlock *parent)
{
  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    np_block_add_child (parent, some_block (random, article, depth + 1));
}

static NpBlock *
some_list (GRand *random, const NpArticle *article, guint depth)
{
  NpBlock *list = np_block_new (NP_BLOCK_LIST);

  list->ordered = g_rand_boolean (random);
  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    add_blocks (random, article, depth, np_block_add_child (list, np_block_new (NP_BLOCK_ITEM)));
  return list;
}

static NpBlock *
some_table (GRand *random)
{
  NpBlock *table = np_block_new (NP_BLOCK_TABLE);

  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      NpBlock *row = np_block_add_child (table, np_block_new (NP_BLOCK_ROW));

      for (gint m = g_rand_int_range (random, 0, 4); m > 0; m--)
        np_block_add_child (row, some_text_block (random, NP_BLOCK_CELL))->header = g_rand_boolean (random);
    }
  return table;
}

static NpBlock *
some_block (GRand *random, const NpArticle *article, guint depth)
{
  NpBlock *block;

  switch (g_rand_int_range (random, 0, depth + 1 < NP_BLOCK_MAX_DEPTH ? 10 : 7))
    {
    case 0:
      block = some_text_block (random, NP_BLOCK_HEADING);
      block->level = (guint) g_rand_int_range (random, 2, 7);
      return block;
    case 1:
      return some_text_block (random, NP_BLOCK_PREFORMATTED);
    case 2:
      return np_block_new (NP_BLOCK_RULE);
    case 3:
      block = np_block_new (article->figures->len > 0 ? NP_BLOCK_FIGURE : NP_BLOCK_RULE);
      block->figure = article->figures->len > 0 ? article->figures->len - 1 : 0;
      return block;
    case 4:
      block = np_block_new (NP_BLOCK_EMBED);
      block->href = g_strdup (PICK (random, addresses));
      block->text = maybe_text (random);
      return block;
    case 5:
      block = np_block_new (NP_BLOCK_UNKNOWN);
      block->unknown = g_strdup ("{\"type\": \"poll\", \"answers\": [\"a\", 1, 0.25]}");
      return block;
    case 6:
      return some_text_block (random, NP_BLOCK_PARAGRAPH);
    case 7:
      block = np_block_new (NP_BLOCK_QUOTE);
      add_blocks (random, article, depth, block);
      return block;
    case 8:
      return some_list (random, article, depth);
    default:
      return some_table (random);
    }
}

static void
add_figures (GRand *random, NpArticle *article)
{
  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      NpFigure *figure = np_figure_new ();

      figure->file = g_rand_boolean (random) ? g_strdup ("media/ab/ab34.jpg") : NULL;
      figure->source = g_strdup (PICK (random, addresses));
      figure->alt = maybe_text (random);
      figure->caption = maybe_text (random);
      figure->credit = maybe_text (random);
      figure->width = (guint) g_rand_int_range (random, 0, 5000);
      figure->height = (guint) g_rand_int_range (random, 0, G_MAXINT);
      figure->unknown = maybe_unknown (random);
      np_article_add_figure (article, figure);
    }
}

static void
add_highlights (GRand *random, NpArticle *article)
{
  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      NpHighlight *highlight = np_highlight_new ("A text, and 日本語 in it", 2, 18, "yellow");

      highlight->note = maybe_text (random);
      highlight->created = maybe_time (random);
      highlight->unknown = maybe_unknown (random);
      g_ptr_array_add (article->highlights, highlight);
    }
}

static void
add_versions (GRand *random, NpArticle *article)
{
  for (gint n = g_rand_int_range (random, 0, 3); n > 0; n--)
    {
      g_autofree char *file = g_strdup_printf ("versions/ab/ab%d.json", n);
      g_autofree char *until = maybe_time (random);
      NpVersion *version = np_version_new (file, until, g_rand_boolean (random) ? NP_VERSION_UPDATE : NULL);

      version->unknown = maybe_unknown (random);
      g_ptr_array_add (article->versions, version);
    }
}

static void
set_provenance (GRand *random, NpArticle *article)
{
  article->provenance.fetched = maybe_time (random);
  article->provenance.final_url = maybe_text (random);
  article->provenance.status = (guint) g_rand_int_range (random, 0, 600);
  article->provenance.content_type = maybe_text (random);
  article->provenance.page = g_rand_boolean (random) ? g_strdup ("pages/cd/cd01.html.gz") : NULL;
  article->provenance.extractor = maybe_text (random);
  for (gint n = g_rand_int_range (random, 0, 5); n > 0; n--)
    {
      g_autofree char *name = some_text (random, 2), *source = some_text (random, 2);

      np_article_set_field_source (article, name, source);
    }
}

/* An article that the store could have written: it has an id and the time of saving. */
NpArticle *
random_article (GRand *random)
{
  NpArticle *article = np_article_new ();
  char **texts[] = { &article->url,       &article->canonical_url, &article->image,    &article->headline,
                     &article->deck,      &article->byline,        &article->dateline, &article->section,
                     &article->site_name, &article->site_domain,   &article->language, &article->note };
  GPtrArray *lists[] = { article->authors, article->topics, article->suggested_topics, article->keywords,
                         article->diagnostics };

  article->id = g_strdup_printf ("%08x-0000-4000-8000-%012x", g_rand_int (random), g_rand_int (random));
  article->saved = g_strdup ("2026-11-23T09:00:00Z");
  article->published = maybe_time (random);
  article->updated = maybe_time (random);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = maybe_text (random);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    add_texts (random, lists[i]);
  add_figures (random, article);
  add_highlights (random, article);
  add_versions (random, article);
  for (gint n = g_rand_int_range (random, 0, 8); n > 0; n--)
    g_ptr_array_add (article->body, some_block (random, article, 0));
  article->read = g_rand_boolean (random);
  article->starred = g_rand_boolean (random);
  article->archived = g_rand_boolean (random);
  article->place = g_rand_double (random);
  set_provenance (random, article);
  article->unknown = maybe_unknown (random);
  return article;
}

/* An article with every kind of block and every member. */
NpArticle *
random_article_full (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (;;)
    {
      g_autoptr (NpArticle) article = random_article (random);
      gboolean seen[NP_BLOCK_UNKNOWN + 1] = { FALSE };
      guint n = 0;

      for (guint i = 0; i < 200; i++)
        g_ptr_array_add (article->body, some_block (random, article, 10));
      for (guint i = 0; i < article->body->len; i++)
        seen[((NpBlock *) article->body->pdata[i])->type] = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
        n += seen[i];
      if (n == G_N_ELEMENTS (seen) - 3 && article->headline != NULL && article->published != NULL
          && article->keywords->len > 0 && article->diagnostics->len > 0)
        return g_steal_pointer (&article);
    }
}

/* Topics, nested, merged and related at random. */
NpTopicTree *
random_topics (GRand *random)
{
  static const char *const names[] = { "Trade", "Summits", "日本", "Kim Jong Un", "Ü", "Diplomacy", "DPRK", "Korea" };
  static const char *const colors[] = { NULL, "blue", "gray" };
  NpTopicTree *tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) keys = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    np_topic_tree_add (tree, names[i], NULL, NULL);
  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < 20; i++)
    {
      const char *a = keys->pdata[g_rand_int_range (random, 0, (gint) keys->len)];
      const char *b = keys->pdata[g_rand_int_range (random, 0, (gint) keys->len)];

      if (i % 5 == 0)
        np_topic_tree_merge (tree, a, b, NULL);
      else if (i % 5 < 3)
        np_topic_tree_move (tree, a, b, g_rand_int_range (random, -1, 5), NULL);
      else
        np_topic_tree_relate (tree, a, b, "mine", NULL);
      if (i % 7 == 0)
        np_topic_tree_dismiss (tree, a, b, NULL);
      if (i % 7 == 1)
        np_topic_tree_set_other (tree, a, b, TRUE, NULL);
      np_topic_tree_set_hidden (tree, a, g_rand_boolean (random), NULL);
      np_topic_tree_set_rule (tree, a, "site:tide \"quay\"", g_rand_boolean (random), NULL);
      np_topic_tree_set_color (tree, a, PICK (random, colors), NULL);
    }
  np_topic_tree_set_unknown (tree, "{\"later\": true}");
  return tree;
}

NpSearches *
random_searches (GRand *random)
{
  static const char *const texts[] = { "is:unread site:ap", "", "\"日本 ", "(a OR b) -c", "topic:\"North Korea\"" };
  static const char *const names[] = { NULL, "Unread AP", "日本", "a\nb" };
  static const char *const topics[] = { NULL, "korea" };
  NpSearches *searches = np_searches_new ();

  for (int n = g_rand_int_range (random, 1, 9); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("search-%d", n);
      NpSearch *search = np_search_new (id, PICK (random, names), PICK (random, texts));

      search->place = (NpPlace) g_rand_int_range (random, NP_PLACE_ALL, NP_PLACE_TRASH + 1);
      search->sort = (NpSort) g_rand_int_range (random, NP_SORT_PUBLISHED, NP_SORT_RELEVANCE + 1);
      search->ascending = g_rand_boolean (random);
      search->topic = g_strdup (PICK (random, topics));
      search->unknown = g_strdup (g_rand_boolean (random) ? "{\"icon\": \"x\"}" : NULL);
      np_searches_put (searches, search, -1);
    }
  np_searches_set_unknown (searches, "{\"later\": true}");
  return searches;
}
