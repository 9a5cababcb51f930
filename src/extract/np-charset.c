#include "extract/np-charset.h"

#include <string.h>

/* Which encoding the bytes are in follows the WHATWG Encoding and HTML standards (byte-order mark, transport, meta in
 * the first 1,024 bytes), with two liberties that saved pages ask for: bytes that can only be UTF-8 are UTF-8 whatever
 * is claimed, and a claim of UTF-8 that the bytes deny is not believed. */

#define META_BYTES     1024
#define META_BYTES_FAR 16384
#define REPLACEMENT    "\xEF\xBF\xBD"

/* Labels of the Encoding Standard that mean something else than iconv takes them for. */
static const char *const labels[][2] = {
  { "ascii", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "iso-8859-1", "windows-1252" },
  { "iso8859-1", "windows-1252" },
  { "iso_8859-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "latin-1", "windows-1252" },
  { "l1", "windows-1252" },
  { "cp1252", "windows-1252" },
  { "ansi", "windows-1252" },
  { "x-cp1252", "windows-1252" },
  { "iso-8859-9", "windows-1254" },
  { "latin5", "windows-1254" },
  { "iso-8859-11", "windows-874" },
  { "tis-620", "windows-874" },
  { "gb2312", "gb18030" },
  { "gbk", "gb18030" },
  { "x-gbk", "gb18030" },
  { "gb_2312-80", "gb18030" },
  { "shift_jis", "cp932" },
  { "shift-jis", "cp932" },
  { "sjis", "cp932" },
  { "x-sjis", "cp932" },
  { "windows-31j", "cp932" },
  { "ms_kanji", "cp932" },
  { "euc-kr", "cp949" },
  { "ks_c_5601-1987", "cp949" },
  { "ksc5601", "cp949" },
  { "korean", "cp949" },
  { "big5", "big5-hkscs" },
  { "x-x-big5", "big5-hkscs" },
  { "x-euc-jp", "euc-jp" },
  { "cp1251", "windows-1251" },
  { "win-1251", "windows-1251" },
  { "koi", "koi8-r" },
  { "koi8", "koi8-r" },
  { "x-mac-roman", "macintosh" },
  { "macintosh", "macintosh" },
  { "utf8", "utf-8" },
  { "unicode-1-1-utf-8", "utf-8" },
  { "utf-8", "utf-8" },
  { "x-user-defined", "windows-1252" },
  { "iso-8859-8-i", "windows-1255" },
  { "iso-8859-8", "windows-1255" },
  { "unicode", "utf-16le" },
};

/* What pages of a language were written in before UTF-8, for those that say nothing but their language. */
static const char *const by_language[][2] = {
  { "ru", "windows-1251" }, { "bg", "windows-1251" }, { "uk", "windows-1251" }, { "be", "windows-1251" },
  { "sr", "windows-1251" }, { "mk", "windows-1251" }, { "pl", "iso-8859-2" },   { "cs", "windows-1250" },
  { "sk", "windows-1250" }, { "hu", "iso-8859-2" },   { "sl", "windows-1250" }, { "hr", "windows-1250" },
  { "ro", "windows-1250" }, { "el", "windows-1253" }, { "tr", "windows-1254" }, { "he", "windows-1255" },
  { "ar", "windows-1256" }, { "fa", "windows-1256" }, { "th", "windows-874" },  { "ko", "cp949" },
  { "zh", "gb18030" },      { "lt", "windows-1257" }, { "lv", "windows-1257" }, { "et", "windows-1257" },
  { "vi", "windows-1258" },
};

static char *
dup_label (const char *name)
{
  g_autofree char *label = g_ascii_strdown (name, -1);

  g_strstrip (label);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i][0], label) == 0)
      return g_strdup (labels[i][1]);
  return *label != '\0' && strlen (label) < 32 ? g_steal_pointer (&label) : NULL;
}

static const char *
find_no_case (const char *text, gsize length, const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = 0; i + n <= length; i++)
    if ((text[i] | 0x20) == needle[0] && g_ascii_strncasecmp (text + i, needle, n) == 0)
      return text + i;
  return NULL;
}

/* The value of `name=` at @at, which stands before @end; NULL when that is no value. */
static char *
value_after (const char *at, const char *end, gsize name_length)
{
  const char *p = at + name_length, *start;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || *p != '=')
    return NULL;
  for (p++; p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\''); p++)
    ;
  for (start = p; p < end && (g_ascii_isalnum (*p) || strchr ("-_:.+", *p) != NULL) && *p != '\0'; p++)
    ;
  return p > start ? g_strndup (start, p - start) : NULL;
}

/* The encoding that a meta element (or an XML declaration) names in the first @length bytes. */
static char *
find_meta (const char *bytes, gsize length)
{
  const char *end = bytes + length, *at = bytes;

  if (length > 5 && strncmp (bytes, "<?xml", 5) == 0)
    {
      const char *close = memchr (bytes, '>', length);
      const char *name = close != NULL ? find_no_case (bytes, close - bytes, "encoding") : NULL;
      g_autofree char *value = name != NULL ? value_after (name, close, strlen ("encoding")) : NULL;

      if (value != NULL)
        return dup_label (value);
    }
  while ((at = find_no_case (at, end - at, "<meta")) != NULL)
    {
      const char *close = memchr (at, '>', end - at);
      const char *name = find_no_case (at, (close != NULL ? close : end) - at, "charset");
      g_autofree char *value =
          name != NULL ? value_after (name, close != NULL ? close : end, strlen ("charset")) : NULL;

      if (value != NULL)
        {
          char *label = dup_label (value);

          /* A meta element that could be read at all is not in UTF-16, whatever it says. */
          if (label != NULL && g_str_has_prefix (label, "utf-16"))
            {
              g_free (label);
              return g_strdup ("utf-8");
            }
          return label;
        }
      at += strlen ("<meta");
    }
  return NULL;
}

static const char *
guess_by_language (const char *bytes, gsize length)
{
  const char *html = find_no_case (bytes, length, "<html");
  const char *close = html != NULL ? memchr (html, '>', bytes + length - html) : NULL;
  const char *lang = close != NULL ? find_no_case (html, close - html, "lang") : NULL;
  g_autofree char *value = lang != NULL ? value_after (lang, close, 4) : NULL;

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (by_language); i++)
    if (g_ascii_strncasecmp (value, by_language[i][0], 2) == 0 && !g_ascii_isalpha (value[2]))
      return by_language[i][1];
  return NULL;
}

/* Counts the characters of more than one byte, and the bytes that can be part of none. */
static void
weigh_utf8 (const char *bytes, gsize length, gsize *good, gsize *bad)
{
  const char *p = bytes, *end = bytes + length;

  *good = *bad = 0;
  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          (*bad)++;
          p++;
          continue;
        }
      (*good)++;
      p = g_utf8_next_char (p);
    }
}

static char *
repair_utf8 (const char *bytes, gsize length, gsize *out_length)
{
  GString *out = g_string_sized_new (length + 16);
  const char *p = bytes, *end = bytes + length;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, end - p, &valid_end);
      g_string_append_len (out, p, valid_end - p);
      p = valid_end;
      if (p == end)
        break;
      if (*p == '\0')
        {
          p++;
          continue;
        }
      g_string_append (out, REPLACEMENT);
      /* One mark for the whole of a broken character: its first byte and what was meant to follow it. */
      for (p++; p < end && ((guchar) *p & 0xC0) == 0x80 && g_utf8_get_char_validated (p, end - p) == (gunichar) -1; p++)
        ;
    }
  *out_length = out->len;
  return g_string_free (out, FALSE);
}

/* Converts all of @bytes, each byte that means nothing becoming one replacement character. NULL: no such encoding. With
 * @strict, also NULL when any byte meant nothing. */
static char *
convert (const char *bytes, gsize length, const char *charset, gboolean strict, gsize *out_length)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *out;
  char *in = (char *) bytes, buffer[4096];
  gsize left = length;

  if (converter == (GIConv) -1)
    return NULL;
  out = g_string_sized_new (length + length / 2);
  while (left > 0)
    {
      char *to = buffer;
      gsize room = sizeof buffer, result = g_iconv (converter, &in, &left, &to, &room);

      g_string_append_len (out, buffer, to - buffer);
      if (result != (gsize) -1 || (room < 16 && left > 0))
        continue;
      if (strict)
        {
          g_iconv_close (converter);
          g_string_free (out, TRUE);
          return NULL;
        }
      g_string_append (out, REPLACEMENT);
      in++;
      left--;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);
  *out_length = out->len;
  return g_string_free (out, FALSE);
}

static char *
remove_zeros (char *text, gsize *length)
{
  gsize kept = 0;

  if (memchr (text, '\0', *length) == NULL)
    return text;
  for (gsize i = 0; i < *length; i++)
    if (text[i] != '\0')
      text[kept++] = text[i];
  text[kept] = '\0';
  *length = kept;
  return text;
}

static char *
decode_legacy (const char *bytes, gsize length, const char *claimed, gsize *out_length)
{
  const char *guess = claimed;
  char *text = NULL;

  if (guess == NULL)
    {
      gsize head = MIN (length, META_BYTES_FAR);

      guess = guess_by_language (bytes, head);
      /* The two Japanese encodings tell themselves apart: text of one is rarely valid in the other. */
      if (guess == NULL && find_no_case (bytes, head, "lang=\"ja") != NULL
          && ((text = convert (bytes, length, "euc-jp", TRUE, out_length)) != NULL
              || (text = convert (bytes, length, "cp932", TRUE, out_length)) != NULL))
        return text;
    }
  if (guess != NULL)
    text = convert (bytes, length, guess, FALSE, out_length);
  return text != NULL ? text : convert (bytes, length, "windows-1252", FALSE, out_length);
}

/**
 * np_charset_decode:
 * @bytes: what was received
 * @length: how many of them
 * @transport: (nullable): the charset that the transport said
 * @is_html: whether to look for meta elements
 * @out_length: (out): the bytes of the result
 *
 * Decodes a page: a byte-order mark decides, then bytes that are valid UTF-8, then the transport, then the meta element
 * or XML declaration, then the habit of the page's language, then windows-1252. What means nothing becomes U+FFFD; zero
 * bytes are left out.
 *
 * Returns: (transfer full): valid UTF-8, ended by a zero byte
 */
char *
np_charset_decode (const char *bytes, gsize length, const char *transport, gboolean is_html, gsize *out_length)
{
  g_autofree char *claimed = NULL;
  char *text = NULL;
  gsize good, bad;
  const guchar *b = (const guchar *) bytes;

  /* No bytes may have no address. */
  if (length == 0)
    {
      *out_length = 0;
      return g_strdup ("");
    }
  if (length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF)
    return remove_zeros (repair_utf8 (bytes + 3, length - 3, out_length), out_length);
  if (length >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF)))
    text = convert (bytes + 2, length - 2, b[0] == 0xFF ? "utf-16le" : "utf-16be", FALSE, out_length);
  if (text != NULL)
    return remove_zeros (text, out_length);

  claimed = transport != NULL && *transport != '\0' ? dup_label (transport) : NULL;
  if (claimed == NULL && is_html)
    {
      claimed = find_meta (bytes, MIN (length, META_BYTES));
      if (claimed == NULL)
        claimed = find_meta (bytes, MIN (length, META_BYTES_FAR));
    }
  if (claimed != NULL && (g_str_has_prefix (claimed, "utf-16") || g_str_has_prefix (claimed, "iso-2022")))
    text = convert (bytes, length, claimed, FALSE, out_length);
  if (text == NULL)
    {
      weigh_utf8 (bytes, length, &good, &bad);
      if (bad == 0 || good > 4 * bad || (claimed != NULL && g_str_equal (claimed, "utf-8") && good > 0))
        text = repair_utf8 (bytes, length, out_length);
      else
        text = decode_legacy (bytes, length, claimed != NULL && !g_str_equal (claimed, "utf-8") ? claimed : NULL,
                              out_length);
    }
  return remove_zeros (text, out_length);
}
