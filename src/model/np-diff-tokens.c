#include "model/np-diff-tokens.h"

#include <string.h>

/* The key of a token: its bytes in a text that outlives the table. */
typedef struct
{
  const char *start;
  gsize length;
} Word;

static guint
word_hash (gconstpointer data)
{
  const Word *word = data;
  guint hash = 5381;

  for (gsize i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->start[i];
  return hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const Word *one = a, *other = b;

  return one->length == other->length && memcmp (one->start, other->start, one->length) == 0;
}

/**
 * np_diff_tokens_new_ids:
 *
 * Returns: (transfer full): a table of the numbers of words, for np_diff_tokens_of(); the texts have to outlive it
 */
GHashTable *
np_diff_tokens_new_ids (void)
{
  return g_hash_table_new_full (word_hash, word_equal, g_free, NULL);
}

/* Scripts that put no space between words: each character counts as one. */
static gboolean
is_dense (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_marks (const char *p)
{
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) && !is_dense (c);
}

/* "don't" is one word, and so is "3,000.5". */
static gboolean
joins (gunichar c, gunichar before, const char *after)
{
  gunichar next = *after != '\0' ? g_utf8_get_char (after) : 0;

  if (c == '\'' || c == 0x2019)
    return is_of_word (next);
  return (c == '.' || c == ',') && g_unichar_isdigit (before) && g_unichar_isdigit (next);
}

static const char *
skip_word (const char *p)
{
  gunichar before = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!is_of_word (c) && !(before != 0 && (g_unichar_ismark (c) || joins (c, before, next))))
        break;
      before = c;
      p = next;
    }
  return p;
}

static const char *
skip_space (const char *p, gboolean *is_break)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    {
      *is_break |= *p == '\n';
      p = g_utf8_next_char (p);
    }
  return p;
}

static const char *
read_token (const char *p, NpDiffToken *token)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isspace (c))
    return skip_space (p, &token->is_break);
  token->is_word = g_unichar_isalnum (c) || is_dense (c);
  return is_of_word (c) ? skip_word (p) : skip_marks (g_utf8_next_char (p));
}

static guint
find_id (GHashTable *ids, const char *start, gsize length)
{
  const Word word = { start, length };
  gpointer id;

  if (g_hash_table_lookup_extended (ids, &word, NULL, &id))
    return GPOINTER_TO_UINT (id);
  id = GUINT_TO_POINTER (g_hash_table_size (ids));
  g_hash_table_insert (ids, g_memdup2 (&word, sizeof word), id);
  return GPOINTER_TO_UINT (id);
}

/**
 * np_diff_tokens_of:
 * @text: a text in UTF-8
 * @ids: the numbers of words; gets those that are new
 *
 * Returns: (transfer full) (element-type NpDiffToken): @text in pieces
 */
GArray *
np_diff_tokens_of (const char *text, GHashTable *ids)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (NpDiffToken));

  g_return_val_if_fail (text != NULL && ids != NULL, tokens);

  for (const char *p = text; *p != '\0';)
    {
      NpDiffToken token = { 0 };
      const char *end = read_token (p, &token);

      token.id = find_id (ids, p, (gsize) (end - p));
      token.end = (gsize) (end - text);
      g_array_append_val (tokens, token);
      p = end;
    }
  return tokens;
}
