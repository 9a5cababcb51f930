#include "model/np-query-parser.h"

#include "base/np-text.h"

/**
 * np_query_parse:
 * @text: a search as it was typed
 * @mistakes: (element-type NpQueryMistake): where to add what is wrong with it
 *
 * Returns: (transfer full) (nullable): what @text means, `NULL` when it asks for nothing
 */
NpTerm *
np_query_parse (const char *text, GArray *mistakes)
{
  g_return_val_if_fail (text != NULL && mistakes != NULL, NULL);

  return np_text_is_empty (text) ? NULL : np_term_new (NP_TERM_TEXT, text);
}
