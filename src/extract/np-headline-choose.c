#include "extract/np-headline.h"

#include "base/np-text.h"
#include "extract/np-title-key.h"

#include <string.h>

/* The shortest headline in Chinese or Japanese, and the longest name of a site behind it, in letters. */
#define WIDE_MIN_CHARS  8
#define WIDE_SITE_CHARS 8

typedef struct
{
  char *text;
  char *key;
  const NpFact *fact;
  int worth;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->text);
  g_free (((Candidate *) data)->key);
}

static gboolean
is_wide (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c >= 0x2e80 && g_unichar_iswide (c);
}

/* Chinese and Japanese titles join the channel and the site without spaces: "标题_频道_网站", "标题-网站". */
static char *
cut_wide_part (char *title)
{
  for (guint round = 0; round < 3; round++)
    {
      char *last = strrchr (title, '_'), *dash = strrchr (title, '-');

      if (last == NULL || (dash != NULL && dash > last))
        last = dash;
      if (last == NULL || g_utf8_strlen (title, last - title) < WIDE_MIN_CHARS
          || g_utf8_strlen (last + 1, -1) > WIDE_SITE_CHARS || !is_wide (last + 1)
          || !is_wide (g_utf8_prev_char (last)))
        break;
      *last = '\0';
    }
  return title;
}

/* A document's title mostly ends in the site's name, also where nothing tells that name. */
static char *
cut_last_part (char *title)
{
  static const char *const marks[] = { " | ", " - ", " – ", " — ", "｜", " :: ", " « ", " » " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      char *last = g_strrstr (title, marks[i]);

      if (last != NULL && last - title > 15 && np_text_count_words (last) <= 5
          && strlen (last) * 2 < strlen (title) + 10)
        {
          *last = '\0';
          break;
        }
    }
  return cut_wide_part (title);
}

/* "valleypost" on valleypost.example: the site, not a story. */
static gboolean
is_site (const char *key, const char *domain)
{
  g_autofree char *host = domain != NULL ? np_title_key (domain) : NULL;

  return host != NULL && strchr (domain, '.') != NULL && strlen (key) > 3 && strstr (host, key) != NULL;
}

static void
add_candidates (GArray *candidates, const NpMetadata *metadata, NpFactKind kind, const char *site, const char *domain)
{
  for (guint i = 0; i < metadata->facts[kind]->len; i++)
    {
      const NpFact *fact = metadata->facts[kind]->pdata[i];
      Candidate candidate = { NULL, NULL, fact, fact->trust };

      candidate.text = np_headline_without_site (fact->value, site, domain);
      if (kind == NP_FACT_TITLE && strcmp (candidate.text, fact->value) == 0)
        candidate.text = cut_last_part (candidate.text);
      candidate.key = np_title_key (candidate.text);
      if (*candidate.key == '\0' || strlen (candidate.text) > 400
          || (site != NULL && g_ascii_strcasecmp (candidate.text, site) == 0))
        candidate.worth -= 100;
      else if (is_site (candidate.key, domain))
        candidate.worth -= 50;
      g_array_append_val (candidates, candidate);
    }
}

static gboolean
is_cut (const char *text)
{
  return g_str_has_suffix (text, "…") || g_str_has_suffix (text, "...");
}

/* Whether a heading says what the page's titles say, in other words: editors write one for readers and one for search
 * engines. */
static gboolean
is_said_otherwise (GArray *candidates, const Candidate *one)
{
  for (guint j = 0; j < candidates->len; j++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, j);
      guint shared;

      if (strcmp (other->fact->source, "page") == 0 && other->fact->trust > 30)
        continue;
      if (np_title_compare (one->text, other->text, &shared) >= 0.4 && shared >= 3)
        return TRUE;
    }
  return FALSE;
}

/* A value whose own quotation marks end its attribute: `content="Mayor calls flood "unfair""`. */
static gboolean
ends_at_mark (GArray *candidates, const Candidate *one)
{
  gsize length = strlen (one->text);

  for (guint j = 0; j < candidates->len; j++)
    {
      const char *other = ((const Candidate *) &g_array_index (candidates, Candidate, j))->text;

      if (length > 0 && strncmp (other, one->text, length) == 0 && g_str_has_prefix (other + length, " \""))
        return TRUE;
    }
  return FALSE;
}

/* What the other candidates say of one: the same, something in it, or nothing of the kind. */
static int
weigh_agreement (GArray *candidates, guint index)
{
  const Candidate *one = &g_array_index (candidates, Candidate, index);
  gboolean visible = strcmp (one->fact->source, "page") == 0 && one->fact->trust > 30, alone = TRUE, longer = FALSE;
  guint same = 0, held = 0;

  for (guint j = 0; j < candidates->len; j++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, j);

      if (j == index || *other->key == '\0' || *one->key == '\0')
        continue;
      if (strcmp (one->key, other->key) == 0)
        {
          same += one->fact->source != other->fact->source;
          alone &= one->fact->source == other->fact->source && other->fact->trust > 30;
        }
      else if (strlen (one->key) > 8 && strstr (other->key, one->key) != NULL)
        {
          held++;
          alone = FALSE;
        }
      else if (strlen (other->key) > 15 && strstr (one->key, other->key) != NULL)
        {
          alone = FALSE;
          /* A heading with a kicker or a date in it. */
          longer |= (visible || strcmp (one->fact->source, "microdata") == 0)
                    && strcmp (other->fact->source, "page") != 0 && strcmp (other->fact->source, one->fact->source) != 0
                    && !is_cut (other->text);
        }
    }
  return (same > 0 ? 8 : 0) + 3 * (int) MIN (same, 3) + 3 * (int) MIN (held, 2)
         - (visible && alone && !is_said_otherwise (candidates, one) ? 22 : 0) - (longer ? 25 : 0);
}

/* Most addresses end in the words of the headline. */
static int
weigh_address (const NpMetadata *metadata, const char *text)
{
  guint shared;

  return metadata->slug != NULL && np_title_compare (text, metadata->slug, &shared) >= 0.7 && shared >= 2 ? 8 : 0;
}

/**
 * np_headline_choose:
 * @metadata: facts
 * @site: (nullable): the site's name
 * @domain: (nullable): its domain
 * @source: (out): where the choice comes from
 *
 * Each candidate counts what its source is worth, and more for every other source that says the same, and when
 * the address has its words.
 *
 * Returns: (transfer full) (nullable): the headline
 */
char *
np_headline_choose (const NpMetadata *metadata, const char *site, const char *domain, const char **source)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Candidate *best = NULL;

  g_array_set_clear_func (candidates, candidate_clear);
  add_candidates (candidates, metadata, NP_FACT_HEADLINE, site, domain);
  add_candidates (candidates, metadata, NP_FACT_TITLE, site, domain);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *one = &g_array_index (candidates, Candidate, i);

      one->worth += weigh_agreement (candidates, i) + weigh_address (metadata, one->text)
                    - (ends_at_mark (candidates, one) ? 60 : 0);
      if (best == NULL || one->worth > best->worth)
        best = one;
    }
  if (best == NULL || best->worth < -50)
    return NULL;
  *source = best->fact->source;
  return g_strdup (best->text);
}
