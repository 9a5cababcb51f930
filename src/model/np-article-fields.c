#include "model/np-article-fields.h"

/* The name on disk of each field, by its bit; what is the user's own has no source. */
static const char *const names[] = { "headline",    "deck",      "byline",  "dateline",   "site",    "section",
                                     "language",    "published", "updated", "body",       "figures", "keywords",
                                     "diagnostics", NULL,        NULL,      "provenance", NULL };

/* What the sources of the captions and credits of photos begin with: "figures/0/credit". */
#define OF_PHOTO "figures/"

G_STATIC_ASSERT ((1 << G_N_ELEMENTS (names)) - 1 == NP_ARTICLE_FIELDS_ALL);

/**
 * np_article_field_to_string:
 * @field: one field
 *
 * Returns: (nullable): its name in the provenance of a story; %NULL for what is the user's own
 */
const char *
np_article_field_to_string (NpArticleFields field)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (field == (NpArticleFields) (1 << i))
      return names[i];
  return NULL;
}

static void
take_source (NpArticle *article, const NpArticle *from, const char *name)
{
  const char *source = g_hash_table_lookup (from->provenance.fields, name);

  if (source != NULL)
    np_article_set_field_source (article, name, source);
  else
    g_hash_table_remove (article->provenance.fields, name);
}

static gboolean
is_edited (const NpArticle *article, const char *name)
{
  return g_strcmp0 (g_hash_table_lookup (article->provenance.fields, name), "edited") == 0;
}

/* Makes the sources of @article those of @from: those of its photos, or all others. What the user wrote in one of the
 * two is the business of the fields themselves. */
static void
take_sources (NpArticle *article, const NpArticle *from, gboolean of_photos)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, article->provenance.fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, OF_PHOTO) == of_photos && !is_edited (article, name)
        && !g_hash_table_contains (from->provenance.fields, name))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, from->provenance.fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, OF_PHOTO) == of_photos && !is_edited (article, name) && !is_edited (from, name))
      take_source (article, from, name);
}

static void
take_text (char **to, const char *from)
{
  char *copy = g_strdup (from);

  g_free (*to);
  *to = copy;
}

static void
take_list (GPtrArray **to, GPtrArray *copy)
{
  g_ptr_array_unref (*to);
  *to = copy;
}

/* What can be copied in one way for all of its kind. */
static void
take_texts (NpArticle *article, const NpArticle *from, NpArticleFields fields)
{
  const struct
  {
    NpArticleFields field;
    char **to;
    const char *from;
  } texts[] = {
    { NP_ARTICLE_HEADLINE, &article->headline, from->headline },
    { NP_ARTICLE_DECK, &article->deck, from->deck },
    { NP_ARTICLE_BYLINE, &article->byline, from->byline },
    { NP_ARTICLE_DATELINE, &article->dateline, from->dateline },
    { NP_ARTICLE_SITE, &article->site_name, from->site_name },
    { NP_ARTICLE_SITE, &article->site_domain, from->site_domain },
    { NP_ARTICLE_SECTION, &article->section, from->section },
    { NP_ARTICLE_LANGUAGE, &article->language, from->language },
    { NP_ARTICLE_PUBLISHED, &article->published, from->published },
    { NP_ARTICLE_UPDATED, &article->updated, from->updated },
    { NP_ARTICLE_NOTE, &article->note, from->note },
    { NP_ARTICLE_ORIGIN, &article->canonical_url, from->canonical_url },
    { NP_ARTICLE_ORIGIN, &article->image, from->image },
    { NP_ARTICLE_ORIGIN, &article->provenance.fetched, from->provenance.fetched },
    { NP_ARTICLE_ORIGIN, &article->provenance.final_url, from->provenance.final_url },
    { NP_ARTICLE_ORIGIN, &article->provenance.content_type, from->provenance.content_type },
    { NP_ARTICLE_ORIGIN, &article->provenance.page, from->provenance.page },
    { NP_ARTICLE_ORIGIN, &article->provenance.extractor, from->provenance.extractor },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (fields & texts[i].field)
      take_text (texts[i].to, texts[i].from);
}

static void
take_lists (NpArticle *article, const NpArticle *from, NpArticleFields fields)
{
  g_autoptr (NpArticle) copy = np_article_copy (from);

  if (fields & NP_ARTICLE_BYLINE)
    take_list (&article->authors, g_ptr_array_ref (copy->authors));
  if (fields & NP_ARTICLE_BODY)
    take_list (&article->body, g_ptr_array_ref (copy->body));
  if (fields & NP_ARTICLE_FIGURES)
    take_list (&article->figures, g_ptr_array_ref (copy->figures));
  if (fields & NP_ARTICLE_KEYWORDS)
    {
      take_list (&article->keywords, g_ptr_array_ref (copy->keywords));
      take_list (&article->suggested_topics, g_ptr_array_ref (copy->suggested_topics));
    }
  if (fields & NP_ARTICLE_DIAGNOSTICS)
    take_list (&article->diagnostics, g_ptr_array_ref (copy->diagnostics));
  if (fields & NP_ARTICLE_HIGHLIGHTS)
    take_list (&article->highlights, g_ptr_array_ref (copy->highlights));
  if (fields & NP_ARTICLE_ORIGIN)
    take_list (&article->provenance.next_pages, g_ptr_array_ref (copy->provenance.next_pages));
  if (fields & NP_ARTICLE_VERSIONS)
    take_list (&article->versions, g_ptr_array_ref (copy->versions));
}

/**
 * np_article_take_fields:
 * @article: an article that the caller alone holds
 * @from: another
 * @fields: which fields
 *
 * Makes these fields of @article as they are in @from, and where they were taken from with them.
 */
void
np_article_take_fields (NpArticle *article, const NpArticle *from, NpArticleFields fields)
{
  g_return_if_fail (article != NULL && from != NULL && article != from);

  take_texts (article, from, fields);
  take_lists (article, from, fields);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((fields & (1 << i)) && names[i] != NULL)
      take_source (article, from, names[i]);
  if (fields & NP_ARTICLE_BYLINE)
    take_source (article, from, "authors");
  if (fields & NP_ARTICLE_FIGURES)
    take_sources (article, from, TRUE);
  if (fields & NP_ARTICLE_ORIGIN)
    {
      article->provenance.status = from->provenance.status;
      take_sources (article, from, FALSE);
    }
}

/**
 * np_article_mark_edited:
 * @article: an article that the caller alone holds
 * @fields: what the user put right
 *
 * Says in the provenance that these are the user's, so that no new extraction touches them.
 */
void
np_article_mark_edited (NpArticle *article, NpArticleFields fields)
{
  g_return_if_fail (article != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((fields & (1 << i)) && names[i] != NULL)
      np_article_set_field_source (article, names[i], "edited");
}

/**
 * np_article_get_edited:
 * @article: an article
 *
 * Returns: what the user put right
 */
NpArticleFields
np_article_get_edited (const NpArticle *article)
{
  guint fields = 0;

  g_return_val_if_fail (article != NULL, (NpArticleFields) 0);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && is_edited (article, names[i]))
      fields |= 1u << i;
  return (NpArticleFields) fields;
}
