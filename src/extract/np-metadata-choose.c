#include "extract/np-metadata-choose.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-headline.h"
#include "extract/np-metadata-choose-authors.h"
#include "extract/np-metadata-choose-dates.h"

#include <string.h>

static char *
use (NpArticle *article, const char *field, const NpFact *fact)
{
  if (fact == NULL)
    return NULL;
  np_article_set_field_source (article, field, fact->source);
  return g_strdup (fact->value);
}

static void
add_unique (GPtrArray *strings, const char *string)
{
  for (guint i = 0; i < strings->len; i++)
    {
      g_autofree char *a = np_text_fold (strings->pdata[i]), *b = np_text_fold (string);

      if (strcmp (a, b) == 0)
        return;
    }
  g_ptr_array_add (strings, g_strdup (string));
}

static void
apply_keywords (const NpMetadata *metadata, NpArticle *article)
{
  GPtrArray *facts = metadata->facts[NP_FACT_KEYWORD];
  int best = G_MININT;

  for (guint i = 0; i < facts->len; i++)
    best = MAX (best, ((NpFact *) facts->pdata[i])->trust);
  for (guint i = 0; i < facts->len; i++)
    {
      const NpFact *fact = facts->pdata[i];

      if (fact->trust < best - 15 || np_text_count_words (fact->value) > 6 || article->keywords->len >= 60)
        continue;
      add_unique (article->keywords, fact->value);
      np_article_set_field_source (article, "keywords", fact->source);
    }
}

/**
 * np_metadata_choose:
 * @metadata: facts
 * @url: (nullable): the page's address
 * @base: (nullable): the address that its addresses are relative to
 * @article: an article; gets what is known
 *
 * Chooses among the facts and records where each choice comes from.
 */
void
np_metadata_choose (const NpMetadata *metadata, const char *url, const char *base, NpArticle *article)
{
  const NpFact *fact;
  const char *source = NULL;

  article->language = use (article, "language", np_metadata_best (metadata, NP_FACT_LANGUAGE));
  article->site_domain = np_uri_dup_domain (url);
  article->site_name = np_headline_choose_site (metadata, article->site_domain, &source);
  if (article->site_name != NULL)
    np_article_set_field_source (article, "site", source);
  article->headline = np_headline_choose (metadata, article->site_name, article->site_domain, &source);
  if (article->headline != NULL)
    np_article_set_field_source (article, "headline", source);
  article->deck = np_headline_choose_deck (metadata, article->headline, &source);
  if (article->deck != NULL)
    np_article_set_field_source (article, "deck", source);
  article->section = use (article, "section", np_metadata_best (metadata, NP_FACT_SECTION));
  fact = np_metadata_best (metadata, NP_FACT_CANONICAL);
  if (fact != NULL && (article->canonical_url = np_uri_resolve (base, fact->value)) != NULL)
    {
      if (!np_uri_is_web (article->canonical_url))
        g_clear_pointer (&article->canonical_url, g_free);
      else
        np_article_set_field_source (article, "canonicalUrl", fact->source);
    }
  np_metadata_choose_authors (metadata, article);
  np_metadata_choose_dates (metadata, article);
  apply_keywords (metadata, article);
}
