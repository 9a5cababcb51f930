#include "ui/reader/np-reader-sight.h"

/* How much is shown around it, pixels. */
#define MARGIN 24

/* It has come to sight when it stood still for this many frames; at the latest after so many. */
#define REST_FRAMES 3
#define MAX_FRAMES  30

struct _NpReaderSight
{
  GtkTextView *view;          /* owns this */
  NpReaderChildren *children; /* of view */
  GtkRoot *root;              /* (nullable) weak: the one that is listened to */
  guint tick;
  guint rest, frames;
};

/* How far to scroll to see @focus; 0 = not at all. What is too high to be seen whole is seen from its top. */
static double
get_way (NpReaderSight *self, GtkWidget *focus)
{
  GdkRectangle visible, area;
  double top, bottom;

  if (!np_reader_children_find (self->children, focus, &area))
    return 0;
  gtk_text_view_get_visible_rect (self->view, &visible);
  top = area.y - visible.y - MARGIN;
  bottom = area.y + area.height - visible.y + MARGIN;
  if (top < 0)
    return top;
  return bottom > visible.height ? MIN (bottom - visible.height, top) : 0;
}

static GtkWidget *
get_focus (NpReaderSight *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)) ? focus : NULL;
}

/* Where lines above were not laid out yet, each frame brings it nearer. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NpReaderSight *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  GtkWidget *focus = get_focus (self);
  double value = gtk_adjustment_get_value (adjustment), way = focus != NULL ? get_way (self, focus) : 0;

  if (way != 0)
    gtk_adjustment_set_value (adjustment, value + way);
  self->rest = gtk_adjustment_get_value (adjustment) == value ? self->rest + 1 : 0;
  if (focus != NULL && self->rest < REST_FRAMES && ++self->frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
on_focus_changed (NpReaderSight *self)
{
  self->rest = self->frames = 0;
  if (self->tick == 0 && get_focus (self) != NULL)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_tick, self, NULL);
}

static void
listen (NpReaderSight *self, GtkRoot *root)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  g_set_weak_pointer (&self->root, root);
  if (root != NULL)
    g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (on_focus_changed), self);
}

static void
on_root_changed (NpReaderSight *self)
{
  listen (self, gtk_widget_get_root (GTK_WIDGET (self->view)));
}

/**
 * np_reader_sight_new:
 * @view: a text view that scrolls; it frees this when it goes
 * @children: what is in its text
 *
 * Returns: (transfer full): what follows the focus in @view
 */
NpReaderSight *
np_reader_sight_new (GtkTextView *view, NpReaderChildren *children)
{
  NpReaderSight *self = g_new0 (NpReaderSight, 1);

  self->view = view;
  self->children = children;
  g_signal_connect_swapped (view, "notify::root", G_CALLBACK (on_root_changed), self);
  return self;
}

/**
 * np_reader_sight_free:
 * @self: (transfer full) (nullable): a follower
 */
void
np_reader_sight_free (NpReaderSight *self)
{
  if (self == NULL)
    return;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  g_signal_handlers_disconnect_by_data (self->view, self);
  listen (self, NULL);
  g_free (self);
}
