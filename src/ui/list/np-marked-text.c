#include "ui/list/np-marked-text.h"

/* How much of the tint is seen behind a match. */
#define TINT_ALPHA 0.28

#define TO_16(part) ((guint16) ((double) (part) *G_MAXUINT16))

static void
add (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList *attributes, const GdkRGBA *tint, gsize start, gsize end)
{
  if (end == start)
    return;
  add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  add (attributes, pango_attr_background_new (TO_16 (tint->red), TO_16 (tint->green), TO_16 (tint->blue)), start, end);
  add (attributes, pango_attr_background_alpha_new (TO_16 (TINT_ALPHA)), start, end);
}

/**
 * np_marked_text_strip:
 * @marked: a text, each match between \x02 and \x03
 * @attributes: (inout): where the marks are added, bold and on @tint
 * @tint: a colour, seen through
 *
 * Returns: (transfer full): the text itself
 */
char *
np_marked_text_strip (const char *marked, PangoAttrList *attributes, const GdkRGBA *tint)
{
  GString *text = g_string_new (NULL);
  gboolean open = FALSE;
  gsize start = 0;

  for (const char *p = marked; *p != '\0'; p++)
    if (*p == '\x02' && !open)
      {
        open = TRUE;
        start = text->len;
      }
    else if (*p == '\x03' && open)
      {
        open = FALSE;
        mark (attributes, tint, start, text->len);
      }
    else if (*p != '\x02' && *p != '\x03')
      g_string_append_c (text, *p);
  if (open)
    mark (attributes, tint, start, text->len);
  return g_string_free (text, FALSE);
}
