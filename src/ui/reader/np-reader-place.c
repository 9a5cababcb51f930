#include "ui/reader/np-reader-place.h"

/* The text has come to rest when its height was the same for this many frames; at the latest after this long. */
#define REST_FRAMES 6
#define LIMIT_US    (5 * G_USEC_PER_SEC)

struct _NpReaderPlace
{
  GtkTextView *view; /* owns this */
  GtkTextMark *mark; /* (nullable) where to go */
  guint tick;
  gint64 begun;
  double height;
  guint rest;
};

/* gtk_text_view_scroll_to_mark() glides there, to where the mark was when it began; while lines above are laid out the
 * mark moves on, and the glide ends elsewhere. So this follows the mark frame by frame. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NpReaderPlace *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GdkRectangle visible, location;
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (self->view), &at, self->mark);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &at, &location);
  if (location.y != visible.y)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + location.y - visible.y);
  self->rest = gtk_adjustment_get_upper (adjustment) == self->height ? self->rest + 1 : 0;
  self->height = gtk_adjustment_get_upper (adjustment);
  if (self->begun == 0)
    self->begun = gdk_frame_clock_get_frame_time (clock);
  if (self->rest < REST_FRAMES && gdk_frame_clock_get_frame_time (clock) < self->begun + LIMIT_US)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  np_reader_place_stop (self);
  return G_SOURCE_REMOVE;
}

/* Who scrolls or uses the keyboard wants to be elsewhere. */
static gboolean
on_scroll (NpReaderPlace *self)
{
  np_reader_place_stop (self);
  return FALSE;
}

/**
 * np_reader_place_new:
 * @view: a view; it frees this when it goes
 *
 * Returns: (transfer full): what goes to places in @view
 */
NpReaderPlace *
np_reader_place_new (GtkTextView *view)
{
  NpReaderPlace *self = g_new0 (NpReaderPlace, 1);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = view;
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_scroll), self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  return self;
}

/**
 * np_reader_place_free:
 * @self: (transfer full) (nullable): a goer
 */
void
np_reader_place_free (NpReaderPlace *self)
{
  if (self == NULL)
    return;
  np_reader_place_stop (self);
  g_free (self);
}

/**
 * np_reader_place_go:
 * @self: a goer
 * @offset: a character
 *
 * Brings the line of @offset to the top of the view and keeps it there until the text is laid out, or somebody scrolls.
 */
void
np_reader_place_go (NpReaderPlace *self, int offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;

  g_return_if_fail (self != NULL);

  np_reader_place_stop (self);
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);
  self->mark = gtk_text_buffer_create_mark (buffer, NULL, &at, TRUE);
  self->begun = 0;
  self->rest = 0;
  self->height = -1;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_tick, self, NULL);
}

/**
 * np_reader_place_stop:
 * @self: a goer
 *
 * Stays where the view is.
 */
void
np_reader_place_stop (NpReaderPlace *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
  if (self->mark != NULL)
    gtk_text_buffer_delete_mark (gtk_text_view_get_buffer (self->view), self->mark);
  self->mark = NULL;
}

/**
 * np_reader_place_is_going:
 * @self: a goer
 *
 * Returns: whether it is still on its way
 */
gboolean
np_reader_place_is_going (NpReaderPlace *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mark != NULL;
}

/**
 * np_reader_place_page:
 * @view: a view in a scrolled window
 * @pages: how many pages further; below 0 back
 *
 * Scrolls, but for two lines, so that people find where they were.
 *
 * Returns: whether it was not at that end already
 */
gboolean
np_reader_place_page (GtkTextView *view, int pages)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double size = gtk_adjustment_get_page_size (adjustment), before = gtk_adjustment_get_value (adjustment);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), "x");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  g_object_unref (layout);
  gtk_adjustment_set_value (adjustment, before + pages * MAX (size - 3 * line, size / 2));
  return gtk_adjustment_get_value (adjustment) != before;
}
