#include "ui/reader/np-reader-point.h"

/**
 * np_reader_point_to:
 * @view: a story
 * @range: something in its text
 * @page: an ancestor of @view, or @view
 * @at: (out): where the first line of @range is on @page, as far as it can be seen
 */
void
np_reader_point_to (GtkTextView *view, const NpReaderRange *range, GtkWidget *page, GdkRectangle *at)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter first, last;
  GdkRectangle from, to;
  double x = 0, y = 0;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, range->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, range->end);
  gtk_text_view_get_iter_location (view, &first, &from);
  gtk_text_view_get_iter_location (view, &last, &to);
  if (to.y != from.y)
    to.x = from.x + from.width;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, MIN (from.x, to.x), from.y, &at->x, &at->y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), page, at->x, at->y, &x, &y);
  at->x = CLAMP ((int) x, 0, gtk_widget_get_width (page));
  at->y = CLAMP ((int) y, 0, gtk_widget_get_height (page));
  at->width = MAX (ABS (to.x - from.x), 1);
  at->height = from.height;
}
