#include "model/np-page.h"

/**
 * np_page_new:
 * @bytes: (transfer none): what was received
 *
 * Returns: (transfer full): a page of which nothing but its bytes is known
 */
NpPage *
np_page_new (GBytes *bytes)
{
  NpPage *page;

  g_return_val_if_fail (bytes != NULL, NULL);

  page = g_new0 (NpPage, 1);
  page->bytes = g_bytes_ref (bytes);
  page->redirects = g_ptr_array_new_with_free_func (g_free);
  return page;
}

/**
 * np_page_free:
 * @page: (transfer full) (nullable): a page
 */
void
np_page_free (NpPage *page)
{
  if (page == NULL)
    return;
  g_bytes_unref (page->bytes);
  g_free (page->url);
  g_free (page->final_url);
  g_free (page->content_type);
  g_free (page->charset);
  g_free (page->etag);
  g_free (page->last_modified);
  g_ptr_array_unref (page->redirects);
  g_free (page);
}
