#include "extract/np-extract.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-body.h"
#include "extract/np-charset.h"
#include "extract/np-extract-text-line.h"
#include "extract/np-image.h"
#include "extract/np-metadata-choose.h"
#include "extract/np-nesting.h"

#include <string.h>

/* The address that the page's relative addresses start from: its base element's, or its own. */
static char *
dup_base (const NpDom *dom, const char *url)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_BASE)
      {
        char *base = np_uri_resolve (url, np_dom_attribute (dom, i, "href"));

        if (np_uri_is_web (base))
          return base;
        g_free (base);
      }
  return g_strdup (url);
}

static void
move_figure_first (NpArticle *article, guint index)
{
  NpFigure *figure = g_ptr_array_steal_index (article->figures, index);

  g_ptr_array_insert (article->figures, 0, figure);
  for (guint i = 0; i < article->body->len; i++)
    {
      NpBlock *block = article->body->pdata[i];

      if (block->type != NP_BLOCK_FIGURE)
        continue;
      if (block->figure == index)
        block->figure = 0;
      else if (block->figure < index)
        block->figure++;
    }
}

/* Whether an address is that of the site's own mark, which pages without a photo name instead of one. */
static gboolean
is_mark_of_site (const char *source)
{
  static const char *const signs[] = { "logo",       "favicon",       "icon.",         "icon-",         "-icon",
                                       "_icon",      "placeholder",   "default-image", "default_image", "og-default",
                                       "og_default", "share-default", "apple-touch",   "fallback" };
  g_autofree char *lower = g_ascii_strdown (source, strcspn (source, "?#"));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lower, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The first photo of the page, when no text stands before it. */
static gboolean
begins_with_photo (const NpArticle *article)
{
  return article->figures->len > 0 && article->body->len > 0
         && ((NpBlock *) article->body->pdata[0])->type == NP_BLOCK_FIGURE
         && ((NpBlock *) article->body->pdata[0])->figure == 0;
}

/* The words of a photo that a script puts at the head of the story, when that photo stands elsewhere. */
static void
drop_words_at_head (NpArticle *article, gboolean has_hero)
{
  if (!has_hero || article->figures->len == 0 || ((NpFigure *) article->figures->pdata[0])->source != NULL)
    return;
  g_ptr_array_remove_index (article->figures, 0);
  for (guint i = 0; i < article->body->len; i++)
    {
      NpBlock *block = article->body->pdata[i];

      if (block->type == NP_BLOCK_FIGURE && block->figure > 0)
        block->figure--;
    }
}

static guint
find_figure (const NpArticle *article, const NpFigure *figure)
{
  guint index = 0;

  g_ptr_array_find (article->figures, figure, &index);
  return index;
}

/* The photo that the page names as its own comes first, under the address that the page gives it. */
static void
apply_lead_photo (NpArticle *article, const NpMetadata *metadata, const char *base, gboolean has_hero)
{
  const NpFact *fact = np_metadata_best (metadata, NP_FACT_PHOTO);
  g_autofree char *source = fact != NULL ? np_uri_resolve (base, fact->value) : NULL;
  g_autofree char *key = NULL;
  NpFigure *figure;

  if (!np_image_is_address (source, base) || is_mark_of_site (source))
    return;
  key = np_image_key (source);
  for (guint i = 0; i < article->figures->len; i++)
    {
      g_autofree char *other = NULL;

      figure = article->figures->pdata[i];
      other = figure->source != NULL ? np_image_key (figure->source) : NULL;
      if (g_strcmp0 (key, other) != 0)
        continue;
      g_free (figure->source);
      figure->source = g_steal_pointer (&source);
      drop_words_at_head (article, has_hero);
      move_figure_first (article, find_figure (article, figure));
      return;
    }
  if (has_hero || begins_with_photo (article))
    {
      /* The photo at the head of the story, in another cut. */
      figure = article->figures->pdata[0];
      g_free (figure->source);
      figure->source = g_steal_pointer (&source);
      return;
    }
  figure = np_figure_new ();
  figure->source = g_steal_pointer (&source);
  np_article_add_figure (article, figure);
  move_figure_first (article, article->figures->len - 1);
}

static void
apply_dateline (NpArticle *article)
{
  for (guint i = 0; i < article->body->len && article->dateline == NULL; i++)
    {
      const NpBlock *block = article->body->pdata[i];

      if (block->type != NP_BLOCK_PARAGRAPH)
        continue;
      article->dateline = np_text_line_dup_dateline (block->text);
      if (article->dateline != NULL)
        np_article_set_field_source (article, "dateline", "page");
      break;
    }
}

static void
set_provenance (NpArticle *article, const NpPage *page)
{
  article->url = g_strdup (page->url);
  article->provenance.final_url = g_strdup (page->final_url);
  article->provenance.status = page->status;
  article->provenance.content_type = g_strdup (page->content_type);
}

static gboolean
is_without_story (const NpArticle *article)
{
  for (guint i = 0; i < article->body->len; i++)
    if (((NpBlock *) article->body->pdata[i])->type != NP_BLOCK_FIGURE
        && ((NpBlock *) article->body->pdata[i])->type != NP_BLOCK_RULE)
      return FALSE;
  return TRUE;
}

static void
set_no_story (const NpDom *dom, const NpArticle *article, GError **error)
{
  guint links = 0;

  for (guint i = 0; i < dom->n_nodes; i++)
    links += dom->nodes[i].tag == GUMBO_TAG_A;
  g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY,
               "There is no text of a story on the page. Found: %s%s%s, %u photos, %u links",
               article->headline != NULL ? "“" : "no headline", article->headline != NULL ? article->headline : "",
               article->headline != NULL ? "”" : "", article->figures->len, links);
}

/**
 * np_extract_html:
 * @page: an HTML page, in any encoding
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of a page: its metadata, its text as blocks, its photos with captions and credits.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_html (const NpPage *page, GError **error)
{
  gsize size, length;
  const char *bytes, *url;
  gboolean has_hero;
  g_autofree char *html = NULL, *base = NULL;
  g_autoptr (NpDom) dom = NULL;
  g_autoptr (NpMetadata) metadata = NULL;
  g_autoptr (NpArticle) article = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  bytes = g_bytes_get_data (page->bytes, &size);
  html = np_charset_decode (bytes, size, page->charset, TRUE, &length);
  if (!np_nesting_tame (html, length))
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TOO_DEEP,
                   "More than %d elements of the page are open at once: it is not a page for reading",
                   NP_NESTING_MAX_OPEN);
      return NULL;
    }
  url = page->final_url != NULL ? page->final_url : page->url;
  dom = np_dom_parse (html, length);
  base = dup_base (dom, url);
  metadata = np_metadata_new ();
  np_metadata_read (metadata, dom, url);

  article = np_article_new ();
  set_provenance (article, page);
  np_metadata_choose (metadata, url, base, article);
  has_hero = np_body_read (dom, base, article);
  apply_lead_photo (article, metadata, base, has_hero);
  apply_dateline (article);
  if (is_without_story (article))
    {
      set_no_story (dom, article, error);
      return NULL;
    }
  return g_steal_pointer (&article);
}
