#include "ui/np-first-frame.h"

/* A window that is not drawn, because it is iconified or behind a locked screen, must not wait for ever. */
#define AT_LATEST_MS 500

typedef struct
{
  GtkWindow *window; /* not owned: it owns this */
  NpFirstFrameFunc func;
  gpointer user_data;
  GdkFrameClock *clock; /* (nullable) */
  guint source_id;
  gulong painted_id;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_handle_id (&wait->source_id, g_source_remove);
  /* The clock of a window that is gone has lost its handlers. */
  if (wait->painted_id != 0 && g_signal_handler_is_connected (wait->clock, wait->painted_id))
    g_signal_handler_disconnect (wait->clock, wait->painted_id);
  g_clear_object (&wait->clock);
  g_free (wait);
}

static gboolean
end_cb (gpointer data)
{
  Wait *wait = data;
  NpFirstFrameFunc func = wait->func;
  gpointer user_data = wait->user_data;

  wait->source_id = 0;
  g_object_set_data (G_OBJECT (wait->window), "np-first-frame", NULL);
  func (user_data);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;

  g_clear_signal_handler (&wait->painted_id, clock);
  g_clear_handle_id (&wait->source_id, g_source_remove);
  wait->source_id = g_idle_add (end_cb, wait);
}

/**
 * np_first_frame_then:
 * @window: a window that was just presented
 * @func: (scope async): called once, after its first frame was painted; not when @window is gone before
 * @user_data: for @func
 *
 * Puts off what the first frame need not wait for.
 */
void
np_first_frame_then (GtkWindow *window, NpFirstFrameFunc func, gpointer user_data)
{
  Wait *wait = g_new0 (Wait, 1);

  g_return_if_fail (GTK_IS_WINDOW (window) && func != NULL);

  wait->window = window;
  wait->func = func;
  wait->user_data = user_data;
  wait->source_id = g_timeout_add (AT_LATEST_MS, end_cb, wait);
  g_object_set_data_full (G_OBJECT (window), "np-first-frame", wait, wait_free);
  wait->clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  if (wait->clock == NULL)
    return;
  g_object_ref (wait->clock);
  wait->painted_id = g_signal_connect (wait->clock, "after-paint", G_CALLBACK (painted_cb), wait);
}
