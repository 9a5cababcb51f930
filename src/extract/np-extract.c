#include "extract/np-extract.h"

#include "extract/np-charset.h"
#include "extract/np-sniff.h"

#include <string.h>

G_DEFINE_QUARK (np_extract_error_quark, np_extract_error)

static gboolean
is_blank (const char *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isspace (bytes[i]) && bytes[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * np_extract_with_leads:
 * @page: what was fetched or opened
 * @leads: (out caller-allocates) (nullable): zeroed before; where the page leads, also when there is no story
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of a page or text, whichever it is.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_with_leads (const NpPage *page, NpLeads *leads, GError **error)
{
  gsize size, length;
  const char *bytes;
  g_autofree char *text = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  bytes = g_bytes_get_data (page->bytes, &size);
  if (is_blank (bytes, size))
    {
      g_set_error_literal (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_EMPTY, "It is empty");
      return NULL;
    }
  switch (np_sniff (page))
    {
    case NP_SNIFF_HTML:
      return np_extract_html (page, leads, error);
    case NP_SNIFF_MIME:
      return np_extract_mime (page, error);
    case NP_SNIFF_TEXT:
      text = np_charset_decode (bytes, size, page->charset, FALSE, &length);
      return np_extract_text (text, error);
    case NP_SNIFF_PDF_LAYOUT:
      return np_extract_pdf (page, error);
    case NP_SNIFF_PDF:
    case NP_SNIFF_OTHER:
      break;
    }
  g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TYPE, "No story can be read from this type: %s",
               np_sniff_describe (page));
  return NULL;
}

/**
 * np_extract:
 * @page: what was fetched or opened
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * As np_extract_with_leads(), of one page alone.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract (const NpPage *page, GError **error)
{
  return np_extract_with_leads (page, NULL, error);
}
