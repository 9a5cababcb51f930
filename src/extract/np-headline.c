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

      if ((headline == NULL || !g_str_has_prefix (headline, fact->value)) && (best == NULL || fact->trust > best->trust)
          && strlen (fact->value) > 15)
        best = fact;
    }
  if (best == NULL)
    return NULL;
  *source = best->source;
  return g_strdup (best->value);
}
