#include "ui/photos/np-photo-decode.h"

#include "ui/np-photo-size.h"

/* Photos wider than this are scaled down while they are decoded: no column is as wide, not on the densest screen. */
#define MAX_WIDTH 2400

typedef struct
{
  char *file;
  int width; /* of what is wanted, at most */
} Wish;

typedef struct
{
  GdkTexture *texture; /* (nullable) */
  int width, height;   /* of the photo itself, upright; 0 = nobody knows */
} Photo;

static void
wish_free (Wish *wish)
{
  g_free (wish->file);
  g_free (wish);
}

static void
photo_free (Photo *photo)
{
  g_clear_object (&photo->texture);
  g_free (photo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Photo, photo_free)

/* Whether it is stored lying on its side: Exif's orientations from 5 on. */
static gboolean
is_turned (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");

  return orientation != NULL && g_ascii_strtoll (orientation, NULL, 10) >= 5;
}

/* The size is asked for first: some formats are scaled while they are read. What lies on its side is as wide, upright,
 * as it is high in the file, and says so only once it is read. */
static GdkPixbuf *
decode_pixbuf (const Wish *wish, Photo *photo, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  int width, height;

  if (!np_photo_size_read (wish->file, &width, &height, error))
    return NULL;
  pixbuf = width > wish->width ? gdk_pixbuf_new_from_file_at_scale (wish->file, wish->width, -1, TRUE, error)
                               : gdk_pixbuf_new_from_file (wish->file, error);
  if (pixbuf == NULL)
    return NULL;
  photo->width = is_turned (pixbuf) ? height : width;
  photo->height = is_turned (pixbuf) ? width : height;
  if (is_turned (pixbuf) && (width > wish->width || height > wish->width))
    {
      g_object_unref (pixbuf);
      pixbuf = gdk_pixbuf_new_from_file_at_scale (wish->file, -1, MIN (wish->width, height), TRUE, error);
    }
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* GTK itself always knows the common formats, but neither scales nor turns. */
static GdkTexture *
decode_texture (const Wish *wish, Photo *photo, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (wish->file, error);
  g_autoptr (GdkPixbuf) pixbuf = NULL, scaled = NULL;

  if (texture == NULL)
    return NULL;
  photo->width = gdk_texture_get_width (texture);
  photo->height = gdk_texture_get_height (texture);
  if (photo->width > wish->width)
    pixbuf = gdk_pixbuf_get_from_texture (texture);
  if (pixbuf != NULL)
    scaled = gdk_pixbuf_scale_simple (
        pixbuf, wish->width, MAX ((int) ((gint64) photo->height * wish->width / photo->width), 1), GDK_INTERP_BILINEAR);
  return scaled != NULL ? gdk_texture_new_for_pixbuf (scaled) : g_steal_pointer (&texture);
}

/* GdkPixbuf turns photos upright and scales while it reads, but knows no format at all on a system without a database
 * of media types. */
static GdkTexture *
decode (const Wish *wish, Photo *photo, GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autoptr (GdkPixbuf) pixbuf = decode_pixbuf (wish, photo, &first);

  if (pixbuf != NULL)
    return gdk_texture_new_for_pixbuf (pixbuf);
  if (g_error_matches (first, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    return decode_texture (wish, photo, error);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}

/* As the screen has its pixels: else they would be converted on the main thread, when drawn in software with each
 * frame. */
static GdkTexture *
convert (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  gsize stride = (gsize) width * 4, size = stride * (gsize) height;
  g_autofree guchar *pixels = g_try_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  if (pixels == NULL)
    return g_object_ref (texture);
  gdk_texture_download (texture, pixels, stride);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), size);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* Runs in a thread. */
static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (Photo) photo = g_new0 (Photo, 1);
  g_autoptr (GdkTexture) texture = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = decode (data, photo, &error);
  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  photo->texture = convert (texture);
  if (photo->width == 0)
    photo->width = gdk_texture_get_width (texture);
  if (photo->height == 0)
    photo->height = gdk_texture_get_height (texture);
  g_task_return_pointer (task, g_steal_pointer (&photo), (GDestroyNotify) photo_free);
}

/**
 * np_photo_decode_async:
 * @file: an absolute path
 * @width: how wide it is shown, in pixels of the screen; 0 for as wide as any screen shows it
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Decodes @file in a thread: upright, scaled down to @width where it is wider.
 */
void
np_photo_decode_async (const char *file, int width, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish;

  g_return_if_fail (file != NULL);

  wish = g_new0 (Wish, 1);
  wish->file = g_strdup (file);
  wish->width = width > 0 ? MIN (width, MAX_WIDTH) : MAX_WIDTH;
  g_task_set_source_tag (task, np_photo_decode_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, decode_in_thread);
}

/**
 * np_photo_decode_finish:
 * @result: what the callback got
 * @width: (out) (optional): how wide the photo itself is, upright
 * @height: (out) (optional): and how high
 * @error: what the decoder says, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the photo
 */
GdkTexture *
np_photo_decode_finish (GAsyncResult *result, int *width, int *height, GError **error)
{
  g_autoptr (Photo) photo = g_task_propagate_pointer (G_TASK (result), error);

  if (photo == NULL)
    return NULL;
  if (width != NULL)
    *width = photo->width;
  if (height != NULL)
    *height = photo->height;
  return g_steal_pointer (&photo->texture);
}
