#include "extract/np-metadata-choose.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-byline.h"
#include "extract/np-headline.h"
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

/* A site that names itself as the author knows no better, or hides one. */
static int
weigh_author (const NpFact *fact, const NpArticle *article)
{
  g_autofree char *name = np_text_slug (fact->value, 400), *site = np_text_slug (article->site_name, 400);
  g_autofree char *domain = article->site_domain != NULL ? np_text_slug (article->site_domain, 400) : NULL;
  gboolean lower = TRUE;

  if (strcmp (name, site) == 0 || (domain != NULL && strstr (domain, name) != NULL))
    return fact->trust - 40;
  /* "wordpressadmin", "mikecason": the name of an account. */
  for (const char *p = fact->value; *p != '\0' && lower; p++)
    lower = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '_' || *p == '.';
  return lower ? fact->trust - 25 : fact->trust;
}

/* Authors come as one fact each from some sources: all facts of the winning source with the winning trust count. */
static void
apply_authors (const NpMetadata *metadata, NpArticle *article)
{
  g_autoptr (GPtrArray) best = NULL;
  const NpFact *winner = NULL;
  int winning = G_MININT;

  for (guint i = 0; i < metadata->facts[NP_FACT_AUTHOR]->len; i++)
    {
      const NpFact *fact = metadata->facts[NP_FACT_AUTHOR]->pdata[i];
      g_autoptr (GPtrArray) names = NULL;
      int trust = weigh_author (fact, article);

      if (winner != NULL && (trust < winning || (trust == winning && fact->source != winner->source)))
        continue;
      names = np_byline_parse (fact->value, article->site_name);
      if (names->len == 0)
        continue;
      if (trust > winning)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = np_strings_new ();
          winner = fact;
          winning = trust;
        }
      for (guint j = 0; j < names->len; j++)
        add_unique (best, names->pdata[j]);
    }
  if (winner == NULL)
    return;
  for (guint i = 0; i < best->len; i++)
    g_ptr_array_add (article->authors, g_strdup (best->pdata[i]));
  np_article_set_field_source (article, "authors", winner->source);
  g_ptr_array_add (best, NULL);
  article->byline = g_strjoinv (", ", (char **) best->pdata);
  np_article_set_field_source (article, "byline", winner->source);
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
  apply_authors (metadata, article);
  np_metadata_choose_dates (metadata, article);
  apply_keywords (metadata, article);
}
