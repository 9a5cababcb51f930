#include "index/np-phrase.h"

#include "index/np-pairs.h"

#include <string.h>

/* So many words of a phrase are looked at; nobody types more, and a pasted story is found by its beginning. */
#define MAX_TOKENS 64

/**
 * np_phrase_new:
 * @term: a term with text
 *
 * Returns: (transfer full) (nullable): its words, `NULL` when there are none in it
 */
NpPhrase *
np_phrase_new (const NpTerm *term)
{
  g_autoptr (NpPhrase) phrase = g_new0 (NpPhrase, 1);
  g_autofree char *valid = np_valid_text (term->text, G_MAXINT / 4);
  NpTokenReader reader;
  NpToken token;

  phrase->tokens = g_array_new (FALSE, FALSE, sizeof (NpToken));
  phrase->part = np_part_of_field (term->field);
  np_token_reader_init (&reader, valid);
  while (phrase->tokens->len < MAX_TOKENS && np_token_reader_next (&reader, &token))
    {
      /* The last letter of a wide run is there in its pair already. */
      NpToken *last =
          phrase->tokens->len > 0 ? &g_array_index (phrase->tokens, NpToken, phrase->tokens->len - 1) : NULL;

      if (token.single && last != NULL && last->wide && !last->single && last->end == token.end)
        continue;
      g_array_append_val (phrase->tokens, token);
    }
  if (phrase->tokens->len == 0)
    return NULL;
  phrase->prefix = term->prefix || g_array_index (phrase->tokens, NpToken, phrase->tokens->len - 1).single;
  return g_steal_pointer (&phrase);
}

/**
 * np_phrase_copy:
 * @phrase: a phrase
 *
 * Returns: (transfer full): a copy
 */
NpPhrase *
np_phrase_copy (const NpPhrase *phrase)
{
  NpPhrase *copy = g_new0 (NpPhrase, 1);

  *copy = *phrase;
  copy->tokens = g_array_copy (phrase->tokens);
  return copy;
}

/**
 * np_phrase_free:
 * @phrase: (transfer full) (nullable): a phrase
 */
void
np_phrase_free (NpPhrase *phrase)
{
  if (phrase == NULL)
    return;
  g_clear_pointer (&phrase->tokens, g_array_unref);
  g_free (phrase);
}

static gboolean
is_open (const NpPhrase *phrase, guint i)
{
  const NpToken *token = &g_array_index (phrase->tokens, NpToken, i);

  return token->single || (phrase->prefix && i + 1 == phrase->tokens->len && !token->wide);
}

/**
 * np_phrase_to_match:
 * @phrase: a phrase
 * @part: where it has to stand; `NP_N_PARTS` for anywhere
 *
 * Returns: (transfer full): an FTS5 expression for "words", or for "fields" when a part is named, for the stories that
 * have all its words; whether they are next to each other is still to be looked at when there is more than one. A word
 * has no sign that means anything to FTS5.
 */
char *
np_phrase_to_match (const NpPhrase *phrase, NpPart part)
{
  const char letter[] = { np_part_letter (part), '\0' };
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < phrase->tokens->len; i++)
    g_string_append_printf (match, "%s\"%s%s\"%s", i > 0 ? " AND " : "", letter,
                            g_array_index (phrase->tokens, NpToken, i).word, is_open (phrase, i) ? "*" : "");
  return g_string_free (match, FALSE);
}

static gboolean
fits (const NpPhrase *phrase, guint i, const NpToken *token)
{
  const NpToken *wanted = &g_array_index (phrase->tokens, NpToken, i);

  if (!is_open (phrase, i))
    return wanted->length == token->length && memcmp (wanted->word, token->word, token->length) == 0;
  return wanted->length <= token->length && memcmp (wanted->word, token->word, wanted->length) == 0;
}

/* A place where the phrase may stand: its first word was at @position, @next is the word to come. */
typedef struct
{
  guint position, next;
  gsize start;
} Try;

/* What a match covers: of a pair of wide letters that was looked for by its first, only that one. */
static gsize
match_end (const NpPhrase *phrase, const NpToken *token, const char *text)
{
  const NpToken *last = &g_array_index (phrase->tokens, NpToken, phrase->tokens->len - 1);

  if (last->single && token->wide && !token->single)
    return (gsize) (g_utf8_next_char (text + token->start) - text);
  return token->end;
}

/**
 * np_phrase_find:
 * @phrase: a phrase
 * @text: valid UTF-8
 * @limit: after so many matches nothing more is looked for
 * @stretches: (element-type NpStretch): where to add the places of @phrase in @text
 */
void
np_phrase_find (const NpPhrase *phrase, const char *text, guint limit, GArray *stretches)
{
  g_autoptr (GArray) tries = g_array_new (FALSE, FALSE, sizeof (Try));
  guint offset_of_first = g_array_index (phrase->tokens, NpToken, 0).position, found = 0;
  NpTokenReader reader;
  NpToken token;

  np_token_reader_init (&reader, text);
  while (found < limit && np_token_reader_next (&reader, &token))
    {
      guint kept = 0;

      if (fits (phrase, 0, &token))
        {
          Try begin = { token.position, 0, token.start };
          g_array_append_val (tries, begin);
        }
      for (guint i = 0; i < tries->len; i++)
        {
          Try try = g_array_index (tries, Try, i);
          guint at = try.position + g_array_index (phrase->tokens, NpToken, try.next).position - offset_of_first;

          if (at < token.position || (at == token.position && !fits (phrase, try.next, &token)))
            continue;
          if (at == token.position && ++try.next == phrase->tokens->len)
            {
              NpStretch stretch = { try.start, match_end (phrase, &token, text) };
              g_array_append_val (stretches, stretch);
              found++;
              continue;
            }
          g_array_index (tries, Try, kept++) = try;
        }
      g_array_set_size (tries, kept);
    }
}

/**
 * np_phrase_may_be_in:
 * @phrase: a phrase
 * @pairs: (nullable): bits of np_pairs_pack(), of a story
 * @size: their number of bytes
 *
 * Returns: whether @phrase may be in the story; `FALSE` is certain
 */
gboolean
np_phrase_may_be_in (const NpPhrase *phrase, gconstpointer pairs, gsize size)
{
  for (guint i = 0; i + 1 < phrase->tokens->len; i++)
    {
      const NpToken *first = &g_array_index (phrase->tokens, NpToken, i), *second = first + 1;

      if (!is_open (phrase, i) && !is_open (phrase, i + 1) && second->position == first->position + 1
          && !np_pairs_may_have (pairs, size,
                                 np_pairs_join (np_pairs_hash_word (first->word, first->length),
                                                np_pairs_hash_word (second->word, second->length))))
        return FALSE;
    }
  return TRUE;
}

/**
 * np_phrase_is_in:
 * @phrase: a phrase
 * @text: a story's text
 *
 * Returns: whether @phrase stands in the part of @text that it is about
 */
gboolean
np_phrase_is_in (const NpPhrase *phrase, const NpStoryText *text)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (NpStretch));

  for (NpPart part = 0; part < NP_N_PARTS && stretches->len == 0; part++)
    if (phrase->part == NP_N_PARTS || phrase->part == part)
      np_phrase_find (phrase, text->parts[part], 1, stretches);
  return stretches->len > 0;
}
