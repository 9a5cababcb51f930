#include "model/np-article.h"

#include "base/np-text.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (NpArticle, np_article, np_article_ref, np_article_unref)

/**
 * np_article_new:
 *
 * Returns: (transfer full): an article of which nothing is known, its lists empty
 */
NpArticle *
np_article_new (void)
{
  NpArticle *article = g_atomic_rc_box_new0 (NpArticle);

  article->authors = np_strings_new ();
  article->body = g_ptr_array_new_with_free_func ((GDestroyNotify) np_block_free);
  article->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_figure_free);
  article->topics = np_strings_new ();
  article->suggested_topics = np_strings_new ();
  article->keywords = np_strings_new ();
  article->diagnostics = np_strings_new ();
  article->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) np_highlight_free);
  article->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) np_version_free);
  article->provenance.next_pages = np_strings_new ();
  article->provenance.fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return article;
}

/**
 * np_article_ref:
 * @article: an article
 *
 * Returns: (transfer full): @article; from now on it is frozen
 */
NpArticle *
np_article_ref (NpArticle *article)
{
  return g_atomic_rc_box_acquire (article);
}

static void
article_clear (gpointer data)
{
  NpArticle *article = data;
  char *strings[] = { article->id,
                      article->url,
                      article->canonical_url,
                      article->image,
                      article->headline,
                      article->deck,
                      article->byline,
                      article->dateline,
                      article->site_name,
                      article->site_domain,
                      article->section,
                      article->language,
                      article->published,
                      article->updated,
                      article->saved,
                      article->note,
                      article->unknown,
                      article->provenance.fetched,
                      article->provenance.final_url,
                      article->provenance.content_type,
                      article->provenance.page,
                      article->provenance.extractor };
  GPtrArray *lists[] = {
    article->authors,  article->body,        article->figures,    article->topics,   article->suggested_topics,
    article->keywords, article->diagnostics, article->highlights, article->versions, article->provenance.next_pages
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  g_hash_table_unref (article->provenance.fields);
}

/**
 * np_article_unref:
 * @article: (transfer full) (nullable): an article
 */
void
np_article_unref (NpArticle *article)
{
  if (article != NULL)
    g_atomic_rc_box_release_full (article, article_clear);
}

static GPtrArray *
figures_copy (GPtrArray *figures)
{
  GPtrArray *copy = g_ptr_array_new_full (figures->len, (GDestroyNotify) np_figure_free);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (copy, np_figure_copy (figures->pdata[i]));
  return copy;
}

static GPtrArray *
highlights_copy (GPtrArray *highlights)
{
  GPtrArray *copy = g_ptr_array_new_full (highlights->len, (GDestroyNotify) np_highlight_free);

  for (guint i = 0; i < highlights->len; i++)
    g_ptr_array_add (copy, np_highlight_copy (highlights->pdata[i]));
  return copy;
}

static GPtrArray *
versions_copy (GPtrArray *versions)
{
  GPtrArray *copy = g_ptr_array_new_full (versions->len, (GDestroyNotify) np_version_free);

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (copy, np_version_copy (versions->pdata[i]));
  return copy;
}

static void
provenance_copy (NpProvenance *to, const NpProvenance *from)
{
  GHashTableIter iter;
  gpointer name, source;

  to->fetched = g_strdup (from->fetched);
  to->final_url = g_strdup (from->final_url);
  to->status = from->status;
  to->content_type = g_strdup (from->content_type);
  to->page = g_strdup (from->page);
  to->next_pages = np_strings_copy (from->next_pages);
  to->extractor = g_strdup (from->extractor);
  to->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, from->fields);
  while (g_hash_table_iter_next (&iter, &name, &source))
    g_hash_table_insert (to->fields, g_strdup (name), g_strdup (source));
}

/**
 * np_article_copy:
 * @article: an article
 *
 * Returns: (transfer full): a deep copy that the caller alone holds and may change
 */
NpArticle *
np_article_copy (const NpArticle *article)
{
  NpArticle *copy;

  g_return_val_if_fail (article != NULL, NULL);

  copy = g_atomic_rc_box_new0 (NpArticle);
  copy->id = g_strdup (article->id);
  copy->url = g_strdup (article->url);
  copy->canonical_url = g_strdup (article->canonical_url);
  copy->image = g_strdup (article->image);
  copy->headline = g_strdup (article->headline);
  copy->deck = g_strdup (article->deck);
  copy->authors = np_strings_copy (article->authors);
  copy->byline = g_strdup (article->byline);
  copy->dateline = g_strdup (article->dateline);
  copy->site_name = g_strdup (article->site_name);
  copy->site_domain = g_strdup (article->site_domain);
  copy->section = g_strdup (article->section);
  copy->language = g_strdup (article->language);
  copy->published = g_strdup (article->published);
  copy->updated = g_strdup (article->updated);
  copy->saved = g_strdup (article->saved);
  copy->body = np_blocks_copy (article->body);
  copy->figures = figures_copy (article->figures);
  copy->topics = np_strings_copy (article->topics);
  copy->suggested_topics = np_strings_copy (article->suggested_topics);
  copy->keywords = np_strings_copy (article->keywords);
  copy->diagnostics = np_strings_copy (article->diagnostics);
  copy->read = article->read;
  copy->starred = article->starred;
  copy->archived = article->archived;
  copy->place = article->place;
  copy->later = article->later;
  copy->highlights = highlights_copy (article->highlights);
  copy->note = g_strdup (article->note);
  provenance_copy (&copy->provenance, &article->provenance);
  copy->versions = versions_copy (article->versions);
  copy->unknown = g_strdup (article->unknown);
  return copy;
}

/**
 * np_article_add_figure:
 * @article: an article under construction
 * @figure: (transfer full): its next figure
 *
 * Returns: the index of @figure among the article's figures, for a figure block
 */
guint
np_article_add_figure (NpArticle *article, NpFigure *figure)
{
  g_return_val_if_fail (article != NULL && figure != NULL, 0);

  g_ptr_array_add (article->figures, figure);
  return article->figures->len - 1;
}

/**
 * np_article_set_field_source:
 * @article: an article under construction
 * @field: the name of a member on disk: "headline", "published", …
 * @source: where its value was taken from: "json-ld", "meta", "page", "edited", …
 */
void
np_article_set_field_source (NpArticle *article, const char *field, const char *source)
{
  g_return_if_fail (article != NULL && field != NULL && source != NULL);

  g_hash_table_insert (article->provenance.fields, g_strdup (field), g_strdup (source));
}

/**
 * np_article_dup_text:
 * @article: an article
 *
 * Returns: (transfer full): the words of its body, blocks separated by one blank line
 */
char *
np_article_dup_text (const NpArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);

  return np_blocks_to_text (article->body);
}

/**
 * np_article_count_words:
 * @article: an article
 *
 * Returns: the number of words in its body
 */
gsize
np_article_count_words (const NpArticle *article)
{
  g_autofree char *text = np_article_dup_text (article);

  return np_text_count_words (text);
}

/**
 * np_article_has_topic:
 * @article: an article
 * @key: the key of a topic
 *
 * Returns: whether @article names exactly @key
 */
gboolean
np_article_has_topic (const NpArticle *article, const char *key)
{
  g_return_val_if_fail (article != NULL && key != NULL, FALSE);

  return np_strings_contain (article->topics, key);
}

/**
 * np_strings_new:
 *
 * Returns: (transfer full) (element-type utf8): an empty list that frees its strings
 */
GPtrArray *
np_strings_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * np_strings_copy:
 * @strings: (element-type utf8): a list of strings
 *
 * Returns: (transfer full) (element-type utf8): a deep copy
 */
GPtrArray *
np_strings_copy (GPtrArray *strings)
{
  GPtrArray *copy = np_strings_new ();

  for (guint i = 0; i < strings->len; i++)
    g_ptr_array_add (copy, g_strdup (strings->pdata[i]));
  return copy;
}

/**
 * np_strings_contain:
 * @strings: (element-type utf8): a list of strings
 * @string: a string
 *
 * Returns: whether @string is among @strings, letter by letter
 */
gboolean
np_strings_contain (GPtrArray *strings, const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}
