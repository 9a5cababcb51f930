#include "ui/reader/np-reader-column.h"

#include <string.h>

/* The body is this much larger than the window's own font: a story is read for longer than a label. */
#define BODY_SCALE 1.15

static double
get_font_pixels (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

/* How wide a character of prose is, on average, in the font of the body. */
static double
measure_character (GtkWidget *widget, const NpReaderLook *look)
{
  static const char sample[] = "It was the kind of morning on which nobody in the town expected any news to arrive.";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  int width;

  if (look->family != NULL)
    pango_font_description_set_family (font, look->family);
  pango_font_description_set_absolute_size (font, look->em * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE / strlen (sample);
}

static int
compute_column (GtkWidget *widget, NpReaderStyle *style, int width, const NpReaderLook *look)
{
  int margin = width < 500 ? 18 : 36;
  int measure = (int) (np_reader_style_get_width (style) * measure_character (widget, look));

  return MAX (MIN (width - 2 * margin, measure), 40);
}

/**
 * np_reader_column_get_look:
 * @widget: the view of a story
 * @style: how it is set
 * @width: of @widget, pixels
 * @look: (out): what the tags of its text are to be made for
 */
void
np_reader_column_get_look (GtkWidget *widget, NpReaderStyle *style, int width, NpReaderLook *look)
{
  look->scale = BODY_SCALE * np_reader_style_get_size (style);
  look->em = get_font_pixels (widget) * look->scale;
  look->family = strcmp (np_reader_style_get_font (style), "sans") == 0
                     ? NULL
                     : g_intern_string (np_reader_style_get_font (style));
  look->leading = (double) np_reader_style_get_leading (style) / NP_READER_LEADING_NORMAL;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &look->color);
  look->column = compute_column (widget, style, width, look);
}
