#include "extract/np-title-key.h"

#include "base/np-text.h"

#include <string.h>

/**
 * np_title_key:
 * @text: a title or a name
 *
 * Returns: (transfer full): its letters and digits alone, folded
 */
char *
np_title_key (const char *text)
{
  g_autofree char *folded = np_text_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* The words of a title as addresses write them: accents go, and "ae" is "ä". */
static GHashTable *
list_words (const char *text)
{
  static const char *const pairs[][2] = { { "ae", "a" }, { "oe", "o" }, { "ue", "u" }, { "ss", "s" } };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = np_text_fold (text);
  g_autoptr (GString) plain = g_string_new (folded);
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (plain, pairs[i][0], pairs[i][1], 0);
  for (char *p = plain->str; *p != '\0'; p++)
    if (g_ascii_ispunct (*p))
      *p = ' ';
  parts = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= 3)
      g_hash_table_add (words, g_strdup (parts[i]));
  return words;
}

/**
 * np_title_compare:
 * @a: a title
 * @b: another, or the words of an address
 * @shared: (out): how many words of three letters or more they share
 *
 * Returns: the part of the words of the shorter one that the other has too, from 0 to 1
 */
double
np_title_compare (const char *a, const char *b, guint *shared)
{
  g_autoptr (GHashTable) ours = list_words (a), theirs = list_words (b);
  guint fewer = MIN (g_hash_table_size (ours), g_hash_table_size (theirs));
  GHashTableIter iter;
  gpointer word;

  *shared = 0;
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    *shared += g_hash_table_contains (theirs, word);
  return fewer > 0 ? (double) *shared / fewer : 0;
}
