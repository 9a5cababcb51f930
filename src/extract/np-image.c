#include "extract/np-image.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <stdlib.h>
#include <string.h>

/* Smaller than this on either side is an icon or a tracking pixel. */
#define SMALLEST_SIDE 60

/* Where scripts that load images late keep the address, best first. */
static const char *const late_sets[] = { "data-srcset", "data-lazy-srcset", "data-original-set", "srcset" };
static const char *const late_sources[] = {
  "data-full-src",          "data-hi-res-src", "data-orig-file",  "data-original",
  "data-lazy-src",          "data-src",        "data-lazy",       "data-image",
  "data-img-src",           "data-url",        "data-native-src", "data-raw-src",
  "data-flickity-lazyload", "data-pin-media",  "data-large-file", "src"
};

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

static gboolean
names_picture (const char *address)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp" };
  g_autofree char *path = address != NULL ? g_ascii_strdown (address, strcspn (address, "?#")) : NULL;

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_image_is_image:
 * @dom: a parsed page
 * @node: a node
 *
 * Returns: whether @node is an image element, of HTML or of AMP, or an element that a script puts an image into
 */
gboolean
np_image_is_image (const NpDom *dom, guint node)
{
  GumboTag tag = dom->nodes[node].tag;

  if (tag == GUMBO_TAG_IMG || np_dom_is_named (dom, node, "amp-img") || np_dom_is_named (dom, node, "amp-anim"))
    return TRUE;
  return (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SPAN) && dom->nodes[node].chars == 0
         && names_picture (np_dom_attribute (dom, node, "data-src"));
}

/**
 * np_image_best_of_srcset:
 * @srcset: the value of a srcset attribute (HTML, 4.8.4.2.1)
 * @width: (out) (optional): its width in pixels, 0 = unknown
 *
 * Returns: (transfer full) (nullable): the address of the widest candidate
 */
char *
np_image_best_of_srcset (const char *srcset, guint *width)
{
  const char *p = srcset;
  char *best = NULL;
  double best_size = -1;

  if (width != NULL)
    *width = 0;
  while (*p != '\0')
    {
      const char *start, *end, *descriptor;
      double size = 1;
      gboolean ended;

      p += strspn (p, " \t\r\n,");
      start = p;
      p += strcspn (p, " \t\r\n");
      end = p;
      ended = end > start && end[-1] == ',';
      while (end > start && end[-1] == ',')
        end--;
      if (end == start)
        break;
      descriptor = p + strspn (p, " \t\r\n");
      if (!ended)
        {
          p += strcspn (p, ",");
          if (g_ascii_isdigit (*descriptor))
            size = g_ascii_strtod (descriptor, NULL);
        }
      if (size > best_size && strncmp (start, "data:", 5) != 0)
        {
          best_size = size;
          g_free (best);
          best = g_strndup (start, end - start);
          if (width != NULL)
            *width = size > 30 && size < 20000 ? (guint) size : 0;
        }
    }
  return best;
}

static gboolean
is_address (const char *value)
{
  return value != NULL && *value != '\0' && *value != '{' && *value != '[' && *value != '#'
         && strncmp (value, "data:", 5) != 0 && strncmp (value, "about:", 6) != 0
         && strncmp (value, "javascript:", 11) != 0 && strncmp (value, "blob:", 5) != 0 && strlen (value) < 4096;
}

/* A picture that stands in until the real one is loaded. */
static gboolean
is_placeholder (const char *value)
{
  static const char *const signs[] = { "placeholder", "/blank.",     "spacer",    "transparent", "1x1",
                                       "pixel.gif",   "loading.gif", "lazyload.", "/lazy.",      "grey.gif",
                                       "gray.gif",    "/trans.gif",  "dummy" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (value, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static char *
read_set (const NpDom *dom, guint node, guint *width)
{
  for (guint i = 0; i < G_N_ELEMENTS (late_sets); i++)
    {
      const char *value = np_dom_attribute (dom, node, late_sets[i]);
      g_autofree char *best = value != NULL ? np_image_best_of_srcset (value, width) : NULL;

      if (is_address (best) && !is_placeholder (best))
        return g_steal_pointer (&best);
    }
  return NULL;
}

static char *
read_picture (const NpDom *dom, guint picture, guint *width)
{
  g_autofree char *best = NULL;
  guint best_width = 0;

  for (guint i = picture + 1; i < dom->nodes[picture].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_SOURCE)
      {
        guint its_width = 0;
        const char *type = np_dom_attribute (dom, i, "type");
        g_autofree char *address = read_set (dom, i, &its_width);

        /* AVIF and WebP are smaller copies of what another source has as JPEG. */
        if (address != NULL && (best == NULL || its_width > best_width)
            && (best == NULL || type == NULL || strstr (type, "jp") != NULL))
          {
            g_free (best);
            best = g_steal_pointer (&address);
            best_width = its_width;
          }
      }
  *width = best_width;
  return g_steal_pointer (&best);
}

static char *
read_address (const NpDom *dom, guint node, guint *width)
{
  guint picture = dom->nodes[node].parent;
  char *address = read_set (dom, node, width);

  if (address != NULL)
    return address;
  for (guint i = 0; i < G_N_ELEMENTS (late_sources); i++)
    {
      const char *value = np_dom_attribute (dom, node, late_sources[i]);

      if (is_address (value) && !is_placeholder (value)
          && (i + 1 == G_N_ELEMENTS (late_sources) || strchr (value, '/') != NULL))
        return g_strdup (value);
    }
  for (guint up = 0; up < 2 && picture != NP_DOM_NONE; up++, picture = dom->nodes[picture].parent)
    if (np_dom_is_named (dom, picture, "picture"))
      return read_picture (dom, picture, width);
  return NULL;
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

/**
 * np_image_is_photo_address:
 * @source: the address of an image
 *
 * Returns: whether nothing in @source says that it is an icon, an avatar, a placeholder or a tracking pixel
 */
gboolean
np_image_is_photo_address (const char *source)
{
  static const char *const signs[] = { "/avatar",
                                       "gravatar.com",
                                       "/icons/",
                                       "/icon-",
                                       "-icon.",
                                       "_icon.",
                                       "/logo",
                                       "-logo.",
                                       "_logo.",
                                       "logo-",
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
                                       "headshot" };
  g_autofree char *lower = g_ascii_strdown (source, -1);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lower, signs[i]) != NULL)
      return FALSE;
  return strstr (lower, ".svg") == NULL && !g_str_has_suffix (lower, ".gif.pagespeed");
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
  g_autofree char *address = read_address (dom, node, &unused);

  if (address == NULL)
    return FALSE;
  return !np_image_is_photo_address (address)
         || (width > 2 && height > 2 && width < SMALLEST_SIDE && height < SMALLEST_SIDE);
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
  address = read_address (dom, node, &set_width);
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
  return np_image_is_photo_address (image->source);
}
