#include "index/np-token.h"

#include <string.h>

/* Letters that Unicode does not take apart but that people type without their stroke. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x00F0, "d" },  { 0x00F8, "o" }, { 0x00FE, "th" },
  { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0142, "l" }, { 0x0153, "oe" },
  { 0x0167, "t" },  { 0x03C2, "σ" },  { 0x1E9E, "ss" },
};

/* Scripts that are written without spaces between words, and Hangul, whose particles stick to the word before them. */
static const gunichar wide_ranges[][2] = {
  { 0x0E01, 0x0EFF }, { 0x1000, 0x109F }, { 0x1100, 0x11FF },   { 0x1780, 0x17FF },   { 0x2E80, 0x2FDF },
  { 0x3005, 0x3007 }, { 0x3041, 0x30FF }, { 0x3105, 0x318F },   { 0x31A0, 0x31BF },   { 0x31F0, 0x31FF },
  { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xA960, 0xA97F },   { 0xAC00, 0xD7FF },   { 0xF900, 0xFAFF },
  { 0xFF66, 0xFF9F }, { 0xFFA0, 0xFFDC }, { 0x16FE0, 0x18DFF }, { 0x1AFF0, 0x1B2FF }, { 0x20000, 0x3FFFF },
};

/* Marks that are an accent on a letter; others, such as the vowels of Indic scripts, are letters of the word. */
static const gunichar accent_ranges[][2] = {
  { 0x0300, 0x036F }, { 0x0483, 0x0487 }, { 0x0591, 0x05C7 }, { 0x0610, 0x061A },
  { 0x064B, 0x065F }, { 0x0670, 0x0670 }, { 0x06D6, 0x06ED }, { 0x1AB0, 0x1AFF },
  { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F },
};

static gboolean
in_ranges (gunichar c, const gunichar (*ranges)[2], gsize n_ranges)
{
  for (gsize i = 0; i < n_ranges && c >= ranges[i][0]; i++)
    if (c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* Most of what is written in Chinese and Japanese: letters that nothing is ever added to. */
static inline gboolean
is_common_han (gunichar c)
{
  return c >= 0x4E00 && c <= 0x9FA5;
}

static gboolean
is_wide (gunichar c)
{
  if (is_common_han (c))
    return TRUE;
  return c >= 0x0E01 && in_ranges (c, wide_ranges, G_N_ELEMENTS (wide_ranges)) && g_unichar_isalnum (c);
}

/* Inside a word these are not seen and do not end it. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x00AD || c == 0x0640 || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

static gboolean
is_picture (gunichar c)
{
  return (c >= 0x1F000 || (c >= 0x2600 && c <= 0x27BF)) && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

static inline void
append (NpToken *token, gunichar c)
{
  char bytes[6];
  int length;

  if (c < 0x80)
    {
      if (token->length < NP_TOKEN_MAX)
        token->word[token->length++] = (char) c;
      return;
    }
  length = g_unichar_to_utf8 (c, bytes);

  if (token->length + (gsize) length > NP_TOKEN_MAX)
    return;
  memcpy (token->word + token->length, bytes, (gsize) length);
  token->length += (gsize) length;
}

static void
append_folded (NpToken *token, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  c = g_unichar_tolower (c);
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == c)
      {
        for (const char *p = plain_letters[i].plain; *p != '\0'; p = g_utf8_next_char (p))
          append (token, g_utf8_get_char (p));
        return;
      }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (!in_ranges (parts[i], accent_ranges, G_N_ELEMENTS (accent_ranges))
        && (g_unichar_isalnum (parts[i]) || g_unichar_ismark (parts[i])))
      append (token, g_unichar_tolower (parts[i]));
}

/* Letters below this that become one other letter are looked up in a table: asking Unicode of each letter anew would
 * take most of the time that filling the index does. */
#define TABLE_SIZE 0x0800

static guint16
fold_letter (gunichar c)
{
  NpToken token = { .length = 0 };

  if (is_wide (c) || is_joiner (c) || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
    return 0;
  append_folded (&token, c);
  token.word[token.length] = '\0';
  return g_utf8_strlen (token.word, -1) == 1 ? (guint16) g_utf8_get_char (token.word) : 0;
}

/* What each letter becomes; 0 for what is no letter, or becomes more than one. */
static const guint16 *
get_table (void)
{
  static guint16 table[TABLE_SIZE];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (gunichar c = 0x80; c < TABLE_SIZE; c++)
        table[c] = fold_letter (c);
      g_once_init_leave (&made, 1);
    }
  return table;
}

/* One letter of a wide script with the marks that belong to it, composed, in the usual width. */
static const char *
append_wide (NpToken *token, const char *p)
{
  gunichar c = g_utf8_get_char (p), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH], composed;

  if ((c >= 0xFF66 && c <= 0xFFDC) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF))
    if (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) == 1)
      c = parts[0];
  for (p = g_utf8_next_char (p); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark = g_utf8_get_char (p);

      if (is_common_han (mark))
        break;
      if (mark == 0xFF9E || mark == 0xFF9F)
        mark = mark == 0xFF9E ? 0x3099 : 0x309A;
      if (g_unichar_compose (c, mark, &composed))
        c = composed;
      else if (g_unichar_ismark (mark) && !in_ranges (mark, accent_ranges, G_N_ELEMENTS (accent_ranges)))
        {
          append (token, c);
          c = mark;
        }
      else if (!is_joiner (mark) && !g_unichar_ismark (mark))
        break;
    }
  append (token, c);
  return p;
}

static const char *
read_wide (NpTokenReader *reader, NpToken *token, const char *p)
{
  const char *second = append_wide (token, p);

  token->wide = TRUE;
  token->single = !is_wide (g_utf8_get_char (second));
  token->end = (gsize) ((token->single ? second : append_wide (token, second)) - reader->text);
  return second;
}

static const char *
read_narrow (NpTokenReader *reader, NpToken *token, const char *p)
{
  const guint16 *table = get_table ();
  const char *end = p;

  while (*p != '\0')
    {
      guchar byte = (guchar) *p;
      gunichar c;

      if (byte < 0x80)
        {
          if (!g_ascii_isalnum (byte))
            break;
          if (token->length < NP_TOKEN_MAX)
            token->word[token->length++] = g_ascii_tolower (byte);
          end = ++p;
          continue;
        }
      c = g_utf8_get_char (p);
      if (c < TABLE_SIZE && table[c] != 0)
        {
          append (token, table[c]);
          end = p = g_utf8_next_char (p);
          continue;
        }
      if (is_wide (c) || !(g_unichar_isalnum (c) || g_unichar_ismark (c) || is_joiner (c)))
        break;
      p = g_utf8_next_char (p);
      if (is_joiner (c))
        continue;
      append_folded (token, c);
      end = p;
    }
  token->end = (gsize) (end - reader->text);
  return p;
}

/**
 * np_token_reader_init:
 * @reader: a reader to begin
 * @text: valid UTF-8, read as long as the reader is used
 */
void
np_token_reader_init (NpTokenReader *reader, const char *text)
{
  reader->text = reader->next = text;
  reader->position = 0;
}

/**
 * np_token_reader_next:
 * @reader: a reader
 * @token: (out caller-allocates): the next word
 *
 * Returns: whether there was one
 */
gboolean
np_token_reader_next (NpTokenReader *reader, NpToken *token)
{
  const char *p = reader->next;

  while (*p != '\0')
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) (guchar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? !g_ascii_isalnum ((char) c) : !g_unichar_isalnum (c) && !is_picture (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      token->length = 0;
      token->wide = token->single = FALSE;
      token->start = (gsize) (p - reader->text);
      if (is_wide (c))
        p = read_wide (reader, token, p);
      else if (is_picture (c))
        {
          append (token, c);
          p = g_utf8_next_char (p);
          token->end = (gsize) (p - reader->text);
        }
      else
        p = read_narrow (reader, token, p);
      reader->next = p;
      if (token->length == 0)
        continue;
      token->word[token->length] = '\0';
      token->position = reader->position++;
      return TRUE;
    }
  reader->next = p;
  return FALSE;
}
