#include "extract/np-image-key.h"

#include <string.h>

/* What names a kind of file or a cut, and no photo. */
static const char *const general[] = {
  "image",  "photo",    "img",       "picture",  "original", "master",  "preview", "default",  "rawimage", "index",
  "foto",   "bild",     "file",      "portrait", "square",   "thumb",   "large",   "small",    "medium",   "social",
  "dims",   "panorama", "landscape", "tall",     "wide",     "hero",    "full",    "teaser",   "cover",    "main",
  "header", "featured", "lead",      "poster",   "facebook", "twitter", "share",   "og-image", "og_image", "thumbnail"
};

/* A part of an address, not terminated. */
typedef struct
{
  const char *start;
  gsize length;
} Span;

static gboolean
equals (Span span, const char *word)
{
  return strlen (word) == span.length && g_ascii_strncasecmp (span.start, word, span.length) == 0;
}

static gboolean
is_general (Span stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (general); i++)
    if (equals (stem, general[i]))
      return TRUE;
  return FALSE;
}

static guint
longest_run (Span span, gboolean (*holds) (int c))
{
  guint longest = 0, run = 0;

  for (gsize i = 0; i < span.length; i++)
    {
      run = holds (span.start[i]) ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest;
}

static gboolean
is_digit (int c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_hex (int c)
{
  return g_ascii_isxdigit (c);
}

/* A folder that tells the size: "1024x683", "w1200-h630-p-k-no-nu", "s320", "w_1280,c_limit". Years are none. */
static gboolean
is_size (Span folder)
{
  guint letters = 0, digits = longest_run (folder, is_digit);
  gboolean year = folder.length == 4 && digits == 4
                  && (strncmp (folder.start, "19", 2) == 0 || strncmp (folder.start, "20", 2) == 0);

  if (digits < 2 || digits > 4 || year || folder.length > 40)
    return FALSE;
  for (gsize i = 0; i < folder.length; i++)
    letters += g_ascii_isalpha (folder.start[i]);
  return letters <= 8 && (letters > 0 || digits >= 3);
}

/* "-1024x683", "_640w", "-scaled", "@2x", "-e1564385890767" at the end of a name, and what content management puts
 * around the names of its copies: "csm_name_b5e0929985", "thumbs_name". */
static Span
strip_size (Span stem)
{
  static const char *const endings[] = { "scaled",    "large", "medium",  "small",        "thumb",
                                         "thumbnail", "full",  "jumbo",   "articlelarge", "original",
                                         "master",    "crop",  "cropped", "superjumbo",   "preview" };
  static const char *const beginnings[] = { "thumbs_", "thumb_", "small_", "medium_", "large_", "big_", "mini_" };
  gboolean again = TRUE;

  if (stem.length > 16 && strncmp (stem.start, "csm_", 4) == 0
      && longest_run ((Span){ stem.start + stem.length - 10, 10 }, is_hex) == 10 && stem.start[stem.length - 11] == '_')
    stem = (Span){ stem.start + 4, stem.length - 15 };
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (stem.length > strlen (beginnings[i]) + 3
        && g_ascii_strncasecmp (stem.start, beginnings[i], strlen (beginnings[i])) == 0)
      {
        stem = (Span){ stem.start + strlen (beginnings[i]), stem.length - strlen (beginnings[i]) };
        break;
      }
  while (again && stem.length > 0)
    {
      gsize p = stem.length, start;
      Span end;

      again = FALSE;
      while (p > 0 && (g_ascii_isdigit (stem.start[p - 1]) || strchr ("xwhr", stem.start[p - 1]) != NULL))
        p--;
      end = (Span){ stem.start + p, stem.length - p };
      if (p > 0 && end.length >= 2 && strchr ("-_.@", stem.start[p - 1]) != NULL && g_ascii_isdigit (*end.start)
          && (memchr (end.start, 'x', end.length) != NULL || strchr ("wh", end.start[end.length - 1]) != NULL))
        {
          stem.length = p - 1;
          again = TRUE;
          continue;
        }
      /* "_w1200", "_r1", "_h630". */
      if (p > 0 && end.length >= 2 && stem.start[p - 1] == '_' && strchr ("whr", *end.start) != NULL
          && longest_run (end, is_digit) == end.length - 1)
        {
          stem.length = p - 1;
          again = TRUE;
          continue;
        }
      for (start = stem.length; start > 0 && g_ascii_isalnum (stem.start[start - 1]); start--)
        ;
      end = (Span){ stem.start + start, stem.length - start };
      if (start == 0 || strchr ("-_.@", stem.start[start - 1]) == NULL)
        continue;
      again = end.length > 9 && *end.start == 'e' && longest_run (end, is_digit) == end.length - 1;
      again |= end.length == 1 && *end.start == 's' && stem.start[start - 1] == '_';
      for (guint i = 0; !again && i < G_N_ELEMENTS (endings); i++)
        again = equals (end, endings[i]);
      if (again)
        stem.length = start - 1;
    }
  return stem;
}

static gsize
find_ending (Span name)
{
  for (gsize i = name.length; i > 0 && name.length - i < 6; i--)
    if (name.start[i - 1] == '.')
      return i - 1;
  return name.length;
}

static gboolean
names_picture (Span name)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif" };
  gsize at = find_ending (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (equals ((Span){ name.start + at, name.length - at }, endings[i]))
      return TRUE;
  return FALSE;
}

static Span
find_name (Span path)
{
  gsize start = path.length;

  while (start > 0 && path.start[start - 1] != '/'
         && !(start > 2 && g_ascii_strncasecmp (path.start + start - 3, "%2F", 3) == 0))
    start--;
  return (Span){ path.start + start, path.length - start };
}

/* The path behind the last "://" of @source: an address inside an address is that of an image proxy. So is a picture in
 * the query of a path that names none: "image.php?src=/images/a.jpg&w=660". */
static Span
find_path (const char *source)
{
  const char *path = strstr (source, "://");
  Span span;

  path = path != NULL ? path + 3 : source;
  for (const char *inner; (inner = strstr (path, "://")) != NULL || (inner = strstr (path, "%3A%2F%2F")) != NULL;)
    path = inner + (*inner == ':' ? 3 : 9);
  span = (Span){ path, strcspn (path, "?#&") };
  if (names_picture (find_name (span)))
    return span;
  for (const char *p = path + span.length; *p != '\0'; p += strcspn (p, "&="))
    {
      Span value = { p + 1, strcspn (p + 1, "&#=") };

      if (*p == '=' && names_picture (find_name (value)))
        return value;
      p++;
    }
  return span;
}

static char *
fold (Span a)
{
  return g_ascii_strdown (a.start, (gssize) a.length);
}

/* The folders of @path but for those that tell a size. */
static char *
dup_folders (Span path, Span name)
{
  GString *out = g_string_new (NULL);
  const char *end = name.start;

  for (const char *p = path.start; p < end;)
    {
      const char *slash = memchr (p, '/', end - p);
      Span folder = { p, (slash != NULL ? slash : end) - p };

      if (folder.length > 0 && !is_size (folder))
        {
          g_autofree char *lower = fold (folder);

          g_string_append_printf (out, "%s/", lower);
        }
      p = slash != NULL ? slash + 1 : end;
    }
  return g_string_free (out, FALSE);
}

static Span
find_stem (Span path)
{
  Span name = find_name (path);

  name.length = find_ending (name);
  return strip_size (name);
}

/**
 * np_image_key:
 * @source: an absolute address
 *
 * Gives the form under which two addresses of one photo in different sizes are mostly equal: the file's name without
 * what tells its size, or, where that name says nothing, its folders.
 *
 * Returns: (transfer full): the key
 */
char *
np_image_key (const char *source)
{
  Span path = find_path (source), name = find_name (path), stem = find_stem (path);
  g_autofree char *folders = NULL, *lower = NULL;
  gboolean numbered = strspn (stem.start, "0123456789x_-") >= stem.length;

  if (stem.length >= 5 && !numbered && !is_general (stem))
    return fold (stem);
  folders = dup_folders (path, name);
  lower = fold (stem);
  /* ".../18636778/3/rawImage.jpg" and ".../18636778/3/920x920.jpg": the folder is the photo's. */
  if ((is_general (stem) || memchr (stem.start, 'x', stem.length) != NULL || stem.length == 0)
      && longest_run ((Span){ folders, strlen (folders) }, is_hex) >= 5)
    return g_steal_pointer (&folders);
  return g_strconcat (folders, lower, NULL);
}

/* The widths that addresses tell are between these. */
#define NARROWEST 16
#define WIDEST    10000

static guint
read_width (const char *p)
{
  guint width = 0;

  for (; g_ascii_isdigit (*p) && width <= WIDEST; p++)
    width = width * 10 + (guint) (*p - '0');
  return width >= NARROWEST && width <= WIDEST && !g_ascii_isalnum (*p) ? width : 0;
}

/**
 * np_image_key_width:
 * @source: an address
 *
 * Returns: the width in pixels that @source tells: "?w=640", "/w_640,", "-640x480.jpg", "/max/640/"; 0 when it tells
 * none
 */
guint
np_image_key_width (const char *source)
{
  static const char *const marks[] = { "?w=", "&w=",  "width=", "/w_",      ",w_",    "_w",
                                       "/w",  "max/", "/s",     "imwidth=", "resize=" };
  guint width = 0;

  for (guint i = 0; width == 0 && i < G_N_ELEMENTS (marks); i++)
    for (const char *p = strstr (source, marks[i]); width == 0 && p != NULL; p = strstr (p + 1, marks[i]))
      width = read_width (p + strlen (marks[i]));
  /* "640x480" */
  for (const char *p = strchr (source, 'x'); width == 0 && p != NULL; p = strchr (p + 1, 'x'))
    {
      const char *start = p;

      while (start > source && p - start < 5 && g_ascii_isdigit (start[-1]))
        start--;
      if (start < p && start > source && !g_ascii_isalnum (start[-1]) && g_ascii_isdigit (p[1]))
        {
          g_autofree char *number = g_strndup (start, p - start);

          width = read_width (number);
        }
    }
  return width;
}

static gboolean
is_date (const char *number, gsize length)
{
  return (length == 8 || length == 6) && strncmp (number, "20", 2) == 0;
}

/* Whether a long number, as content management gives each photo, stands in both: in their names, or a very long one
 * anywhere. */
static gboolean
shares_number (const char *source, const char *other)
{
  Span stem = find_stem (find_path (source)), other_stem = find_stem (find_path (other));
  g_autofree char *other_name = g_strndup (other_stem.start, other_stem.length);

  for (const char *p = source; *p != '\0';)
    {
      gsize length = strspn (p, "0123456789");
      gboolean inside = p >= stem.start && p + length <= stem.start + stem.length;

      if (length >= 5 && !is_date (p, length) && (inside || length >= 7))
        {
          g_autofree char *number = g_strndup (p, length);

          if (strstr (inside && length < 7 ? other_name : other, number) != NULL)
            return TRUE;
        }
      p += MAX (length, 1);
    }
  return FALSE;
}

static gboolean
is_letter (int c)
{
  return g_ascii_isalpha (c);
}

/* A word of five letters and more that stands in both names and tells no kind or cut; of folders, one with a digit. */
static gboolean
shares_word (Span name, Span other, gboolean with_digit)
{
  g_autofree char *words = fold (name), *others = fold (other);

  for (const char *p = words; *p != '\0';)
    {
      gsize length = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789");
      Span span = { p, length };
      g_autofree char *word = g_strndup (p, length);

      if (longest_run (span, is_letter) >= 5 && (!with_digit || longest_run (span, is_digit) > 0) && !is_general (span)
          && strstr (others, word) != NULL)
        return TRUE;
      p += MAX (length, 1);
    }
  return FALSE;
}

static gsize
count_common (Span stem, Span other)
{
  gsize common = 0, shorter = MIN (stem.length, other.length);

  while (common < shorter && g_ascii_tolower (stem.start[common]) == g_ascii_tolower (other.start[common]))
    common++;
  return common;
}

/**
 * np_image_key_is_cut:
 * @source: an absolute address
 * @other: an absolute address
 *
 * Returns: whether the two are most likely one photo in two cuts: they share a long number, or their names differ at
 * the end alone
 */
gboolean
np_image_key_is_cut (const char *source, const char *other)
{
  Span stem = find_stem (find_path (source)), other_stem = find_stem (find_path (other));
  gsize common = count_common (stem, other_stem), longer = MAX (stem.length, other_stem.length);

  return shares_number (source, other)
         || (common >= 10 && longer - common <= 3 && longest_run ((Span){ stem.start, common }, is_letter) >= 5)
         || common >= 24;
}

/**
 * np_image_key_is_alike:
 * @source: an absolute address
 * @other: an absolute address
 *
 * Returns: whether the two can be one photo in two cuts, where there is another reason to think so: their names begin
 *   alike, or they share a word or a long number
 */
gboolean
np_image_key_is_alike (const char *source, const char *other)
{
  g_autofree char *key = np_image_key (source), *other_key = np_image_key (other);
  Span path = find_path (source), other_path = find_path (other);
  Span stem = find_stem (path), other_stem = find_stem (other_path);
  gsize common = count_common (stem, other_stem), shorter = MIN (stem.length, other_stem.length);

  if (strcmp (key, other_key) == 0)
    return TRUE;
  return (common >= 5 && common == shorter)
         || (common >= 8 && common * 10 >= shorter * 6 && longest_run ((Span){ stem.start, common }, is_letter) >= 5)
         || shares_number (source, other) || shares_word (stem, other_stem, FALSE)
         || shares_word (other_stem, stem, FALSE) || shares_word (path, other_path, TRUE);
}

/**
 * np_image_key_tells:
 * @source: an absolute address
 *
 * Returns: whether the name of the file says what is on the photo, as words do, and numbers and codes do not
 */
gboolean
np_image_key_tells (const char *source)
{
  Span stem = find_stem (find_path (source));

  return longest_run (stem, is_letter) >= 4 && longest_run (stem, is_hex) < 12 && !is_general (stem)
         && longest_run (stem, is_letter) + 2 * longest_run (stem, is_digit) < 24;
}
