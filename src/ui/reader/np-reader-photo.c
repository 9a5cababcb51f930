#include "ui/reader/np-reader-photo.h"

#include "ui/photos/np-photo-decode.h"

#include <glib/gi18n.h>
#include <math.h>

/* The shape of a photo that does not say its size, until it is decoded. */
#define UNKNOWN_WIDTH  900
#define UNKNOWN_HEIGHT 600

/* How round the corners are, pixels. */
#define CORNER 6

/* How high the place of a photo that cannot be shown is, at most. */
#define NOTE_HEIGHT 96

struct _NpReaderPhoto
{
  GtkWidget parent_instance;

  char *file; /* (nullable) absolute */
  int width, height;
  guint number;        /* among the story's photos */
  GdkTexture *texture; /* (nullable) */
  GtkWidget *note;     /* (nullable) what to say where there is no photo to be seen */
  char *alt;
  char *source;          /* (nullable) where it came from */
  GCancellable *loading; /* (nullable) */
  int decoded;           /* for how many pixels of the screen, in width; 0 = not yet */
};

G_DEFINE_FINAL_TYPE (NpReaderPhoto, np_reader_photo, GTK_TYPE_WIDGET)

static void
show_note (NpReaderPhoto *self)
{
  g_autofree char *text = NULL;

  if (self->note != NULL)
    return;
  text = self->alt != NULL ? g_strdup_printf (_ ("The photo is missing: %s"), self->alt)
                           : g_strdup (_ ("The photo is missing"));
  self->note = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->note), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->note, "photo-note");
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Takes it over; the photo itself is of @width and @height. */
static void
take_texture (NpReaderPhoto *self, GdkTexture *texture, int width, int height)
{
  gboolean same = self->width == width && self->height == height;

  g_clear_object (&self->texture);
  self->texture = texture;
  self->width = width;
  self->height = height;
  if (same)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
weak_ref_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* The task does not hold the photo: a story that was left does not keep its photos alive. */
static void
on_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (NpReaderPhoto) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  int width, height;
  g_autoptr (GdkTexture) texture = np_photo_decode_finish (result, &width, &height, &error);

  weak_ref_free (weak);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (texture != NULL)
    take_texture (self, g_steal_pointer (&texture), width, height);
  else if (self->texture == NULL)
    show_note (self);
}

static void
np_reader_photo_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  NpReaderPhoto *self = NP_READER_PHOTO (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = self->width;
    }
  else
    {
      int width = for_size < 0 ? self->width : MIN (for_size, self->width);

      *minimum = *natural = (int) lround ((double) self->height * width / MAX (self->width, 1));
      if (self->note != NULL) /* what is not there needs no more room than its words */
        *minimum = *natural = MIN (*natural, NOTE_HEIGHT);
    }
}

static GtkSizeRequestMode
np_reader_photo_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The photo stands where the lines of the text begin. */
static graphene_rect_t
get_area (NpReaderPhoto *self, int width, int height)
{
  int shown = MIN (width, self->width);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT (rtl ? width - shown : 0, 0, shown, height);
}

static void
np_reader_photo_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NpReaderPhoto *self = NP_READER_PHOTO (widget);
  graphene_rect_t area = get_area (self, width, height);
  GtkAllocation allocation = { (int) area.origin.x, 0, (int) area.size.width, height };
  int least;

  if (self->note == NULL)
    return;
  gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, least);
  gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, allocation.width, &least, NULL, NULL, NULL);
  allocation.height = MAX (allocation.height, least);
  gtk_widget_size_allocate (self->note, &allocation, -1);
}

static void
np_reader_photo_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpReaderPhoto *self = NP_READER_PHOTO (widget);
  graphene_rect_t area = get_area (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect frame;
  GdkRGBA color;

  gsk_rounded_rect_init_from_rect (&frame, &area, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
  else
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
      color.alpha = 0.07f;
      gtk_snapshot_append_color (snapshot, &color, &area);
      GTK_WIDGET_CLASS (np_reader_photo_parent_class)->snapshot (widget, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

static void
np_reader_photo_dispose (GObject *object)
{
  NpReaderPhoto *self = NP_READER_PHOTO (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  G_OBJECT_CLASS (np_reader_photo_parent_class)->dispose (object);
}

static void
np_reader_photo_finalize (GObject *object)
{
  NpReaderPhoto *self = NP_READER_PHOTO (object);

  g_free (self->file);
  g_free (self->alt);
  g_free (self->source);
  G_OBJECT_CLASS (np_reader_photo_parent_class)->finalize (object);
}

static void
open_viewer (NpReaderPhoto *self)
{
  if (self->file != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "story.photo", "u", self->number);
}

static gboolean
on_activate (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  open_viewer (NP_READER_PHOTO (widget));
  return TRUE;
}

static void
np_reader_photo_class_init (NpReaderPhotoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_reader_photo_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_photo_finalize;
  widget_class->measure = np_reader_photo_measure;
  widget_class->get_request_mode = np_reader_photo_get_request_mode;
  widget_class->size_allocate = np_reader_photo_size_allocate;
  widget_class->snapshot = np_reader_photo_snapshot;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_activate, NULL);
  gtk_widget_class_set_css_name (widget_class, "photo");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
np_reader_photo_init (NpReaderPhoto *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (open_viewer), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static const char *
first_text (const char *a, const char *b)
{
  return a != NULL && *a != '\0' ? a : b != NULL && *b != '\0' ? b : NULL;
}

/**
 * np_reader_photo_new:
 * @figure: what is known of the photo
 * @number: which of the story's photos it is, for the action "story.photo" that a click or Enter on it activates
 * @file: (nullable): where it is, absolute; %NULL when it was never saved
 *
 * Returns: (transfer floating): the place of a photo, empty until np_reader_photo_load()
 */
GtkWidget *
np_reader_photo_new (const NpFigure *figure, guint number, const char *file)
{
  NpReaderPhoto *self = g_object_new (NP_TYPE_READER_PHOTO, NULL);
  const char *label = first_text (figure->alt, figure->caption);

  self->file = g_strdup (file);
  self->number = number;
  gtk_widget_set_focusable (GTK_WIDGET (self), file != NULL);
  self->alt = g_strdup (label);
  self->source = g_strdup (figure->source);
  self->width = figure->width > 0 && figure->height > 0 ? (int) MIN (figure->width, 20000) : UNKNOWN_WIDTH;
  self->height = figure->width > 0 && figure->height > 0 ? (int) MIN (figure->height, 20000) : UNKNOWN_HEIGHT;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Photo"), -1);
  if (figure->caption != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure->caption, -1);
  if (file == NULL)
    {
      show_note (self);
    }
  return GTK_WIDGET (self);
}

/* How many pixels of the screen it is wide. */
static int
get_screen_width (NpReaderPhoto *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return MAX (MIN (width, self->width), 1) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/**
 * np_reader_photo_load:
 * @self: a photo that has its place
 *
 * Begins to decode the photo for the width that it is shown in, in a thread. Once is enough until it is shown wider;
 * what can't be decoded becomes a note with its alt text.
 */
void
np_reader_photo_load (NpReaderPhoto *self)
{
  GWeakRef *weak;
  int width;

  g_return_if_fail (NP_IS_READER_PHOTO (self));

  width = get_screen_width (self);
  if (self->note != NULL || self->loading != NULL || width <= self->decoded)
    return;
  self->decoded = width;
  self->loading = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  np_photo_decode_async (self->file, width, self->loading, on_decoded, weak);
}

/**
 * np_reader_photo_is_loading:
 * @self: a photo
 *
 * Returns: whether it is still to come: not decoded yet, and not given up either
 */
gboolean
np_reader_photo_is_loading (NpReaderPhoto *self)
{
  g_return_val_if_fail (NP_IS_READER_PHOTO (self), FALSE);

  return self->texture == NULL && self->note == NULL;
}

/**
 * np_reader_photo_get_paintable:
 * @self: a photo
 *
 * Returns: (transfer none) (nullable): the photo once it is decoded
 */
GdkPaintable *
np_reader_photo_get_paintable (NpReaderPhoto *self)
{
  g_return_val_if_fail (NP_IS_READER_PHOTO (self), NULL);

  return GDK_PAINTABLE (self->texture);
}

/**
 * np_reader_photo_get_source:
 * @self: a photo
 *
 * Returns: (nullable): the address that it came from
 */
const char *
np_reader_photo_get_source (NpReaderPhoto *self)
{
  g_return_val_if_fail (NP_IS_READER_PHOTO (self), NULL);

  return self->source;
}

/**
 * np_reader_photo_get_alt:
 * @self: a photo
 *
 * Returns: (nullable): what is to be seen in it, in words
 */
const char *
np_reader_photo_get_alt (NpReaderPhoto *self)
{
  g_return_val_if_fail (NP_IS_READER_PHOTO (self), NULL);

  return self->alt;
}
