#include "ui/photos/np-photo-view.h"

#include <math.h>

#define STEP      1.25
#define SCALE_MAX 8.0

struct _NpPhotoView
{
  GtkWidget parent_instance;

  GdkTexture *texture; /* (nullable) */
  double scale;        /* screen pixels for a pixel of the photo; 0 = as large as there is room for */
  double x, y;         /* what point of the photo is in the middle, 0–1 */
  double drag_x, drag_y;
  double pinch; /* the scale when two fingers came down */
  double pointer_x, pointer_y;
};

G_DEFINE_FINAL_TYPE (NpPhotoView, np_photo_view, GTK_TYPE_WIDGET)

static int
get_photo_width (NpPhotoView *self)
{
  return self->texture != NULL ? gdk_texture_get_width (self->texture) : 1;
}

static int
get_photo_height (NpPhotoView *self)
{
  return self->texture != NULL ? gdk_texture_get_height (self->texture) : 1;
}

/* The scale at which all of it is to be seen; a small photo is not made larger. */
static double
get_fit (NpPhotoView *self)
{
  double horizontal = (double) gtk_widget_get_width (GTK_WIDGET (self)) / get_photo_width (self);
  double vertical = (double) gtk_widget_get_height (GTK_WIDGET (self)) / get_photo_height (self);

  return MIN (1.0, MIN (horizontal, vertical));
}

static double
get_scale (NpPhotoView *self)
{
  return self->scale > 0 ? self->scale : get_fit (self);
}

/* Keeps the photo's edges at those of the view as long as it is the larger one. */
static double
clamp_middle (double middle, double shown, double room)
{
  double half = shown > 0 ? room / shown / 2 : 0.5;

  return half >= 0.5 ? 0.5 : CLAMP (middle, half, 1 - half);
}

static void
settle (NpPhotoView *self)
{
  double scale = get_scale (self);

  self->x = clamp_middle (self->x, scale * get_photo_width (self), gtk_widget_get_width (GTK_WIDGET (self)));
  self->y = clamp_middle (self->y, scale * get_photo_height (self), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Zooms so that the point of the photo under @at_x, @at_y stays there. */
static void
set_scale_at (NpPhotoView *self, double scale, double at_x, double at_y)
{
  double from = get_scale (self), fit = get_fit (self);
  double away_x = at_x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double away_y = at_y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->texture == NULL)
    return;
  scale = CLAMP (scale, fit, SCALE_MAX);
  self->x += away_x / get_photo_width (self) * (1 / from - 1 / scale);
  self->y += away_y / get_photo_height (self) * (1 / from - 1 / scale);
  self->scale = scale <= fit ? 0 : scale;
  settle (self);
}

/* --- by hand --- */

static void
on_motion (NpPhotoView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_scroll (NpPhotoView *self, double dx, double dy)
{
  set_scale_at (self, get_scale (self) * pow (STEP, -dy), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
on_drag_begin (NpPhotoView *self)
{
  self->drag_x = self->x;
  self->drag_y = self->y;
}

static void
on_drag_update (NpPhotoView *self, double dx, double dy)
{
  self->x = self->drag_x - dx / get_scale (self) / get_photo_width (self);
  self->y = self->drag_y - dy / get_scale (self) / get_photo_height (self);
  settle (self);
}

static void
on_pinch_begin (NpPhotoView *self)
{
  self->pinch = get_scale (self);
}

static void
on_pinch (NpPhotoView *self, double factor, GtkGesture *gesture)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  set_scale_at (self, self->pinch * factor, x, y);
}

/* A double click goes between all of it and each pixel. */
static void
on_pressed (NpPhotoView *self, int n_press, double x, double y)
{
  if (n_press != 2)
    return;
  if (self->scale > 0)
    np_photo_view_fit (self);
  else
    set_scale_at (self, MAX (1.0, 2 * get_fit (self)), x, y);
}

static void
add_gestures (NpPhotoView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new (), *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* --- the widget --- */

static void
np_photo_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpPhotoView *self = NP_PHOTO_VIEW (widget);
  double scale = get_scale (self), width = scale * get_photo_width (self), height = scale * get_photo_height (self);

  if (self->texture == NULL)
    return;
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (widget) / 2.0 - self->x * width),
                                                    (float) (gtk_widget_get_height (widget) / 2.0 - self->y * height),
                                                    (float) width, (float) height));
}

static void
np_photo_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  settle (NP_PHOTO_VIEW (widget));
}

static void
np_photo_view_dispose (GObject *object)
{
  g_clear_object (&NP_PHOTO_VIEW (object)->texture);
  G_OBJECT_CLASS (np_photo_view_parent_class)->dispose (object);
}

static void
np_photo_view_class_init (NpPhotoViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_photo_view_dispose;
  widget_class->snapshot = np_photo_view_snapshot;
  widget_class->size_allocate = np_photo_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "photoview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
np_photo_view_init (NpPhotoView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->x = self->y = 0.5;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_gestures (self);
}

/**
 * np_photo_view_new:
 *
 * Returns: (transfer floating): a view without a photo
 */
GtkWidget *
np_photo_view_new (void)
{
  return g_object_new (NP_TYPE_PHOTO_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
}

/**
 * np_photo_view_set_texture:
 * @self: a view
 * @texture: (nullable): a photo, shown whole at first
 */
void
np_photo_view_set_texture (NpPhotoView *self, GdkTexture *texture)
{
  g_return_if_fail (NP_IS_PHOTO_VIEW (self));

  g_set_object (&self->texture, texture);
  np_photo_view_fit (self);
}

/**
 * np_photo_view_zoom:
 * @self: a view
 * @steps: how many steps nearer; below 0 further away
 */
void
np_photo_view_zoom (NpPhotoView *self, int steps)
{
  g_return_if_fail (NP_IS_PHOTO_VIEW (self));

  set_scale_at (self, get_scale (self) * pow (STEP, steps), gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * np_photo_view_fit:
 * @self: a view
 *
 * Shows the whole photo.
 */
void
np_photo_view_fit (NpPhotoView *self)
{
  g_return_if_fail (NP_IS_PHOTO_VIEW (self));

  self->scale = 0;
  self->x = self->y = 0.5;
  settle (self);
}

/**
 * np_photo_view_get_scale:
 * @self: a view
 *
 * Returns: how many pixels of the screen a pixel of the photo has
 */
double
np_photo_view_get_scale (NpPhotoView *self)
{
  g_return_val_if_fail (NP_IS_PHOTO_VIEW (self), 1);

  return get_scale (self);
}
