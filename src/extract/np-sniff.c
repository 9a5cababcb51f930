#include "extract/np-sniff.h"

#include <string.h>

/* As much of a page as is looked at. */
#define LOOK 2048

/* First bytes that tell a format for certain (WHATWG MIME Sniffing, and what else people drop on a window). */
static const struct
{
  const char *bytes;
  gsize n_bytes;
  gsize offset;
  const char *name;
} signatures[] = {
  { "%PDF-", 5, 0, "a PDF" },
  { "\x89PNG\r\n\x1A\n", 8, 0, "an image" },
  { "\xFF\xD8\xFF", 3, 0, "an image" },
  { "GIF87a", 6, 0, "an image" },
  { "GIF89a", 6, 0, "an image" },
  { "WEBPVP", 6, 8, "an image" },
  { "ftypavif", 8, 4, "an image" },
  { "ftypheic", 8, 4, "an image" },
  { "II*\0", 4, 0, "an image" },
  { "MM\0*", 4, 0, "an image" },
  { "BM", 2, G_MAXSIZE, "an image" },
  { "PK\x03\x04", 4, 0, "an archive or an office document" },
  { "Rar!", 4, 0, "an archive" },
  { "7z\xBC\xAF\x27\x1C", 6, 0, "an archive" },
  { "\x1F\x8B\x08", 3, 0, "compressed data" },
  { "BZh", 3, 0, "compressed data" },
  { "\xFD"
    "7zXZ",
    5, 0, "compressed data" },
  { "\x28\xB5\x2F\xFD", 4, 0, "compressed data" },
  { "\xD0\xCF\x11\xE0", 4, 0, "an office document" },
  { "{\\rtf", 5, 0, "an office document" },
  { "ID3", 3, 0, "sound" },
  { "OggS", 4, 0, "sound" },
  { "fLaC", 4, 0, "sound" },
  { "WAVE", 4, 8, "sound" },
  { "ftyp", 4, 4, "a video" },
  { "\x1A\x45\xDF\xA3", 4, 0, "a video" },
  { "\x7F"
    "ELF",
    4, 0, "a program" },
  { "MZ\x90\0", 4, 0, "a program" },
  { "wOFF", 4, 0, "a font" },
  { "wOF2", 4, 0, "a font" },
  { "SQLite format 3", 15, 0, "a database" },
};

/* Beginnings of tags that only HTML has, after white space and comments. */
static const char *const tags[] = {
  "<!doctype html", "<html",    "<head",    "<body",       "<script",   "<title",  "<meta",
  "<div",           "<article", "<p>",      "<p ",         "<h1",       "<h2",     "<a ",
  "<table",         "<span",    "<section", "<main",       "<!--",      "<b>",     "<br",
  "<img",           "<ul",      "<style",   "<link",       "<figure",   "<iframe", "<font",
  "<center",        "<i>",      "<strong",  "<em>",        "<base",     "<header", "<nav",
  "<aside",         "<h3",      "<h4",      "<blockquote", "<ol",       "<dl",     "<pre",
  "<picture",       "<video",   "<time",    "<noscript",   "<template", "<form",   "<hr",
  "<details",       "<label",   "<button"
};

static const char *
find_signature (const char *bytes, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (signatures[i].offset < size && size - signatures[i].offset >= signatures[i].n_bytes
        && memcmp (bytes + signatures[i].offset, signatures[i].bytes, signatures[i].n_bytes) == 0)
      return signatures[i].name;
  return NULL;
}

/* `<news-story class=…>`: a hyphen in its name is what tells an element that a site has made from text in angle
 * brackets, and that tags go on behind it. */
static gboolean
starts_as_custom_element (const char *bytes, gsize size)
{
  gboolean hyphen = FALSE;
  gsize i = 1;

  if (size < 3 || bytes[0] != '<' || !g_ascii_islower (bytes[1]))
    return FALSE;
  for (; i < size && (g_ascii_islower (bytes[i]) || g_ascii_isdigit (bytes[i]) || bytes[i] == '-'); i++)
    hyphen |= bytes[i] == '-';
  if (!hyphen || i == size || (bytes[i] != '>' && !g_ascii_isspace (bytes[i])))
    return FALSE;
  return g_strstr_len (bytes + i, (gssize) MIN (size - i, LOOK), "</") != NULL;
}

static gboolean
starts_as_html (const char *bytes, gsize size)
{
  gsize i = size >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (i < size && g_ascii_isspace (bytes[i]))
    i++;
  for (guint k = 0; k < G_N_ELEMENTS (tags); k++)
    if (size - i >= strlen (tags[k]) && g_ascii_strncasecmp (bytes + i, tags[k], strlen (tags[k])) == 0)
      return TRUE;
  return starts_as_custom_element (bytes + i, size - i);
}

static gboolean
contains_html (const char *bytes, gsize size)
{
  for (gsize i = 0; i + 6 < MIN (size, LOOK); i++)
    if (bytes[i] == '<'
        && (g_ascii_strncasecmp (bytes + i, "<html", 5) == 0 || g_ascii_strncasecmp (bytes + i, "<body", 5) == 0))
      return TRUE;
  return FALSE;
}

/* Control characters that no text has; UTF-16 with its mark has zeros between its letters. */
static gboolean
is_binary (const char *bytes, gsize size)
{
  const guchar *b = (const guchar *) bytes;
  gsize odd = 0;

  if (size >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF)))
    return FALSE;
  for (gsize i = 0; i < MIN (size, LOOK); i++)
    odd += b[i] < 0x20 && !g_ascii_isspace (b[i]) && b[i] != 0x1B;
  return odd > 8 || (odd > 0 && odd * 20 > MIN (size, LOOK));
}

/* Headers of a message in several parts, before anything else. */
static gboolean
starts_as_mime (const char *bytes, gsize size)
{
  const char *end = bytes + MIN (size, LOOK), *p = bytes;
  gboolean is_multipart = FALSE;

  if (size >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  while (p < end && *p != '\r' && *p != '\n')
    {
      const char *next = memchr (p, '\n', (gsize) (end - p));
      const char *colon = memchr (p, ':', (gsize) ((next != NULL ? next : end) - p));

      if (*p != ' ' && *p != '\t' && (colon == NULL || memchr (p, ' ', (gsize) (colon - p)) != NULL))
        return FALSE;
      if (end - p > 13 && g_ascii_strncasecmp (p, "content-type:", 13) == 0)
        {
          for (p += 13; p < end && (*p == ' ' || *p == '\t'); p++)
            ;
          is_multipart = end - p > 10 && g_ascii_strncasecmp (p, "multipart/", 10) == 0;
        }
      p = next != NULL ? next + 1 : end;
    }
  return is_multipart;
}

static gboolean
has_type (const NpPage *page, const char *prefix)
{
  return page->content_type != NULL && g_str_has_prefix (page->content_type, prefix);
}

/**
 * np_sniff:
 * @page: what was fetched or opened
 *
 * Returns: whether it is HTML, a saved page of several parts, text, or none of them. Bytes that tell their format are
 * believed before the transport.
 */
NpSniff
np_sniff (const NpPage *page)
{
  gsize size;
  const char *bytes = g_bytes_get_data (page->bytes, &size);

  if (has_type (page, NP_SNIFF_PDF_LAYOUT_TYPE))
    return NP_SNIFF_PDF_LAYOUT;
  if (size >= 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return NP_SNIFF_PDF;
  if (find_signature (bytes, size) != NULL)
    return NP_SNIFF_OTHER;
  if (starts_as_mime (bytes, size))
    return NP_SNIFF_MIME;
  if (has_type (page, "image/") || has_type (page, "audio/") || has_type (page, "video/") || has_type (page, "font/")
      || has_type (page, "application/pdf"))
    return starts_as_html (bytes, size) && !has_type (page, "image/svg") ? NP_SNIFF_HTML : NP_SNIFF_OTHER;
  if (has_type (page, "text/html") || has_type (page, "application/xhtml"))
    /* null bytes among the letters of a page are no letters, but make no other thing of it */
    return is_binary (bytes, size) && !starts_as_html (bytes, size) ? NP_SNIFF_OTHER : NP_SNIFF_HTML;
  if (is_binary (bytes, size))
    return NP_SNIFF_OTHER;
  if (has_type (page, "text/plain") || has_type (page, "text/markdown") || has_type (page, "text/x-markdown"))
    /* Servers say text/plain of what they do not know; a whole page tells itself. */
    return starts_as_html (bytes, size) && contains_html (bytes, size) ? NP_SNIFF_HTML : NP_SNIFF_TEXT;
  if (starts_as_html (bytes, size) || contains_html (bytes, size))
    return NP_SNIFF_HTML;
  if (page->content_type == NULL || has_type (page, "text/") || has_type (page, "application/octet-stream"))
    return NP_SNIFF_TEXT;
  return NP_SNIFF_OTHER;
}

/**
 * np_sniff_describe:
 * @page: what was fetched or opened
 *
 * Returns: (transfer none): what it seems to be, in plain English: "a PDF", or its media type
 */
const char *
np_sniff_describe (const NpPage *page)
{
  gsize size;
  const char *bytes = g_bytes_get_data (page->bytes, &size), *name = find_signature (bytes, size);

  if (name != NULL)
    return name;
  if (has_type (page, "image/"))
    return "an image";
  if (has_type (page, "video/"))
    return "a video";
  if (has_type (page, "audio/"))
    return "sound";
  return page->content_type != NULL ? page->content_type : "binary data";
}
