#include "extract/np-headline.h"

#include "base/np-text.h"
#include "extract/np-title-key.h"

#include <string.h>

/* What stands between a headline and a site's name. */
static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ",
                                          " > ", " < ", " ~ ", ": ",  "|",    " ― ", " ‹ ", " › ", "｜",  " : " };

static gboolean
names_site (const char *part, const char *site, const char *domain)
{
  g_autofree char *squashed = np_title_key (part), *name = site != NULL ? np_title_key (site) : NULL;
  g_autofree char *host = domain != NULL ? np_title_key (domain) : NULL;

  if (*squashed == '\0')
    return TRUE;
  if (name != NULL && *name != '\0'
      && (strstr (squashed, name) != NULL || (strlen (squashed) > 3 && strstr (name, squashed) != NULL))
      && strlen (squashed) < strlen (name) + 24)
    return TRUE;
  return host != NULL && strlen (squashed) > 3 && strstr (host, squashed) != NULL;
}

/**
 * np_headline_without_site:
 * @title: a title
 * @site: (nullable): the site's name
 * @domain: (nullable): its domain
 *
 * Returns: (transfer full): @title without the site's name before or after it
 */
char *
np_headline_without_site (const char *title, const char *site, const char *domain)
{
  g_autofree char *rest = g_strdup (title);

  for (guint round = 0; round < 3; round++)
    {
      gboolean cut = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (separators) && !cut; i++)
        {
          gsize length = strlen (separators[i]);
          char *last = g_strrstr (rest, separators[i]), *first = strstr (rest, separators[i]);

          if (last != NULL && last > rest && strcmp (separators[i], ": ") != 0
              && names_site (last + length, site, domain))
            {
              *last = '\0';
              cut = TRUE;
            }
          else if (first != NULL && first > rest)
            {
              g_autofree char *head = g_strndup (rest, first - rest);

              if (names_site (head, site, domain) && strlen (first + length) > 10)
                {
                  memmove (rest, first + length, strlen (first + length) + 1);
                  cut = TRUE;
                }
            }
        }
      if (!cut)
        break;
    }
  return np_text_clean (rest);
}

/**
 * np_headline_choose_site:
 * @metadata: facts
 * @domain: (nullable): the page's domain
 * @source: (out): where the choice comes from
 *
 * Returns: (transfer full) (nullable): the name of the publication
 */
char *
np_headline_choose_site (const NpMetadata *metadata, const char *domain, const char **source)
{
  const NpFact *fact = np_metadata_best (metadata, NP_FACT_SITE);

  if (fact == NULL)
    return NULL;
  *source = fact->source;
  /* "@bbcnews", "https://www.facebook.com/…": an account, no name. */
  if (g_str_has_prefix (fact->value, "http") || *fact->value == '@')
    return NULL;
  return g_strdup (fact->value);
}

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
  return title;
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
      g_array_append_val (candidates, candidate);
    }
}

static gboolean
is_cut (const char *text)
{
  return g_str_has_suffix (text, "…") || g_str_has_suffix (text, "...");
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
          longer |= visible && strcmp (other->fact->source, "page") != 0 && !is_cut (other->text);
        }
    }
  return (same > 0 ? 8 : 0) + 3 * (int) MIN (same, 3) + 3 * (int) MIN (held, 2) - (visible && alone ? 22 : 0)
         - (longer ? 25 : 0);
}

/**
 * np_headline_choose:
 * @metadata: facts
 * @site: (nullable): the site's name
 * @domain: (nullable): its domain
 * @source: (out): where the choice comes from
 *
 * Each candidate counts what its source is worth, and more for every other source that says the same.
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

      one->worth += weigh_agreement (candidates, i);
      if (best == NULL || one->worth > best->worth)
        best = one;
    }
  if (best == NULL || best->worth < -50)
    return NULL;
  *source = best->fact->source;
  return g_strdup (best->text);
}

/**
 * np_headline_choose_deck:
 * @metadata: facts
 * @headline: (nullable): the headline
 * @source: (out): where the choice comes from
 *
 * Returns: (transfer full) (nullable): the summary under the headline, or else the page's description
 */
char *
np_headline_choose_deck (const NpMetadata *metadata, const char *headline, const char **source)
{
  const NpFact *best = NULL;

  for (guint i = 0; i < metadata->facts[NP_FACT_DECK]->len; i++)
    {
      const NpFact *fact = metadata->facts[NP_FACT_DECK]->pdata[i];

      if ((headline == NULL || strcmp (headline, fact->value) != 0) && (best == NULL || fact->trust > best->trust)
          && strlen (fact->value) > 15)
        best = fact;
    }
  if (best == NULL)
    return NULL;
  *source = best->source;
  return g_strdup (best->value);
}
