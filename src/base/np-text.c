#include "base/np-text.h"

#include <string.h>

static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

static gboolean
is_space (gunichar c)
{
  return c == '\t' || c == '\n' || c == ' ' || c == 0x00A0 || g_unichar_isspace (c);
}

static char *
clean (const char *text, gboolean keep_lines)
{
  GString *out;
  gboolean space = FALSE, newline = FALSE;

  if (text == NULL)
    return NULL;
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) && c != '\r')
        continue;
      if (c == '\r' || is_space (c))
        {
          space = TRUE;
          newline |= c == '\n';
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, keep_lines && newline ? '\n' : ' ');
      space = newline = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * np_text_clean:
 * @text: (nullable): valid UTF-8
 *
 * Gives @text with every run of white space as one space, without white space at its ends and without characters that
 * cannot be seen (soft hyphens, zero-width spaces, controls).
 *
 * Returns: (transfer full) (nullable): a new string, `NULL` only for `NULL`
 */
char *
np_text_clean (const char *text)
{
  return clean (text, FALSE);
}

/**
 * np_text_clean_lines:
 * @text: (nullable): valid UTF-8
 *
 * Like np_text_clean(), but a run of white space with a line break in it becomes one line break.
 *
 * Returns: (transfer full) (nullable): a new string, `NULL` only for `NULL`
 */
char *
np_text_clean_lines (const char *text)
{
  return clean (text, TRUE);
}

/* The fold of a text that is ASCII, as most words are; NULL of any other. */
static char *
fold_ascii (const char *text)
{
  gsize length = strlen (text);
  char *out;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x7F || (guchar) text[i] < ' ')
      return NULL;
  out = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' || (n > 0 && out[n - 1] != ' '))
      out[n++] = g_ascii_tolower (text[i]);
  while (n > 0 && out[n - 1] == ' ')
    n--;
  out[n] = '\0';
  return out;
}

/**
 * np_text_fold:
 * @text: valid UTF-8
 *
 * Gives the form of @text under which names are compared: compatibility decomposed (NFKD), case folded, without
 * combining accents, dashes and quotes in their ASCII form, white space as by np_text_clean().
 *
 * Returns: (transfer full): a new string
 */
char *
np_text_fold (const char *text)
{
  g_autofree char *normal = NULL, *folded = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  folded = fold_ascii (text);
  if (folded != NULL)
    return g_steal_pointer (&folded);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (normal == NULL)
    return g_strdup (text);
  folded = g_utf8_casefold (normal, -1);
  out = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        continue;
      if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
        c = '-';
      else if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
        c = '\'';
      else if (c == 0x201C || c == 0x201D || c == 0x201E)
        c = '"';
      g_string_append_unichar (out, c);
    }
  g_clear_pointer (&folded, g_free);
  folded = g_string_free (out, FALSE);
  return np_text_clean (folded);
}

/**
 * np_text_slug:
 * @text: (nullable): valid UTF-8
 * @max_bytes: the longest result
 *
 * Gives a name for a file or a key made from @text: letters and digits in lower case, accents left off,
 * words joined by one hyphen, cut at a word where possible. Scripts that have no ASCII form keep their
 * letters.
 *
 * Returns: (transfer full): a new string, "untitled" when nothing is left of @text
 */
char *
np_text_slug (const char *text, gsize max_bytes)
{
  g_autofree char *folded = np_text_fold (text != NULL ? text : "");
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean hyphen = out->len > 0 && out->str[out->len - 1] == '-';

      if (c == '\'')
        continue;
      if (out->len + 6 > max_bytes)
        {
          char *last = strrchr (out->str, '-');
          if (g_unichar_isalnum (c) && last != NULL && last - out->str > (gssize) max_bytes / 2)
            g_string_truncate (out, last - out->str);
          break;
        }
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && !hyphen)
        g_string_append_c (out, '-');
    }
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_assign (out, "untitled");
  return g_string_free (out, FALSE);
}

/**
 * np_text_shorten:
 * @text: (nullable): valid UTF-8
 * @max_chars: the most Unicode characters of the result, its ellipsis among them
 *
 * Gives @text cut at a word and ended with an ellipsis when it is longer than @max_chars.
 *
 * Returns: (transfer full) (nullable): a new string, `NULL` only for `NULL`
 */
char *
np_text_shorten (const char *text, glong max_chars)
{
  const char *end, *space;

  if (text == NULL)
    return NULL;
  if (g_utf8_strlen (text, -1) <= max_chars)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, MAX (max_chars - 1, 0));
  space = g_utf8_strrchr (text, end - text, ' ');
  if (space != NULL && space - text > (end - text) / 2)
    end = space;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * np_text_is_empty:
 * @text: (nullable): valid UTF-8
 *
 * Returns: whether @text is `NULL` or nothing but white space
 */
gboolean
np_text_is_empty (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)) && !is_invisible (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * np_text_count_words:
 * @text: (nullable): valid UTF-8
 *
 * Counts words as a reader does: runs of letters and digits, and in scripts without spaces (Han, Kana, Thai, …) two
 * characters as one word.
 *
 * Returns: the number of words
 */
gsize
np_text_count_words (const char *text)
{
  gsize words = 0, wide = 0;
  gboolean inside = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p;

      if (c < 0x80)
        {
          gboolean letter = g_ascii_isalnum (c);

          words += letter && !inside;
          inside = letter || (inside && (c == '\'' || c == '-'));
          continue;
        }
      c = g_utf8_get_char (p);
      if (g_unichar_iswide (c) && g_unichar_isalpha (c))
        {
          wide++;
          inside = FALSE;
        }
      else if (g_unichar_isalnum (c))
        {
          words += !inside;
          inside = TRUE;
        }
      else if (c != '\'' && c != 0x2019 && c != '-' && !g_unichar_ismark (c))
        inside = FALSE;
    }
  return words + (wide + 1) / 2;
}

static gsize
span (const char *text, const char *set, gboolean inside)
{
  const char *p = text;

  while (*p != '\0' && (g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL) == inside)
    p = g_utf8_next_char (p);
  return (gsize) (p - text);
}

/**
 * np_text_span:
 * @text: valid UTF-8
 * @set: the same
 *
 * As strspn(), which takes each byte for a character.
 *
 * Returns: how many bytes at the beginning of @text are of characters in @set
 */
gsize
np_text_span (const char *text, const char *set)
{
  return span (text, set, TRUE);
}

/**
 * np_text_span_without:
 * @text: valid UTF-8
 * @set: the same
 *
 * As strcspn(), which takes each byte for a character.
 *
 * Returns: how many bytes at the beginning of @text are of characters that are not in @set
 */
gsize
np_text_span_without (const char *text, const char *set)
{
  return span (text, set, FALSE);
}
