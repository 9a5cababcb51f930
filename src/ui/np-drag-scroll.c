#include "ui/np-drag-scroll.h"

/* How near to an edge, and how fast at the edge itself, in pixels a frame. */
#define NEAR    44.0
#define FASTEST 14.0

/* One list; it lives as long as the list. */
typedef struct
{
  GtkWidget *scroller; /* not owned: it owns this */
  double speed;
  guint tick;
} Scrolling;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scrolling *scrolling = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + scrolling->speed);
  return G_SOURCE_CONTINUE;
}

static void
set_speed (Scrolling *scrolling, double speed)
{
  scrolling->speed = speed;
  if (speed != 0 && scrolling->tick == 0)
    scrolling->tick = gtk_widget_add_tick_callback (scrolling->scroller, tick_cb, scrolling, NULL);
  else if (speed == 0 && scrolling->tick != 0)
    {
      gtk_widget_remove_tick_callback (scrolling->scroller, scrolling->tick);
      scrolling->tick = 0;
    }
}

static void
motion_cb (GtkDropControllerMotion *controller, double x, double y, gpointer user_data)
{
  Scrolling *scrolling = user_data;
  double height = gtk_widget_get_height (scrolling->scroller);

  if (y < NEAR)
    set_speed (scrolling, -FASTEST * (NEAR - y) / NEAR);
  else if (y > height - NEAR)
    set_speed (scrolling, FASTEST * (y - height + NEAR) / NEAR);
  else
    set_speed (scrolling, 0);
}

static void
leave_cb (GtkDropControllerMotion *controller, gpointer user_data)
{
  set_speed (user_data, 0);
}

/**
 * np_drag_scroll_attach:
 * @scroller: a #GtkScrolledWindow
 *
 * Has it scroll by itself while something is carried over its upper or lower edge.
 */
void
np_drag_scroll_attach (GtkWidget *scroller)
{
  GtkEventController *controller = gtk_drop_controller_motion_new ();
  Scrolling *scrolling = g_new0 (Scrolling, 1);

  scrolling->scroller = scroller;
  g_object_set_data_full (G_OBJECT (scroller), "np-drag-scroll", scrolling, g_free);
  g_signal_connect (controller, "enter", G_CALLBACK (motion_cb), scrolling);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), scrolling);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), scrolling);
  gtk_widget_add_controller (scroller, controller);
}
