#include "extract/np-title-key.h"

#include "base/np-text.h"

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
