#include "extract/np-image-source.h"

#include "extract/np-image-key.h"

#include <stdlib.h>
#include <string.h>

/* A longer address is none. */
#define ADDRESS_MAX 4096

/* As wide as a reader shows a photo; wider ones cost bytes that nobody sees. */
#define WANTED_WIDTH 1600.0

/* What is below this part of that is a small copy. */
#define SMALL 0.4

/* The same where a set counts pixels a point instead. */
#define WANTED_DENSITY 2.0
#define MAX_DENSITY    30

/* Where scripts that load images late keep the address, best first. */
static const char *const late_sets[] = { "data-srcset", "data-lazy-srcset", "data-original-set", "srcset" };
static const char *const late_sources[] = { "data-full-src",
                                            "data-hi-res-src",
                                            "data-orig-file",
                                            "data-original",
                                            "data-lazy-src",
                                            "data-src",
                                            "data-lazy",
                                            "data-image",
                                            "data-img-src",
                                            "data-url",
                                            "data-native-src",
                                            "data-raw-src",
                                            "data-flickity-lazyload",
                                            "data-pin-media",
                                            "data-large-file",
                                            "data-zoom-image",
                                            "data-src-large",
                                            "data-src-desktop",
                                            "data-echo",
                                            "data-platform-src",
                                            "data-bg",
                                            "data-image-src",
                                            "src" };

static gboolean
names_picture (const char *address)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp" };
  g_autofree char *path = address != NULL ? g_ascii_strdown (address, (gssize) strcspn (address, "?#")) : NULL;

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_address (const char *value)
{
  return value != NULL && *value != '\0' && *value != '{' && *value != '[' && *value != '#'
         && strncmp (value, "data:", 5) != 0 && strncmp (value, "about:", 6) != 0
         && strncmp (value, "javascript:", 11) != 0 && strncmp (value, "blob:", 5) != 0
         && strstr (value, "this.") == NULL && strpbrk (value, "'\"<>") == NULL && strlen (value) < ADDRESS_MAX;
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

/* Whether @size, in pixels or in pixels a point, does better than @best; below 0 there is none yet. The widest that is
 * wanted is best, or else the narrowest of the wider ones, or else the widest of those that are small. */
static gboolean
is_better (double size, double best, double wanted)
{
  gboolean fits = size <= wanted && size >= wanted * SMALL, fitted = best <= wanted && best >= wanted * SMALL;

  if (best < 0)
    return TRUE;
  if (fits || fitted)
    return fits && (!fitted || size > best);
  return size > wanted ? best <= wanted || size < best : best <= wanted && size > best;
}

/* A candidate of a set; one without a width among those that have one says nothing. */
static gboolean
is_better_candidate (double size, double best)
{
  if (size <= MAX_DENSITY && best > MAX_DENSITY)
    return FALSE;
  if (size > MAX_DENSITY && best <= MAX_DENSITY)
    return TRUE;
  return is_better (size, best, size <= MAX_DENSITY ? WANTED_DENSITY : WANTED_WIDTH);
}

/**
 * np_image_source_best_of_set:
 * @srcset: the value of a srcset attribute (HTML, 4.8.4.2.1)
 * @width: (out) (optional): its width in pixels, 0 = unknown
 *
 * Returns: (transfer full) (nullable): the address of the widest candidate up to 1600 pixels, or of the narrowest
 *   wider one when those are small
 */
char *
np_image_source_best_of_set (const char *srcset, guint *width)
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
      if (is_better_candidate (size, best_size) && strncmp (start, "data:", 5) != 0)
        {
          best_size = size;
          g_free (best);
          best = g_strndup (start, end - start);
          if (width != NULL)
            *width = size > MAX_DENSITY && size < 20000 ? (guint) size : 0;
        }
    }
  return best;
}

/**
 * np_image_source_from_json:
 * @json: (nullable): an attribute's value in which a script keeps data: `{"default": {"src":
 * "//img.example.org/a.jpg?w=799"}}`
 *
 * Returns: (transfer full) (nullable): the address of the best image that @json names, by the same rule; widths are
 * looked for in the addresses
 */
char *
np_image_source_from_json (const char *json)
{
  g_autofree char *best = NULL;
  guint best_width = 0;

  if (json == NULL || (*json != '{' && *json != '['))
    return NULL;
  for (const char *p = strchr (json, '"'); p != NULL; p = strchr (p, '"'))
    {
      gsize length = strcspn (++p, "\"");
      g_autofree char *value = g_strndup (p, length);
      guint width;
      gboolean absolute;

      p += length + (p[length] == '"');
      for (char *from = value, *to = value;; from++)
        if (*from != '\\')
          {
            *to++ = *from;
            if (*from == '\0')
              break;
          }
      absolute =
          g_str_has_prefix (value, "//") || g_str_has_prefix (value, "https://") || g_str_has_prefix (value, "http://");
      if (length >= ADDRESS_MAX || !(absolute || (*value == '/' && names_picture (value))) || is_placeholder (value))
        continue;
      width = np_image_key_width (value);
      if (best != NULL && !is_better (width, best_width, WANTED_WIDTH))
        continue;
      g_free (best);
      best = g_steal_pointer (&value);
      best_width = width;
    }
  return g_steal_pointer (&best);
}

/**
 * np_image_source_from_style:
 * @style: (nullable): the value of a style attribute
 *
 * Returns: (transfer full) (nullable): the address of its background
 */
char *
np_image_source_from_style (const char *style)
{
  const char *start = style != NULL ? strstr (style, "background") : NULL, *end;
  g_autofree char *address = NULL;

  start = start != NULL ? strstr (start, "url(") : NULL;
  end = start != NULL ? strchr (start, ')') : NULL;
  if (end == NULL)
    return NULL;
  address = g_strndup (start + 4, end - start - 4);
  g_strstrip (address);
  if (*address == '"' || *address == '\'')
    {
      memmove (address, address + 1, strlen (address));
      address[strcspn (address, "\"'")] = '\0';
    }
  return is_address (address) && !is_placeholder (address) ? g_steal_pointer (&address) : NULL;
}

static char *
read_set (const NpDom *dom, guint node, guint *width)
{
  for (guint i = 0; i < G_N_ELEMENTS (late_sets); i++)
    {
      const char *value = np_dom_attribute (dom, node, late_sets[i]);
      g_autofree char *best = value != NULL ? np_image_source_best_of_set (value, width) : NULL;

      if (is_address (best) && !is_placeholder (best))
        return g_steal_pointer (&best);
    }
  return NULL;
}

/* Not every desktop shows the newer formats. */
static gboolean
names_jpeg (const char *type, const char *address)
{
  if (type != NULL)
    return strstr (type, "jp") != NULL || strstr (type, "png") != NULL;
  return strstr (address, "webp") == NULL && strstr (address, "avif") == NULL;
}

/* The widest of the sources of a picture; of JPEG alone where the image itself has an address. */
static char *
read_picture (const NpDom *dom, guint picture, gboolean jpeg, guint *width)
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
        if (jpeg && (address == NULL || its_width == 0 || !names_jpeg (type, address)))
          continue;
        if (address != NULL && (best == NULL || is_better (its_width, best_width, WANTED_WIDTH))
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

/* The photo in a picture whose image has a small copy for its address: a source names a wider one of the same. */
static char *
read_wider (const NpDom *dom, guint node, const char *address, guint *width)
{
  guint picture = dom->nodes[node].parent, its_width = 0, own = np_image_key_width (address);
  g_autofree char *wider = NULL, *key = NULL, *other = NULL;

  if (picture == NP_DOM_NONE || !np_dom_is_named (dom, picture, "picture"))
    return NULL;
  wider = read_picture (dom, picture, TRUE, &its_width);
  if (wider == NULL || own == 0 || own >= its_width)
    return NULL;
  key = np_image_key (address);
  other = np_image_key (wider);
  if (strcmp (key, other) != 0)
    return NULL;
  *width = its_width;
  return g_steal_pointer (&wider);
}

/* The photo that a small copy leads to: the same one in full size. */
static char *
read_link (const NpDom *dom, guint node, const char *address)
{
  guint link = np_dom_find_above (dom, node, GUMBO_TAG_A);
  const char *href = link != NP_DOM_NONE ? np_dom_attribute (dom, link, "href") : NULL;
  g_autofree char *key = NULL, *other = NULL;

  if (!names_picture (href) || !is_address (href))
    return NULL;
  key = np_image_key (address);
  other = np_image_key (href);
  return strcmp (key, other) == 0 && np_image_key_width (address) > 0 ? g_strdup (href) : NULL;
}

static char *
read_late (const NpDom *dom, guint node)
{
  for (guint i = 0; i < G_N_ELEMENTS (late_sources); i++)
    {
      const char *value = np_dom_attribute (dom, node, late_sources[i]);
      char *address = i + 1 < G_N_ELEMENTS (late_sources) ? np_image_source_from_json (value) : NULL;

      if (address != NULL)
        return address;
      if (is_address (value) && !is_placeholder (value)
          && (i + 1 == G_N_ELEMENTS (late_sources) || strchr (value, '/') != NULL))
        {
          address = read_link (dom, node, value);
          return address != NULL ? address : g_strdup (value);
        }
    }
  return NULL;
}

/**
 * np_image_source_find:
 * @dom: a parsed page
 * @node: an image element
 * @width: (out): its width in pixels where a srcset tells it, else 0
 *
 * Returns: (transfer full) (nullable): the best address the image has: the best of its srcset, or where scripts that
 * load late keep it, or its src, or the best of the picture around it, or its background; not resolved
 */
char *
np_image_source_find (const NpDom *dom, guint node, guint *width)
{
  guint picture = dom->nodes[node].parent;
  char *address = read_set (dom, node, width);

  if (address == NULL && (address = read_late (dom, node)) != NULL)
    {
      char *wider = read_wider (dom, node, address, width);

      if (wider != NULL)
        {
          g_free (address);
          return wider;
        }
    }
  for (guint up = 0; address == NULL && up < 2 && picture != NP_DOM_NONE; up++, picture = dom->nodes[picture].parent)
    if (np_dom_is_named (dom, picture, "picture"))
      address = read_picture (dom, picture, FALSE, width);
  if (address == NULL && dom->nodes[node].tag != GUMBO_TAG_IMG)
    address = np_image_source_from_style (np_dom_attribute (dom, node, "style"));
  return address;
}

/**
 * np_image_source_is_late:
 * @dom: a parsed page
 * @node: an element without text that is no image
 *
 * Returns: whether a script is to put an image into @node, or its style shows one as its background
 */
gboolean
np_image_source_is_late (const NpDom *dom, guint node)
{
  static const char *const attributes[] = { "data-src", "data-platform-src", "data-original", "data-bg",
                                            "data-image-src" };
  g_autofree char *background = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (names_picture (np_dom_attribute (dom, node, attributes[i])))
      return TRUE;
  background = np_image_source_from_style (np_dom_attribute (dom, node, "style"));
  return names_picture (background);
}
