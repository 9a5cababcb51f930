#include "ui/photos/np-photo-decode.h"

#include "ui/np-photo-size.h"

/* Photos wider than this are scaled down while they are decoded: no column is as wide, not on the densest screen. */
#define MAX_WIDTH 2400

/* The size is asked for first: some formats are scaled while they are read. */
static GdkPixbuf *
decode_pixbuf (const char *file, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  int width, height;

  if (!np_photo_size_read (file, &width, &height, error))
    return NULL;
  if (width > MAX_WIDTH)
    pixbuf = gdk_pixbuf_new_from_file_at_size (file, MAX_WIDTH, MAX_WIDTH * 4, error);
  else
    pixbuf = gdk_pixbuf_new_from_file (file, error);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* GdkPixbuf turns photos upright and scales while it reads, but knows no format at all on a system without a database
 * of media types; GTK itself always knows the common ones. */
static GdkTexture *
decode (const char *file, GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autoptr (GdkPixbuf) pixbuf = decode_pixbuf (file, &first);

  if (pixbuf != NULL)
    return gdk_texture_new_for_pixbuf (pixbuf);
  if (g_error_matches (first, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    return gdk_texture_new_from_filename (file, error);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}

/* Runs in a thread. */
static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = decode (data, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_photo_decode_async:
 * @file: an absolute path
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Decodes @file in a thread: upright, scaled down where it is larger than any screen.
 */
void
np_photo_decode_async (const char *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (file != NULL);

  g_task_set_source_tag (task, np_photo_decode_async);
  g_task_set_task_data (task, g_strdup (file), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, decode_in_thread);
}

/**
 * np_photo_decode_finish:
 * @result: what the callback got
 * @error: what the decoder says, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the photo
 */
GdkTexture *
np_photo_decode_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
