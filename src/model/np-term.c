#include "model/np-term.h"

/**
 * np_term_new:
 * @kind: what the term is
 * @text: (nullable): its text
 *
 * Returns: (transfer full): a term for any field, no prefix, without children
 */
NpTerm *
np_term_new (NpTermKind kind, const char *text)
{
  NpTerm *term = g_new0 (NpTerm, 1);

  term->kind = kind;
  term->text = g_strdup (text);
  return term;
}

/**
 * np_term_copy:
 * @term: a term
 *
 * Returns: (transfer full): a deep copy
 */
NpTerm *
np_term_copy (const NpTerm *term)
{
  NpTerm *copy;

  g_return_val_if_fail (term != NULL, NULL);

  copy = np_term_new (term->kind, term->text);
  copy->field = term->field;
  copy->prefix = term->prefix;
  if (term->children != NULL)
    copy->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_term_free);
  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    g_ptr_array_add (copy->children, np_term_copy (term->children->pdata[i]));
  return copy;
}

/**
 * np_term_free:
 * @term: (transfer full) (nullable): a term
 */
void
np_term_free (NpTerm *term)
{
  if (term == NULL)
    return;
  g_free (term->text);
  g_clear_pointer (&term->children, g_ptr_array_unref);
  g_free (term);
}
