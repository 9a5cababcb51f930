#include "ui/list/np-search-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
words_for (const NpQueryMistake *mistake)
{
  switch (mistake->kind)
    {
    case NP_QUERY_OPEN_QUOTE:
      return _ ("The second quotation mark is missing");
    case NP_QUERY_OPEN_PARENTHESIS:
      return _ ("A closing parenthesis is missing");
    case NP_QUERY_LONE_PARENTHESIS:
      return _ ("A closing parenthesis has no opening one");
    case NP_QUERY_EMPTY_FIELD:
      return _ ("Nothing follows a field");
    case NP_QUERY_BAD_DATE:
      return _ ("Dates are written 2018, 2018-05 or 2018-05-31");
    case NP_QUERY_BAD_STATE:
      return _ ("is: knows unread, read, starred, archived, highlighted and trashed");
    case NP_QUERY_LONE_OPERATOR:
      return _ ("OR and - need words next to them");
    }
  g_return_val_if_reached ("");
}

/**
 * np_search_words_for_mistakes:
 * @query: a search
 *
 * Returns: (transfer full) (nullable): what is wrong with it, each thing once; `NULL` when all is well
 */
char *
np_search_words_for_mistakes (const NpQuery *query)
{
  GString *words = NULL;

  for (guint i = 0; query->mistakes != NULL && i < query->mistakes->len; i++)
    {
      const char *sentence = words_for (&g_array_index (query->mistakes, NpQueryMistake, i));

      if (words == NULL)
        words = g_string_new (sentence);
      else if (strstr (words->str, sentence) == NULL)
        g_string_append_printf (words, ". %s", sentence);
    }
  return words != NULL ? g_string_free (words, FALSE) : NULL;
}
