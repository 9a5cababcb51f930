#include "extract/np-extract.h"

#include "base/np-uri.h"
#include "extract/np-extract-html.h"
#include "extract/np-mime.h"

#include <string.h>

static const NpMimePart *
find_root (const NpMime *mime)
{
  const NpMimePart *root = NULL;

  for (guint i = 0; i < mime->parts->len; i++)
    {
      const NpMimePart *part = mime->parts->pdata[i];

      if (!g_str_equal (part->type, "text/html") && !g_str_equal (part->type, "application/xhtml+xml"))
        continue;
      if (mime->root != NULL && g_strcmp0 (part->id, mime->root) == 0)
        return part;
      if (root == NULL)
        root = part;
    }
  return root;
}

/* Where the page was: an address of the web, or else that of the file. */
static char *
find_address (const NpPage *page, const NpMime *mime, const NpMimePart *root)
{
  const char *const said[] = { mime->location, root->location };
  const char *file = page->final_url != NULL ? page->final_url : page->url;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (np_uri_is_web (said[i]))
      return g_strdup (said[i]);
  return g_strdup (file != NULL ? file : "file:///saved/page.html");
}

/* Parts that lay beside the page on somebody's disk lie beside the file now: what is after the page's own folder. */
static const char *
relative_to (const char *location, const char *root_location)
{
  const char *slash = root_location != NULL ? strrchr (root_location, '/') : NULL;
  gsize folder = slash != NULL ? (gsize) (slash - root_location) + 1 : 0;

  return folder > 0 && strncmp (location, root_location, folder) == 0 ? location + folder : location;
}

static NpParts *
collect_photos (const NpMime *mime, const NpMimePart *root, const char *base)
{
  NpParts *parts = np_parts_new ();

  for (guint i = 0; i < mime->parts->len; i++)
    {
      const NpMimePart *part = mime->parts->pdata[i];

      if (!g_str_has_prefix (part->type, "image/") && !g_str_equal (part->type, "application/octet-stream"))
        continue;
      if (part->location != NULL)
        {
          gboolean is_web = np_uri_is_web (part->location);
          g_autofree char *address =
              np_uri_resolve (base, is_web ? part->location : relative_to (part->location, root->location));

          if (address != NULL)
            np_parts_add (parts, address, part->bytes);
        }
      if (part->id != NULL)
        {
          g_autofree char *address = np_parts_dup_address_of_id (part->id);

          np_parts_add (parts, address, part->bytes);
        }
    }
  return parts;
}

/**
 * np_extract_mime:
 * @page: a file of several parts
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of the page in it. Its figures have the bytes of their photos, as far as those are in the file; its
 * address is the one that the page was saved from.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_mime (const NpPage *page, GError **error)
{
  g_autoptr (NpMime) mime = np_mime_read (page->bytes);
  const NpMimePart *root = mime != NULL ? find_root (mime) : NULL;
  g_autoptr (NpPage) inner = NULL;
  g_autoptr (NpParts) parts = NULL;
  NpArticle *article;

  if (root == NULL)
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY,
                   "The saved file holds no page. Found: %u parts of other types", mime != NULL ? mime->parts->len : 0);
      return NULL;
    }
  inner = np_page_new (root->bytes);
  inner->url = find_address (page, mime, root);
  inner->final_url = g_strdup (inner->url);
  inner->content_type = g_strdup ("text/html");
  inner->charset = g_strdup (root->charset);
  inner->whole = page->whole;
  parts = collect_photos (mime, root, inner->url);
  article = np_extract_html_with_parts (inner, parts, NULL, error);
  if (article == NULL)
    return NULL;
  g_free (article->provenance.content_type);
  article->provenance.content_type = g_strdup (page->content_type);
  article->provenance.status = page->status;
  return article;
}
