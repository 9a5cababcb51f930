#include "extract/np-written-date-token.h"

/* The most words of one entry: "北京时间". */
#define MAX_WORDS 4

static void
token_clear (gpointer data)
{
  g_free (((NpDateToken *) data)->word);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_ideograph (gunichar c)
{
  return c >= 0x3400 && c <= 0x9FFF;
}

static const char *
take_number (const char *p, NpDateToken *token)
{
  token->type = NP_DATE_TOKEN_NUMBER;
  for (; g_unichar_digit_value (g_utf8_get_char (p)) >= 0; p = g_utf8_next_char (p))
    {
      token->digits++;
      if (token->digits <= 8)
        token->value = token->value * 10 + g_unichar_digit_value (g_utf8_get_char (p));
    }
  if (token->digits > 8)
    token->value = -1;
  return p;
}

/* "a.m." and "ก.พ." are one word each: pieces of one or two letters, joined by dots without space. */
static const char *
take_word (const char *p, NpDateToken *token)
{
  GString *word = g_string_new (NULL);
  guint piece = 0;

  token->type = NP_DATE_TOKEN_WORD;
  if (is_ideograph (g_utf8_get_char (p)))
    {
      g_string_append_unichar (word, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      token->word = g_string_free (word, FALSE);
      return p;
    }
  for (;;)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_letter (c) && !is_ideograph (c))
        {
          g_string_append_unichar (word, c);
          piece++;
        }
      else if (c == '.' && piece > 0 && piece <= 2 && is_letter (g_utf8_get_char (p + 1)))
        piece = 0;
      else
        break;
      p = g_utf8_next_char (p);
    }
  token->word = g_string_free (word, FALSE);
  return p;
}

/* Looks for the longest entry that begins at @first, and makes its tokens one. */
static void
join_words (GArray *tokens, guint first, const char *language)
{
  for (guint n = MAX_WORDS; n >= 1; n--)
    {
      g_autoptr (GString) joined = g_string_new (NULL);
      const NpDateWord *known;
      gboolean zone;
      guint i;

      for (i = 0; i < n && first + i < tokens->len; i++)
        {
          const NpDateToken *token = &g_array_index (tokens, NpDateToken, first + i);

          if (token->type != NP_DATE_TOKEN_WORD)
            break;
          if (i > 0 && !is_ideograph (g_utf8_get_char (token->word)))
            g_string_append_c (joined, ' ');
          g_string_append (joined, token->word);
        }
      known = i == n ? np_date_words_lookup (joined->str) : NULL;
      zone = i == n && np_date_zone_look_up (joined->str, language, &g_array_index (tokens, NpDateToken, first).zone);
      if (known == NULL && !zone)
        continue;
      if (known != NULL)
        g_array_index (tokens, NpDateToken, first).known = *known;
      g_array_index (tokens, NpDateToken, first).is_zone = zone;
      g_free (g_array_index (tokens, NpDateToken, first).word);
      g_array_index (tokens, NpDateToken, first).word = g_strdup (joined->str);
      if (n > 1)
        g_array_remove_range (tokens, first + 1, n - 1);
      return;
    }
}

static void
know_words (GArray *tokens, const char *language)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const NpDateWord *start;
      NpDateToken *token = &g_array_index (tokens, NpDateToken, i);

      if (token->type != NP_DATE_TOKEN_WORD)
        continue;
      join_words (tokens, i, language);
      token = &g_array_index (tokens, NpDateToken, i);
      if (token->known.kinds == 0 && !token->is_zone && (start = np_date_words_lookup_start (token->word)) != NULL)
        token->known = *start;
    }
}

/* "Apr 042013": the space between two elements is made by the style sheet. */
static void
split_glued_year (GArray *tokens)
{
  for (guint i = 1; i < tokens->len; i++)
    {
      const NpDateToken *before = &g_array_index (tokens, NpDateToken, i - 1);
      NpDateToken *token = &g_array_index (tokens, NpDateToken, i), year = { 0 };

      if (token->type != NP_DATE_TOKEN_NUMBER || token->digits < 5 || token->digits > 6
          || (before->known.kinds & NP_DATE_WORD_MONTH) == 0)
        continue;
      year.value = token->value % 10000;
      year.digits = 4;
      if (year.value < 1990 || year.value > 2069)
        continue;
      token->value /= 10000;
      token->digits -= 4;
      g_array_insert_val (tokens, i + 1, year);
    }
}

/**
 * np_date_tokens_new:
 * @text: valid UTF-8
 * @language: (nullable): where the page is from, BCP 47: what names of zones mean depends on it
 *
 * Returns: (transfer full) (element-type NpDateToken): the numbers, words and marks of @text in order
 */
GArray *
np_date_tokens_new (const char *text, const char *language)
{
  g_autofree char *folded = np_date_words_fold (text);
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (NpDateToken));
  gboolean spaced = FALSE;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = folded; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      NpDateToken token = { .spaced = spaced };

      spaced = FALSE;
      if (g_unichar_digit_value (c) >= 0)
        p = take_number (p, &token);
      else if (is_letter (c))
        p = take_word (p, &token);
      else
        {
          p = g_utf8_next_char (p);
          if (g_unichar_isspace (c))
            {
              spaced = TRUE;
              continue;
            }
          token.type = NP_DATE_TOKEN_MARK;
          token.mark = c;
        }
      g_array_append_val (tokens, token);
    }
  know_words (tokens, language);
  split_glued_year (tokens);
  return tokens;
}
