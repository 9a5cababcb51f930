#include "ui/np-drag-escape.h"

#include "np-config.h"

#ifdef NP_HAVE_X11
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>

static gboolean
is_escape (GdkDisplay *display, guint keycode)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n = 0;

  if (!gdk_display_map_keyval (display, GDK_KEY_Escape, &keys, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (keys[i].keycode == keycode)
      return TRUE;
  return FALSE;
}

/* GTK 4 holds this key on the root window while something is carried, and then knows no window that it is for: the key
 * is lost. So it is taken here, before GTK looks at it. */
static gboolean
xevent_cb (GdkDisplay *display, gpointer xevent, GdkDrag *drag)
{
  const XGenericEventCookie *cookie = &((XEvent *) xevent)->xcookie;
  const XIDeviceEvent *event = cookie->data;

  if (cookie->type != GenericEvent || cookie->evtype != XI_KeyPress || event == NULL
      || !is_escape (display, (guint) event->detail))
    return GDK_EVENT_PROPAGATE;
  g_object_ref (drag);
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);
  g_object_unref (drag);
  return GDK_EVENT_STOP;
}

static void
ended_cb (GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), xevent_cb, drag);
}
#endif

/**
 * np_drag_escape_watch:
 * @drag: a drag that has begun
 *
 * Has Escape end @drag, and nothing is dropped. The compositor does so by itself on Wayland; on X11 this does.
 */
void
np_drag_escape_watch (GdkDrag *drag)
{
#ifdef NP_HAVE_X11
  GdkDisplay *display = gdk_drag_get_display (drag);

  if (!GDK_IS_X11_DISPLAY (display))
    return;
  g_signal_connect_object (display, "xevent", G_CALLBACK (xevent_cb), drag, 0);
  g_signal_connect (drag, "drop-performed", G_CALLBACK (ended_cb), NULL);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (ended_cb), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (ended_cb), NULL);
#endif
}
