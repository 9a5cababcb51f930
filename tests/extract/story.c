#include "story.h"

#include <string.h>

/**
 * extract_story:
 * @html: a page
 * @type: its media type
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Returns: (transfer full) (nullable): what np_extract() makes of @html as of a page of news.example.com
 */
NpArticle *
extract_story (const char *html, const char *type, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (NpPage) page = np_page_new (bytes);

  page->url = g_strdup ("https://news.example.com/2018/05/31/bridge.html");
  page->content_type = g_strdup (type);
  return np_extract (page, error);
}
