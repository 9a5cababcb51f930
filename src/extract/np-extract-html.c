#include "extract/np-extract-html.h"

#include "extract/np-extract.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-body.h"
#include "extract/np-charset.h"
#include "extract/np-data-photos.h"
#include "extract/np-extract-text-line.h"
#include "extract/np-figure-json-ld.h"
#include "extract/np-lead-photo.h"
#include "extract/np-metadata-choose.h"
#include "extract/np-nesting.h"
#include "extract/np-page-kind.h"
#include "extract/np-page-leads.h"
#include "extract/np-slides.h"
#include "extract/np-saved-page.h"

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
is_without_text (const NpArticle *article)
{
  for (guint i = 0; i < article->body->len; i++)
    if (((NpBlock *) article->body->pdata[i])->type != NP_BLOCK_FIGURE
        && ((NpBlock *) article->body->pdata[i])->type != NP_BLOCK_RULE)
      return FALSE;
  return TRUE;
}

/* All that such a page says without scripts is that it needs them. */
static gboolean
asks_for_scripts (const NpArticle *article)
{
  g_autofree char *text = np_article_dup_text (article), *low = g_ascii_strdown (text, -1);

  return strstr (low, "javascript") != NULL;
}

/* What could be read, and what not. Gives whether it is a story. */
static gboolean
judge (const NpDom *dom, const NpPage *page, NpArticle *article, GError **error)
{
  NpPageKind kind = np_page_kind_read (dom, page, article);
  const char *doubt = kind == NP_PAGE_KIND_SCRIPT && asks_for_scripts (article) ? NULL : np_page_kind_get_doubt (kind);

  if (is_without_text (article) || (kind != NP_PAGE_KIND_STORY && doubt == NULL))
    {
      g_autofree char *message = np_page_kind_dup_message (kind, dom, article);

      g_set_error_literal (error, NP_EXTRACT_ERROR, np_page_kind_get_error (kind), message);
      return FALSE;
    }
  if (doubt != NULL)
    g_ptr_array_add (article->diagnostics, g_strdup (doubt));
  if (article->headline == NULL)
    g_ptr_array_add (article->diagnostics, g_strdup ("no headline was found"));
  return TRUE;
}

/* The characters of the page, its data: addresses taken out. */
static char *
read_characters (const NpPage *page, NpParts *parts, gsize *length)
{
  gsize size;
  const char *bytes = g_bytes_get_data (page->bytes, &size);
  g_autofree char *html = np_charset_decode (bytes, size, page->charset, TRUE, length);
  char *taken = np_data_photos_take (html, *length, parts, length);

  return taken != NULL ? taken : g_steal_pointer (&html);
}

/* A page that was saved says where it was; nothing else is believed of where a file is from. */
static char *
dup_address (const NpPage *page, const char *html)
{
  const char *url = page->final_url != NULL ? page->final_url : page->url;
  char *saved = np_uri_is_web (url) ? NULL : np_saved_page_dup_address (html);

  return saved != NULL ? saved : g_strdup (url);
}

static void
read_body (const NpDom *dom, const NpMetadata *metadata, const char *base, NpParts *parts, NpArticle *article)
{
  const NpFact *told = np_metadata_best (metadata, NP_FACT_BODY);
  g_autofree char *lead = np_lead_photo_find (metadata, base);
  gboolean has_hero = np_body_read (dom, base, lead, told != NULL ? told->value : NULL, article);

  np_parts_give (parts, article);
  np_lead_photo_apply (article, lead, has_hero);
  article->image = g_steal_pointer (&lead);
  np_figure_json_ld_apply (article, dom, base);
  np_parts_give (parts, article);
  np_parts_forget_addresses (article);
}

/**
 * np_extract_html_with_parts:
 * @page: an HTML page, in any encoding
 * @parts: the photos that came with it
 * @leads: (out caller-allocates) (nullable): zeroed before; where it leads, also when there is no story
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * As np_extract_html(), of a page that is not alone in its file.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_html_with_parts (const NpPage *page, NpParts *parts, NpLeads *leads, GError **error)
{
  gsize length;
  g_autofree char *html = NULL, *base = NULL, *url = NULL;
  g_autoptr (NpDom) dom = NULL;
  g_autoptr (NpMetadata) metadata = NULL;
  g_autoptr (NpArticle) article = NULL;

  g_return_val_if_fail (page != NULL && parts != NULL, NULL);

  html = read_characters (page, parts, &length);
  if (!np_nesting_tame (html, length))
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TOO_DEEP,
                   "More than %d elements of the page are open at once: it is not a page for reading",
                   NP_NESTING_MAX_OPEN);
      return NULL;
    }
  url = dup_address (page, html);
  dom = np_dom_parse (html, length);
  np_slides_show (dom);
  base = dup_base (dom, page->final_url != NULL ? page->final_url : page->url);
  if (leads != NULL)
    np_page_leads_read (dom, url, base, leads);
  metadata = np_metadata_new ();
  np_metadata_read (metadata, dom, url);

  article = np_article_new ();
  set_provenance (article, page);
  if (np_uri_is_web (url) && !np_uri_is_web (article->url))
    {
      g_free (article->url);
      article->url = g_strdup (url);
    }
  np_metadata_choose (metadata, url, base, article);
  if (page->whole)
    {
      np_body_read_whole (dom, base, article);
      return g_steal_pointer (&article);
    }
  read_body (dom, metadata, base, parts, article);
  apply_dateline (article);
  if (!judge (dom, page, article, error))
    return NULL;
  return g_steal_pointer (&article);
}

/**
 * np_extract_html:
 * @page: an HTML page, in any encoding
 * @leads: (out caller-allocates) (nullable): as np_extract_with_leads()
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of a page: its metadata, its text as blocks, its photos with captions and credits. Photos that the
 * page itself carries (data: addresses) have their bytes. Of a page that is wanted whole: all its text, be it a story's
 * or not, and no photos.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_html (const NpPage *page, NpLeads *leads, GError **error)
{
  g_autoptr (NpParts) parts = np_parts_new ();

  g_return_val_if_fail (page != NULL, NULL);

  return np_extract_html_with_parts (page, parts, leads, error);
}
