#include "extract/np-image.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-image-source.h"

#include <stdlib.h>
#include <string.h>

/* Smaller than this on either side is an icon or a tracking pixel. */
#define SMALLEST_SIDE 60

/**
 * np_image_clear:
 * @image: an image; its members are freed
 */
void
np_image_clear (NpImage *image)
{
  g_clear_pointer (&image->source, g_free);
  g_clear_pointer (&image->alt, g_free);
}

/**
 * np_image_is_image:
 * @dom: a parsed page
 * @node: a node
 *
 * Returns: whether @node is an image element, of HTML or of AMP, or an element that a script or a style puts an image
 * into
 */
gboolean
np_image_is_image (const NpDom *dom, guint node)
{
  GumboTag tag = dom->nodes[node].tag;

  if (tag == GUMBO_TAG_IMG || np_dom_is_named (dom, node, "amp-img") || np_dom_is_named (dom, node, "amp-anim"))
    return TRUE;
  return (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SPAN) && dom->nodes[node].chars == 0
         && np_image_source_is_late (dom, node);
}

static guint
read_length (const NpDom *dom, guint node, const char *name)
{
  const char *value = np_dom_attribute (dom, node, name);
  const char *rest = value;
  guint number = 0;

  for (; rest != NULL && g_ascii_isdigit (*rest) && number < 100000; rest++)
    number = number * 10 + (*rest - '0');
  return rest != NULL && *rest != '%' ? number : 0;
}

/* An icon, an avatar, a placeholder, a tracking pixel. */
static gboolean
names_sign (const char *source)
{
  static const char *const signs[] = { "/avatar",
                                       "gravatar.com",
                                       "/icons/",
                                       "/icon-",
                                       "-icon.",
                                       "_icon.",
                                       "/emoji",
                                       "/pixel",
                                       "tracking",
                                       "doubleclick",
                                       "/smilies",
                                       "vgwort",
                                       "scorecardresearch",
                                       "analytics",
                                       "/badge",
                                       "/sprite",
                                       "feedburner",
                                       "ivwbox",
                                       "/beacon",
                                       "favicon",
                                       "facebook.com/tr",
                                       "/button",
                                       "zaehlpixel",
                                       "/ads/",
                                       "googlesyndication",
                                       "/blank.",
                                       "ajax-loader",
                                       "ajax_loader",
                                       "brokenimage",
                                       "broken-image",
                                       "/no-image",
                                       "/no_image",
                                       "/noimage",
                                       "/profile_image",
                                       "/profile-image",
                                       "/authors/",
                                       "/author/",
                                       "/author-",
                                       "headshot",
                                       "lightbox_",
                                       "lightbox-",
                                       "_lupe.",
                                       "-lupe.",
                                       "/lupe." };
  g_autofree char *lower = g_ascii_strdown (source, -1);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lower, signs[i]) != NULL)
      return TRUE;
  return strstr (lower, ".svg") != NULL || g_str_has_suffix (lower, ".gif.pagespeed");
}

/* Whether @source names a logo: the site's mostly, unless it stands in a frame with a caption. */
static gboolean
names_logo (const char *source)
{
  static const char *const signs[] = { "/logo", "logo.", "logo-" };
  g_autofree char *lower = g_ascii_strdown (source, -1);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lower, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_captioned (const NpDom *dom, guint node)
{
  guint frame = np_dom_find_above (dom, node, GUMBO_TAG_FIGURE);

  for (guint i = frame; frame != NP_DOM_NONE && i < dom->nodes[frame].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_FIGCAPTION && dom->nodes[i].chars >= 10)
      return TRUE;
  return np_dom_attribute (dom, node, "data-copyright") != NULL || np_dom_attribute (dom, node, "data-caption") != NULL;
}

static gboolean
is_photo (const NpDom *dom, guint node, const char *source)
{
  return np_image_is_photo_address (source)
         || (names_logo (source) && !names_sign (source) && is_captioned (dom, node));
}

/**
 * np_image_is_photo_address:
 * @source: the address of an image
 *
 * Returns: whether nothing in @source says that it is an icon, an avatar, a placeholder or a tracking pixel
 */
gboolean
np_image_is_photo_address (const char *source)
{
  return !names_logo (source) && !names_sign (source);
}

/**
 * np_image_is_address:
 * @source: (nullable): an absolute address
 * @base: (nullable): the address of the page
 *
 * Returns: whether a photo of the page can be had from @source: from the web, or from a file when the page is one
 */
gboolean
np_image_is_address (const char *source, const char *base)
{
  return np_uri_is_web (source)
         || (source != NULL && base != NULL && g_str_has_prefix (source, "file:") && g_str_has_prefix (base, "file:"));
}

/**
 * np_image_is_sign:
 * @dom: a parsed page
 * @node: an image element
 *
 * Returns: whether the image is an icon or the like by its address or the size it is given; one whose address is not
 * known is none
 */
gboolean
np_image_is_sign (const NpDom *dom, guint node)
{
  guint unused, width = read_length (dom, node, "width"), height = read_length (dom, node, "height");
  g_autofree char *address = np_image_source_find (dom, node, &unused);

  if (address == NULL)
    return FALSE;
  return !is_photo (dom, node, address) || (width > 2 && height > 2 && width < SMALLEST_SIDE && height < SMALLEST_SIDE);
}

/* "https://example.org/": what is left of an address that a script was to fill in. */
static gboolean
is_place (const char *source)
{
  const char *path = strstr (source, "://");

  path = path != NULL ? strchr (path + 3, '/') : source;
  return path == NULL || path[1] == '\0';
}

/**
 * np_image_read:
 * @dom: a parsed page
 * @node: an image element
 * @base: (nullable): the address that its addresses are relative to
 * @image: (out): what was read; clear it with np_image_clear()
 *
 * Reads the best address an image element has: the widest of its srcset and of a picture around it, or where scripts
 * that load late keep it, or its src.
 *
 * Returns: whether it can be a photo: not an icon, an avatar, a placeholder or a tracking pixel
 */
gboolean
np_image_read (const NpDom *dom, guint node, const char *base, NpImage *image)
{
  g_autofree char *address = NULL;
  const char *alt = np_dom_attribute (dom, node, "alt");
  const char *late_alt = np_dom_attribute (dom, node, "data-alt");
  guint set_width = 0;

  memset (image, 0, sizeof *image);
  address = np_image_source_find (dom, node, &set_width);
  if (address == NULL)
    return FALSE;
  image->source = np_uri_resolve (base, address);
  if (!np_image_is_address (image->source, base) || is_place (image->source))
    {
      g_clear_pointer (&image->source, g_free);
      return FALSE;
    }
  image->width = read_length (dom, node, "width");
  image->height = read_length (dom, node, "height");
  if (image->width == 0 && image->height == 0)
    {
      image->width = read_length (dom, node, "data-width");
      image->height = read_length (dom, node, "data-height");
    }
  if ((image->width > 0 && image->width < SMALLEST_SIDE) || (image->height > 0 && image->height < SMALLEST_SIDE))
    {
      /* Some write the proportions (16 × 9) there. */
      if (set_width == 0 && !(image->width * 9 == image->height * 16 || image->width * 2 == image->height * 3))
        return FALSE;
      image->width = image->height = 0;
    }
  if (set_width > image->width)
    {
      image->height = image->width > 0 ? (guint) ((guint64) image->height * set_width / image->width) : 0;
      image->width = set_width;
    }
  image->alt = np_text_clean (alt != NULL ? alt : late_alt);
  if (np_text_is_empty (image->alt))
    g_clear_pointer (&image->alt, g_free);
  return is_photo (dom, node, image->source);
}
