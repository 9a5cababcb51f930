#include "np-fixture.h"

#include <math.h>
#include <string.h>

static void
add_paragraphs (NpArticle *article, const char *body)
{
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, paragraphs[i]));
}

NpArticle *
np_fixture_article (const NpFixture *fixture)
{
  NpArticle *article = np_article_new ();
  g_auto (GStrv) topics = fixture->topics != NULL ? g_strsplit (fixture->topics, " ", -1) : NULL;

  article->id = g_strdup (fixture->id);
  article->headline = g_strdup (fixture->headline);
  article->deck = g_strdup (fixture->deck);
  article->byline = g_strdup (fixture->byline);
  article->site_name = g_strdup (fixture->site);
  article->published = g_strdup (fixture->published);
  article->saved = g_strdup ("2026-01-01T00:00:00Z");
  article->url = g_strdup (fixture->url);
  article->note = g_strdup (fixture->note);
  article->read = fixture->read;
  article->starred = fixture->starred;
  article->archived = fixture->archived;
  if (fixture->body != NULL)
    add_paragraphs (article, fixture->body);
  if (fixture->caption != NULL || fixture->credit != NULL)
    {
      NpFigure *figure = np_figure_new ();

      figure->caption = g_strdup (fixture->caption);
      figure->credit = g_strdup (fixture->credit);
      figure->file = g_strdup ("media/ab/ab34.jpg");
      np_article_add_figure (article, figure);
    }
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++)
    g_ptr_array_add (article->topics, g_strdup (topics[i]));
  return article;
}

void
np_fixture_put (NpIndex *index, const NpFixture *fixture)
{
  g_autoptr (NpArticle) article = np_fixture_article (fixture);
  g_autofree char *path = g_strdup_printf ("articles/%s.json", fixture->id);
  NpIndexFile file = { path, 100, 7, fixture->trashed };
  g_autoptr (GError) error = NULL;
  gboolean done = np_index_put (index, article, &file, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* A small generator of its own, so that every run and every machine makes the same articles. */
static guint
next_number (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (guint) (*state >> 33);
}

/* The word of that rank: the first are the common ones of a newspaper, the others are made of syllables. */
char *
np_fixture_word (guint rank)
{
  static const char *const common[] = {
    "the",  "of",   "to",    "a",    "and",     "in",    "that", "for",        "is",      "on",    "said",    "with",
    "he",   "as",   "was",   "it",   "by",      "at",    "from", "his",        "an",      "be",    "has",     "are",
    "have", "but",  "will",  "who",  "not",     "they",  "its",  "had",        "their",   "were",  "more",    "one",
    "been", "this", "would", "new",  "about",   "or",    "she",  "government", "up",      "which", "when",    "people",
    "year", "year", "out",   "also", "percent", "there", "two",  "president",  "company", "state", "million", "after"
  };
  static const char *const syllables[] = { "con", "re",   "in",   "de",  "com", "pro", "ter", "ma",
                                           "ni",  "sta",  "tra",  "ko",  "pre", "an",  "ex",  "ser",
                                           "ble", "tion", "ment", "ity", "al",  "er",  "sal", "pol",
                                           "mar", "ker",  "lin",  "ro",  "su",  "va",  "chi", "do" };
  GString *word;

  if (rank < G_N_ELEMENTS (common))
    return g_strdup (common[rank]);
  word = g_string_new (NULL);
  for (guint rest = rank * 2654435761u % 1048576u + 33; rest > 0; rest /= 32)
    g_string_append (word, syllables[rest % 32]);
  return g_string_free (word, FALSE);
}

/* Zipf's law: the word of rank r comes about 1/r as often as the first. */
static void
append_words (GString *text, guint n_words, guint64 *state)
{
  static char *words[30000];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        words[i] = np_fixture_word (i);
      g_once_init_leave (&made, 1);
    }
  for (guint i = 0; i < n_words; i++)
    {
      double chance = next_number (state) / 2147483648.0;
      guint rank = (guint) exp (chance * log (G_N_ELEMENTS (words))) - 1;

      g_string_append (text, i == 0 ? "" : i % 17 == 0 ? ". " : " ");
      g_string_append (text, words[MIN (rank, G_N_ELEMENTS (words) - 1)]);
    }
}

static char *
make_words (guint n_words, guint64 *state)
{
  GString *text = g_string_new (NULL);

  append_words (text, n_words, state);
  return g_string_free (text, FALSE);
}

/* From 30 to 5,000 words, most of them some hundreds, as news stories are. */
static guint
make_length (guint64 *state)
{
  double chance = next_number (state) / 2147483648.0;

  return (guint) (30 + 4970 * pow (chance, 5) + 600 * chance);
}

static const char *const sites[] = { "ABC News", "Reuters", "Le Monde", "Süddeutsche Zeitung", "朝日新聞", "الجزيرة" };
static const char *const others[] = {
  "Le président a déclaré que la réunion était « très utile » pour les pays voisins.",
  "Die Außenministerin erklärte, die Gespräche würden fortgesetzt.",
  "首脳会談は六月に行われる予定で、北朝鮮の代表団が到着した。",
  "قال الرئيس إن المحادثات مستمرة بين البلدين هذا الأسبوع."
};

NpArticle *
np_fixture_generate (guint number)
{
  guint64 state = number * 7919u + 17;
  g_autoptr (NpArticle) article = np_article_new ();
  guint n_words = make_length (&state), n_topics = next_number (&state) % 4;
  NpFigure *figure = np_figure_new ();

  article->id = g_strdup_printf ("%08x-0000-4000-8000-%012x", number, number);
  article->headline = make_words (6 + next_number (&state) % 6, &state);
  article->headline[0] = g_ascii_toupper (article->headline[0]);
  article->deck = make_words (15, &state);
  article->byline = g_strdup_printf ("By Writer %u", next_number (&state) % 500);
  article->site_name = g_strdup (sites[next_number (&state) % G_N_ELEMENTS (sites)]);
  article->url = g_strdup_printf ("https://news%u.example.org/2018/story-%u", number % 50, number);
  article->saved = g_strdup_printf ("20%02u-%02u-%02uT12:00:00Z", 16 + number / 10000 % 10, 1 + number / 833 % 12,
                                    1 + number / 30 % 28);
  article->published = g_strdup_printf ("20%02u-%02u-%02uT%02u:%02u", 16 + number / 10000 % 10, 1 + number / 833 % 12,
                                        1 + next_number (&state) % 28, next_number (&state) % 24, number % 60);
  for (guint done = 0; done < n_words; done += 50)
    g_ptr_array_add (article->body, np_block_new (NP_BLOCK_PARAGRAPH));
  for (guint i = 0; i < article->body->len; i++)
    ((NpBlock *) article->body->pdata[i])->text = make_words (MIN (50, n_words), &state);
  if (number % 10 == 0)
    g_ptr_array_add (article->body,
                     np_block_new_text (NP_BLOCK_PARAGRAPH, others[number / 10 % G_N_ELEMENTS (others)]));
  figure->caption = make_words (20, &state);
  figure->credit = g_strdup_printf ("Photographer %u/AP Images", next_number (&state) % 200);
  figure->file = g_strdup_printf ("media/%02x/%08x.jpg", number % 256, number);
  np_article_add_figure (article, figure);
  for (guint i = 0; i < n_topics; i++)
    g_ptr_array_add (article->topics, g_strdup_printf ("topic-%u", next_number (&state) % 2000));
  article->read = next_number (&state) % 3 == 0;
  article->starred = next_number (&state) % 20 == 0;
  article->archived = next_number (&state) % 2 == 0;
  return g_steal_pointer (&article);
}

/* A forest in which topic n is inside topic n / 8. */
NpTopicTree *
np_fixture_topics (guint n_topics)
{
  NpTopicTree *tree = np_topic_tree_new ();

  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *key = g_strdup_printf ("topic-%u", i), *name = g_strdup_printf ("Topic %u", i);
      NpTopic *topic = np_topic_new (key, name);

      topic->parent = i >= 8 ? g_strdup_printf ("topic-%u", i / 8) : NULL;
      topic->position = (int) i % 8;
      np_topic_tree_put (tree, topic);
    }
  return tree;
}
