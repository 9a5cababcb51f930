#include "np-made-story.h"

#include "np-made-words.h"

#include <math.h>

static const struct
{
  const char *name, *domain;
} sites[] = {
  { "The Daily Post", "post.example" },
  { "Morning Herald", "herald.example" },
  { "Reuters", "reuters.example" },
  { "Le Matin", "lematin.example" },
  { "Süddeutscher Bote", "bote.example" },
  { "朝の新聞", "asa.example" },
  { "الصباح", "sabah.example" },
  { "Вестник", "vestnik.example" },
  { "El Diario del Sur", "diario.example" },
  { "Wire Service", "wire.example" },
};

static const char *const sections[] = { "Politics", "World", "Business", "Science", "Sport", "Culture" };

/* From 30 to 5,000 words, most of them some hundreds: the logarithm has a bell's shape. */
static guint
make_length (NpMadeDice *dice)
{
  double bell = -6;

  for (guint i = 0; i < 12; i++)
    bell += np_made_chance (dice);
  return (guint) CLAMP (exp (log (480) + 0.75 * bell), 30, 5000);
}

static char *
make_time (guint number, NpMadeDice *dice, gboolean zone)
{
  /* Thirty stories a day from the start of 2016. */
  g_autoptr (GDateTime) start = g_date_time_new_utc (2016, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) time = g_date_time_add_seconds (start, number * 2880.0 + np_made_roll (dice, 2000));

  return g_date_time_format (time, zone ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M");
}

static void
add_paragraph (NpArticle *article, const NpMadeTongue *tongue, guint n_words, NpMadeDice *dice)
{
  g_autofree char *text = np_made_words (tongue, n_words, TRUE, dice);
  guint kind = np_made_roll (dice, 20), length = (guint) g_utf8_strlen (text, -1);
  NpBlock *block = np_block_new_text (kind == 0 ? NP_BLOCK_HEADING : NP_BLOCK_PARAGRAPH, text);

  if (kind == 0)
    block->level = 2;
  if (kind > 14 && length > 20)
    np_block_add_span (block, length / 4, length / 2, kind > 16 ? NP_SPAN_LINK : NP_SPAN_EMPHASIS,
                       kind > 16 ? "https://wire.example/more/about-this" : NULL);
  if (kind == 1)
    {
      NpBlock *quote = np_block_new (NP_BLOCK_QUOTE);

      np_block_add_child (quote, block);
      block = quote;
    }
  g_ptr_array_add (article->body, block);
}

static void
add_body (NpArticle *article, const NpMadeTongue *tongue, NpMadeDice *dice)
{
  for (guint left = make_length (dice), n; left > 0; left -= n)
    {
      n = 20 + np_made_roll (dice, 60);
      n = MIN (n, left);
      add_paragraph (article, tongue, n, dice);
    }
}

static void
add_photos (NpArticle *article, const NpMadeTongue *tongue, char *const *pictures, NpMadeDice *dice)
{
  for (guint n = np_made_roll (dice, 4); n > 0; n--)
    {
      NpFigure *figure = np_figure_new ();
      NpBlock *block = np_block_new (NP_BLOCK_FIGURE);

      figure->file = g_strdup (pictures[np_made_roll (dice, NP_MADE_PICTURES)]);
      figure->source = g_strdup_printf ("https://img.example/%u/%u.jpg", np_made_roll (dice, 9999), n);
      figure->alt = np_made_words (tongue, 5, FALSE, dice);
      figure->caption = np_made_words (tongue, 8 + np_made_roll (dice, 25), TRUE, dice);
      figure->credit = g_strdup_printf ("Photographer %u/%s Images", np_made_roll (dice, 300),
                                        sites[np_made_roll (dice, G_N_ELEMENTS (sites))].name);
      figure->width = 992;
      figure->height = 558;
      block->figure = np_article_add_figure (article, figure);
      g_ptr_array_insert (article->body, (int) np_made_roll (dice, article->body->len + 1), block);
    }
}

static void
add_origin (NpArticle *article, guint number, NpMadeDice *dice)
{
  guint site = np_made_roll (dice, G_N_ELEMENTS (sites));

  article->site_name = g_strdup (sites[site].name);
  article->site_domain = g_strdup (sites[site].domain);
  article->url = g_strdup_printf ("https://%s/%u/%02u/story-%u.html?utm_source=feed", sites[site].domain,
                                  2016 + number / 10950, number / 912 % 12 + 1, number);
  article->canonical_url = g_strdup_printf ("https://%s/%u/%02u/story-%u.html", sites[site].domain,
                                            2016 + number / 10950, number / 912 % 12 + 1, number);
  article->provenance.fetched = g_strdup (article->saved);
  article->provenance.final_url = g_strdup (article->canonical_url);
  article->provenance.status = 200;
  article->provenance.content_type = g_strdup ("text/html");
  article->provenance.page = g_strdup_printf ("pages/%02x/%08x%08x.html.gz", number % 256, number, number);
  article->provenance.extractor = g_strdup ("newsprint 1.0");
  np_article_set_field_source (article, "headline", "json-ld");
  np_article_set_field_source (article, "published", "meta");
}

static void
add_names (NpArticle *article, const NpMadeTongue *tongue, NpMadeDice *dice)
{
  article->headline = np_made_words (tongue, 6 + np_made_roll (dice, 7), FALSE, dice);
  if (np_made_roll (dice, 4) > 0)
    article->deck = np_made_words (tongue, 12 + np_made_roll (dice, 12), TRUE, dice);
  g_ptr_array_add (article->authors, g_strdup_printf ("Writer %u", np_made_roll (dice, 800)));
  article->byline = g_strdup_printf ("By %s", (char *) article->authors->pdata[0]);
  article->section = g_strdup (sections[np_made_roll (dice, G_N_ELEMENTS (sections))]);
  article->language = g_strdup (np_made_tongue_get_tag (tongue));
  for (guint n = np_made_roll (dice, 4); n > 0; n--)
    g_ptr_array_add (article->keywords, np_made_words (tongue, 1 + np_made_roll (dice, 2), FALSE, dice));
}

/* Few topics have many stories, many have few. */
static void
add_topics (NpArticle *article, NpMadeDice *dice)
{
  for (guint n = np_made_roll (dice, 5); n > 0; n--)
    {
      g_autofree char *key =
          g_strdup_printf ("topic-%u", (guint) exp (np_made_chance (dice) * log (NP_MADE_TOPICS)) - 1);

      if (!np_strings_contain (article->topics, key))
        g_ptr_array_add (article->topics, g_steal_pointer (&key));
    }
}

/**
 * np_made_story:
 * @seed: of the library
 * @number: of the story, in the order of saving
 * @pictures: the files that its photos may be
 *
 * Returns: (transfer full): the story, the same each time
 */
NpArticle *
np_made_story (guint64 seed, guint number, char *const *pictures)
{
  NpMadeDice dice = np_made_dice (seed, number);
  const NpMadeTongue *tongue = np_made_tongue_pick (&dice);
  NpArticle *article = np_article_new ();

  article->id =
      g_strdup_printf ("%08x-%04x-4%03x-8%03x-%012x", np_made_roll (&dice, G_MAXINT32), np_made_roll (&dice, 0x10000),
                       np_made_roll (&dice, 0x1000), np_made_roll (&dice, 0x1000), number);
  article->saved = make_time (number, &dice, TRUE);
  if (np_made_roll (&dice, 20) > 0)
    article->published = make_time (number, &dice, np_made_roll (&dice, 2) == 0);
  add_names (article, tongue, &dice);
  add_origin (article, number, &dice);
  add_body (article, tongue, &dice);
  add_photos (article, tongue, pictures, &dice);
  add_topics (article, &dice);
  article->read = np_made_roll (&dice, 3) > 0;
  article->starred = np_made_roll (&dice, 25) == 0;
  article->archived = np_made_roll (&dice, 5) > 0;
  if (np_made_roll (&dice, 30) == 0)
    article->note = np_made_words (tongue, 10, TRUE, &dice);
  return article;
}

/**
 * np_made_topics:
 *
 * Returns: (transfer full): a forest in which topic n is inside topic n / 8
 */
NpTopicTree *
np_made_topics (void)
{
  static const char *const colors[] = { "blue", "green", "yellow", "orange", "red", "purple", NULL, NULL };
  NpTopicTree *tree = np_topic_tree_new ();

  for (guint i = 0; i < NP_MADE_TOPICS; i++)
    {
      g_autofree char *key = g_strdup_printf ("topic-%u", i), *name = g_strdup_printf ("Topic %u", i);
      NpTopic *topic = np_topic_new (key, name);

      topic->parent = i >= 8 ? g_strdup_printf ("topic-%u", i / 8) : NULL;
      topic->position = (int) i % 8;
      topic->color = g_strdup (colors[i % G_N_ELEMENTS (colors)]);
      np_topic_tree_put (tree, topic);
    }
  return tree;
}
