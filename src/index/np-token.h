/* Cuts text into the words that are searched for. The index, the searches, the check of phrases and the marking of
 * matches all use this one cutter, so that they can never disagree (see the README here for its rules). Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest word that is told apart from others, in bytes: what is longer is no word that people search for. */
#define NP_TOKEN_MAX 64

typedef struct
{
  char word[NP_TOKEN_MAX + 1]; /* folded: case and accents gone; never empty, never an ASCII sign in it */
  gsize length;                /* of the word, bytes */
  guint position;              /* its number in the text; two that follow each other differ by 1 */
  gsize start;                 /* where it stands in the text, bytes */
  gsize end;
  gboolean wide;   /* of a script without spaces between its words: two letters, or the last one */
  gboolean single; /* wide, and one letter only */
} NpToken;

typedef struct
{
  const char *text;
  const char *next;
  guint position;
} NpTokenReader;

void np_token_reader_init (NpTokenReader *reader, const char *text);
gboolean np_token_reader_next (NpTokenReader *reader, NpToken *token);

G_END_DECLS
