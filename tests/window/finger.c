/* Loaded into the program (LD_PRELOAD), makes a finger of the pointer: what the X server tells of its first button, and
 * of its way while that is down, reaches GTK as what a touch screen tells. The server of the tests has no such screen.
 */
#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <dlfcn.h>
#include <stdbool.h>

#define FLAG_MAIN_FINGER (1 << 17) /* XITouchEmulatingPointer */

__attribute__ ((visibility ("default"))) Bool XGetEventData (Display *display, XGenericEventCookie *cookie);

/* Each touch has a number of its own. */
static int touch = 1000;
static bool down;

static void
make_touch (XIDeviceEvent *event)
{
  if (event->evtype == XI_ButtonPress && event->detail == 1)
    {
      down = true;
      touch++;
      event->evtype = XI_TouchBegin;
    }
  else if (event->evtype == XI_ButtonRelease && event->detail == 1 && down)
    {
      down = false;
      event->evtype = XI_TouchEnd;
    }
  else if (event->evtype == XI_Motion && down)
    event->evtype = XI_TouchUpdate;
  else
    return;
  event->detail = touch;
  event->flags |= FLAG_MAIN_FINGER;
}

Bool
XGetEventData (Display *display, XGenericEventCookie *cookie)
{
  Bool (*real) (Display *, XGenericEventCookie *) =
      (Bool (*) (Display *, XGenericEventCookie *)) dlsym (RTLD_NEXT, "XGetEventData");
  Bool found = real (display, cookie);

  if (found && (cookie->evtype == XI_ButtonPress || cookie->evtype == XI_ButtonRelease || cookie->evtype == XI_Motion))
    {
      make_touch (cookie->data);
      cookie->evtype = ((XIDeviceEvent *) cookie->data)->evtype;
    }
  return found;
}
