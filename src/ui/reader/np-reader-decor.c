#include "ui/reader/np-reader-decor.h"

#include <math.h>

#define BAR_WIDTH 3

/* One paragraph as it is drawn, in buffer coordinates. */
typedef struct
{
  GtkTextIter start;
  int top, bottom; /* without the space above and below */
  guint bars;
  const int *offsets;
  gboolean rtl;
  gboolean preformatted;
} Line;

static void
look_at (GtkTextView *view, NpReaderTags *tags, const GtkTextIter *start, Line *line)
{
  g_autoptr (GSList) list = gtk_text_iter_get_tags (start);
  int y, height, above = 0, below = 0;

  *line = (Line){ .start = *start };
  gtk_text_view_get_line_yrange (view, start, &y, &height);
  for (GSList *l = list; l != NULL; l = l->next)
    {
      gboolean spaced;
      guint bars = np_reader_tags_get_bars (l->data, &line->offsets, &line->rtl);

      g_object_get (l->data, "pixels-below-lines-set", &spaced, NULL);
      if (spaced)
        g_object_get (l->data, "pixels-below-lines", &below, "pixels-above-lines", &above, NULL);
      if (bars > 0)
        line->bars = bars;
      line->preformatted |= l->data == np_reader_tags_get (tags, NP_READER_TAG_PREFORMATTED);
    }
  line->top = y + above;
  line->bottom = y + height - below;
}

/* A bar goes on through the space below as long as the next paragraph is in the same quote. */
static void
draw_bars (GtkTextView *view, GtkSnapshot *snapshot, const GdkRGBA *color, const Line *line, const Line *next)
{
  int left = gtk_text_view_get_left_margin (view);
  int right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view);

  for (guint i = 0; i < line->bars; i++)
    {
      int bottom = next != NULL && next->bars > i ? next->top : line->bottom;
      int x = line->rtl ? right - line->offsets[i] - BAR_WIDTH : left + line->offsets[i];

      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, line->top, BAR_WIDTH, bottom - line->top));
    }
}

static void
draw_ground (GtkTextView *view, GtkSnapshot *snapshot, const GdkRGBA *color, const Line *line, double em)
{
  int left = gtk_text_view_get_left_margin (view);
  int width = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view) - left;
  float pad = (float) (em * 0.5);
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (
      &rect, &GRAPHENE_RECT_INIT (left, line->top - pad, width, line->bottom - line->top + 2 * pad), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * np_reader_decor_snapshot:
 * @view: the view of a story
 * @snapshot: where to draw, in buffer coordinates
 * @tags: the tags of its buffer
 *
 * Draws what lies under the text that can be seen.
 */
void
np_reader_decor_snapshot (GtkTextView *view, GtkSnapshot *snapshot, NpReaderTags *tags)
{
  const NpReaderLook *look = np_reader_tags_get_look (tags);
  GdkRGBA bar = look->color, ground = look->color;
  GdkRectangle visible;
  GtkTextIter at;
  Line line, next;
  gboolean more = TRUE;

  bar.alpha = 0.25f;
  ground.alpha = 0.06f;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &at, visible.y, NULL);
  look_at (view, tags, &at, &line);
  while (more && line.top < visible.y + visible.height)
    {
      more = gtk_text_iter_forward_line (&at);
      if (more)
        look_at (view, tags, &at, &next);
      draw_bars (view, snapshot, &bar, &line, more ? &next : NULL);
      if (line.preformatted)
        draw_ground (view, snapshot, &ground, &line, look->em);
      line = next;
    }
}
