#include "ui/list/np-row-look.h"

#include <adwaita.h>

/* So many letters fit on the narrowest line. */
#define MIN_CHARS 8
/* When the theme does not name its accent. */
#define ACCENT "#3584e4"

struct _NpRowLook
{
  GtkWidget *widget; /* (nullable) not owned: what the rows are in */
  guint serial;      /* of its fonts, 0 before anything was measured */
  int line_heights[NP_N_ROW_TEXTS];
  int min_width;
  GtkIconPaintable *star; /* (nullable) */
};

static const struct
{
  double scale;   /* of the font */
  double opacity; /* with normal contrast */
} kinds[NP_N_ROW_TEXTS] = {
  [NP_ROW_TEXT_HEADLINE] = { 1, 1 },
  [NP_ROW_TEXT_SOURCE] = { 0.82, 0.72 }, /* 4.5:1, also on a row that is selected */
  [NP_ROW_TEXT_DECK] = { 0.92, 0.85 },
  [NP_ROW_TEXT_TOPICS] = { 0.82, 0.85 },
};

/**
 * np_row_look_new:
 * @widget: what the rows are in
 *
 * Returns: (transfer full): how they look
 */
NpRowLook *
np_row_look_new (GtkWidget *widget)
{
  NpRowLook *self = g_rc_box_new0 (NpRowLook);

  self->widget = widget;
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &self->widget);
  return self;
}

/**
 * np_row_look_ref:
 * @self: a look
 *
 * Returns: (transfer full): @self
 */
NpRowLook *
np_row_look_ref (NpRowLook *self)
{
  return g_rc_box_acquire (self);
}

static void
look_clear (gpointer data)
{
  NpRowLook *self = data;

  if (self->widget != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->widget), (gpointer *) &self->widget);
  g_clear_object (&self->star);
}

/**
 * np_row_look_unref:
 * @self: (transfer full) (nullable): a look
 */
void
np_row_look_unref (NpRowLook *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, look_clear);
}

static int
measure_line (PangoContext *context, const PangoFontDescription *font, double scale, int *char_width)
{
  g_autoptr (PangoFontDescription) scaled = pango_font_description_copy (font);
  PangoFontMetrics *metrics;
  double size = pango_font_description_get_size (font) * scale;
  int height;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (scaled, size);
  else
    pango_font_description_set_size (scaled, (int) size);
  metrics = pango_context_get_metrics (context, scaled, pango_context_get_language (context));
  height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  if (height == 0) /* a font that does not say */
    height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  if (char_width != NULL)
    *char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  return height;
}

/**
 * np_row_look_update:
 * @self: a look
 *
 * Measures anew when fonts, or the size of text, are others.
 *
 * Returns: a number that is another whenever something is measured otherwise
 */
guint
np_row_look_update (NpRowLook *self)
{
  PangoContext *context = np_row_look_get_context (self);
  int char_width = 0;

  if (context == NULL || pango_context_get_serial (context) == self->serial)
    return self->serial;
  self->serial = pango_context_get_serial (context);
  for (NpRowText text = 0; text < NP_N_ROW_TEXTS; text++)
    self->line_heights[text] = measure_line (context, pango_context_get_font_description (context), kinds[text].scale,
                                             text == NP_ROW_TEXT_HEADLINE ? &char_width : NULL);
  self->min_width = char_width * MIN_CHARS;
  return self->serial;
}

/**
 * np_row_look_get_context:
 * @self: a look
 *
 * Returns: (transfer none) (nullable): what their text is laid out with; `NULL` when what they were in is gone
 */
PangoContext *
np_row_look_get_context (NpRowLook *self)
{
  return self->widget != NULL ? gtk_widget_get_pango_context (self->widget) : NULL;
}

/**
 * np_row_look_get_scale:
 * @text: a kind of text
 *
 * Returns: the size of its font, as part of that of the list
 */
double
np_row_look_get_scale (NpRowText text)
{
  return kinds[text].scale;
}

/**
 * np_row_look_get_line_height:
 * @self: a look, brought up to date
 * @text: a kind of text
 *
 * Returns: the height of one line, in pixels
 */
int
np_row_look_get_line_height (NpRowLook *self, NpRowText text)
{
  return self->line_heights[text];
}

/**
 * np_row_look_get_min_width:
 * @self: a look, brought up to date
 *
 * Returns: how wide text is at least, in pixels
 */
int
np_row_look_get_min_width (NpRowLook *self)
{
  return self->min_width;
}

/**
 * np_row_look_get_color:
 * @self: a look
 * @row: a row
 * @text: a kind of text
 * @color: (out): its colour in that row
 */
void
np_row_look_get_color (NpRowLook *self, GtkWidget *row, NpRowText text, GdkRGBA *color)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (row));

  gtk_style_context_get_color (gtk_widget_get_style_context (row), color);
  color->alpha *= (float) (adw_style_manager_get_high_contrast (style) ? 1 : kinds[text].opacity);
}

/**
 * np_row_look_get_accent:
 * @self: a look
 * @color: (out): what is unread, and what a search found, is marked with
 */
void
np_row_look_get_accent (NpRowLook *self, GdkRGBA *color)
{
  if (self->widget == NULL
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (self->widget), "accent_bg_color", color))
    gdk_rgba_parse (color, ACCENT);
}

/**
 * np_row_look_get_star:
 * @self: a look
 *
 * Returns: (transfer none) (nullable): what marks a story that is starred
 */
GtkSymbolicPaintable *
np_row_look_get_star (NpRowLook *self)
{
  if (self->star == NULL && self->widget != NULL)
    self->star = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget)),
                                             "starred-symbolic", NULL, 16, gtk_widget_get_scale_factor (self->widget),
                                             gtk_widget_get_direction (self->widget), 0);
  return self->star != NULL ? GTK_SYMBOLIC_PAINTABLE (self->star) : NULL;
}
