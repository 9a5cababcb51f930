#include "extract/np-entities.h"

#include <string.h>

/**
 * np_entities_decode:
 * @text: text that has been through a filter for HTML once too often: "&amp;", "&#8217;", "&uuml;"
 *
 * Returns: (transfer full): the text that is meant
 */
char *
np_entities_decode (const char *text)
{
  static const char *const names[][2] = { { "amp", "&" },    { "quot", "\"" },  { "lt", "<" },     { "gt", ">" },
                                          { "apos", "'" },   { "nbsp", " " },   { "rsquo", "’" },  { "lsquo", "‘" },
                                          { "ldquo", "“" },  { "rdquo", "”" },  { "ndash", "–" },  { "mdash", "—" },
                                          { "hellip", "…" }, { "eacute", "é" }, { "egrave", "è" }, { "agrave", "à" },
                                          { "uuml", "ü" },   { "ouml", "ö" },   { "auml", "ä" },   { "szlig", "ß" },
                                          { "aacute", "á" }, { "iacute", "í" }, { "oacute", "ó" }, { "uacute", "ú" },
                                          { "ntilde", "ñ" } };
  GString *out;

  if (strchr (text, '&') == NULL)
    return g_strdup (text);
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = *p == '&' ? strchr (p, ';') : NULL;
      gsize length = end != NULL ? end - p - 1 : 0;
      gboolean done = FALSE;

      if (length > 1 && length < 9 && p[1] == '#')
        {
          gboolean hex = p[2] == 'x' || p[2] == 'X';
          gunichar c = (gunichar) g_ascii_strtoull (p + 2 + hex, NULL, hex ? 16 : 10);

          done = c >= ' ' && g_unichar_validate (c);
          if (done)
            g_string_append_unichar (out, c);
        }
      for (guint i = 0; !done && length > 1 && length < 9 && i < G_N_ELEMENTS (names); i++)
        if (strlen (names[i][0]) == length && strncmp (p + 1, names[i][0], length) == 0)
          {
            g_string_append (out, names[i][1]);
            done = TRUE;
          }
      if (done)
        p = end;
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}
