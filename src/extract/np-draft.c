#include "extract/np-draft.h"

#include "base/np-text.h"

#include <string.h>

/**
 * np_draft_get_text:
 * @draft: a draft
 *
 * Returns: (transfer none): the text of its block, "" when that has none of its own
 */
const char *
np_draft_get_text (const NpDraft *draft)
{
  return draft->block != NULL && draft->block->text != NULL ? draft->block->text : "";
}

/**
 * np_draft_drop:
 * @draft: a draft; a gap afterwards
 */
void
np_draft_drop (NpDraft *draft)
{
  g_clear_pointer (&draft->block, np_block_free);
}

/**
 * np_draft_says:
 * @draft: a draft
 * @other: (nullable): a text
 *
 * Returns: whether both say the same, but for signs and accents
 */
gboolean
np_draft_says (const NpDraft *draft, const char *other)
{
  const char *text = np_draft_get_text (draft);
  g_autofree char *a = NULL, *b = NULL;

  if (other == NULL || *text == '\0' || strlen (text) > 2 * strlen (other) + 20)
    return FALSE;
  a = np_text_slug (text, 4096);
  b = np_text_slug (other, 4096);
  return strcmp (a, b) == 0;
}

/**
 * np_draft_ends_sentence:
 * @draft: a draft
 *
 * Returns: whether its text ends as a sentence does
 */
gboolean
np_draft_ends_sentence (const NpDraft *draft)
{
  static const char *const ends[] = { "。", "”", "…", "」", "！", "？", "।", "؟", "۔", "։", "»" };
  const char *text = np_draft_get_text (draft);
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  while (n > 0 && strchr (" \"')]", text[n - 1]) != NULL)
    n--;
  return n > 0 && strchr (".!?:;", text[n - 1]) != NULL;
}
