#include "topics/np-suggest-token.h"

#include "base/np-text.h"

#include <string.h>

/* Names are repeated: what a longer text names often, its first part names as well. */
#define MAX_TOKENS 60000

/**
 * np_suggest_key:
 * @name: a name
 *
 * Returns: (transfer full): the form under which two spellings of a name are equal: "Kim Yong-chol", "Kim Yong Chol"
 */
char *
np_suggest_key (const char *name)
{
  g_autofree char *folded = np_text_fold (name);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (*from == '-')
      *to++ = ' ';
    else if (*from != '.' && *from != '\'')
      *to++ = *from;
  *to = '\0';
  return np_text_clean (folded);
}

static void
token_clear (gpointer data)
{
  NpSuggestToken *token = data;

  g_free (token->word);
  g_free (token->folded);
}

static gboolean
is_inner (const char *p)
{
  gunichar c = g_utf8_get_char (p), next = *p != '\0' ? g_utf8_get_char (g_utf8_next_char (p)) : 0;

  return (c == '-' || c == '\'' || c == 0x2019 || c == 0x2011 || c == '.' || c == '&') && g_unichar_isalnum (next);
}

static const char *
word_end (const char *p)
{
  while (*p != '\0'
         && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)) || is_inner (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* "Pompeo's" is "Pompeo"; "U.S." keeps its last point. */
static char *
dup_word (const char *start, const char **end)
{
  char *word;
  gsize length = (gsize) (*end - start);

  if (length > 2 && (g_ascii_tolower (start[length - 1]) == 's') && start[length - 2] == '\'')
    length -= 2;
  else if (length > 4 && start[length - 1] == 's' && strncmp (start + length - 4, "’", 3) == 0)
    length -= 4;
  word = g_strndup (start, length);
  if (**end == '.' && length >= 3 && word[length - 2] == '.' && g_ascii_isupper (word[length - 1]))
    {
      char *dotted = g_strconcat (word, ".", NULL);

      g_free (word);
      (*end)++;
      return dotted;
    }
  return word;
}

/* "R.", "Dr.", "Sen.": what is short of its vowels, or a title; "Un." ends a sentence. */
static gboolean
is_abbreviation (const NpSuggestToken *token)
{
  static const char *const titles[] = { "col", "gen", "gov", "hon", "insp", "maj", "prof", "rep", "rev", "sen" };
  glong length = g_utf8_strlen (token->word, -1);

  if (!token->capital)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (token->folded, titles[i]))
      return TRUE;
  return length == 1 || (length <= 3 && strpbrk (token->folded, "aeiouy") == NULL && g_str_is_ascii (token->folded));
}

/* A sentence ends at ".", not behind an initial or an abbreviated title. */
static gboolean
ends_sentence (gunichar mark, const NpSuggestToken *before)
{
  if (mark == '!' || mark == '?' || mark == ':' || mark == 0x2026 || mark == '"' || mark == 0x201C || mark == 0x201E
      || mark == 0x00AB || mark == 0x2013 || mark == 0x2014 || mark == 0x00BF || mark == 0x00A1)
    return TRUE;
  return mark == '.' && !(before != NULL && is_abbreviation (before));
}

/* "London-based" speaks of London and names nothing itself. */
static gboolean
is_compound (const char *folded)
{
  static const char *const endings[] = {
    "-based", "-led",      "-backed", "-run",     "-owned",      "-style", "-like",
    "-born",  "-directed", "-funded", "-related", "-controlled", "-made",  "-era"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

static void
tokenize_text (const char *text, guint block, GArray *tokens)
{
  gboolean start = TRUE, apart = TRUE;

  for (const char *p = text; *p != '\0' && tokens->len < MAX_TOKENS;)
    {
      gunichar c = g_utf8_get_char (p);
      const NpSuggestToken *before = tokens->len > 0 ? &g_array_index (tokens, NpSuggestToken, tokens->len - 1) : NULL;

      if (g_unichar_isalnum (c))
        {
          const char *end = word_end (p);
          NpSuggestToken token = { .block = block, .start = start, .apart = apart };

          token.word = dup_word (p, &end);
          token.folded = np_text_fold (token.word);
          token.capital = (g_unichar_isupper (c) || g_unichar_istitle (c)) && !is_compound (token.folded);
          g_array_append_val (tokens, token);
          start = apart = FALSE;
          p = end;
          continue;
        }
      if (!g_unichar_isspace (c))
        {
          start |= ends_sentence (c, before);
          /* The point of an initial does not part a name: "Bryan R. Smith". */
          apart |= !(c == '.' && before != NULL && is_abbreviation (before));
        }
      p = g_utf8_next_char (p);
    }
}

static void
tokenize_block (const NpBlock *block, guint number, GArray *tokens)
{
  if (block->type == NP_BLOCK_PREFORMATTED)
    return;
  if (block->text != NULL)
    tokenize_text (block->text, number, tokens);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    tokenize_block (block->children->pdata[i], number, tokens);
}

static GArray *
new_tokens (void)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (NpSuggestToken));

  g_array_set_clear_func (tokens, token_clear);
  return tokens;
}

/**
 * np_suggest_tokenize_text:
 * @text: a headline
 *
 * Returns: (transfer full) (element-type NpSuggestToken): its words
 */
GArray *
np_suggest_tokenize_text (const char *text)
{
  GArray *tokens = new_tokens ();

  tokenize_text (text, 0, tokens);
  return tokens;
}

/**
 * np_suggest_tokenize:
 * @article: a story
 *
 * Returns: (transfer full) (element-type NpSuggestToken): the words of its headline, deck, body and captions
 */
GArray *
np_suggest_tokenize (const NpArticle *article)
{
  GArray *tokens = new_tokens ();

  if (article->headline != NULL)
    tokenize_text (article->headline, 0, tokens);
  if (article->deck != NULL)
    tokenize_text (article->deck, 1, tokens);
  for (guint i = 0; i < article->body->len; i++)
    tokenize_block (article->body->pdata[i], i + 2, tokens);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      if (figure->caption != NULL)
        tokenize_text (figure->caption, article->body->len + 2 + i, tokens);
    }
  return tokens;
}
