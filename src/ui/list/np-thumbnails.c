#include "ui/list/np-thumbnails.h"

#include "ui/np-photo-size.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Some screens full. */
#define CACHE_SIZE 200

struct _NpThumbnails
{
  GObject parent_instance;
  GHashTable *pictures; /* file → GdkPaintable */
  GQueue *order;        /* of the keys of pictures, newest first; not owned */
};

G_DEFINE_FINAL_TYPE (NpThumbnails, np_thumbnails, G_TYPE_OBJECT)

typedef struct
{
  char *file;
  int size;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->file);
  g_free (load);
}

static void
np_thumbnails_finalize (GObject *object)
{
  NpThumbnails *self = NP_THUMBNAILS (object);

  g_queue_free (self->order);
  g_hash_table_unref (self->pictures);
  G_OBJECT_CLASS (np_thumbnails_parent_class)->finalize (object);
}

static void
np_thumbnails_class_init (NpThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_thumbnails_finalize;
}

static void
np_thumbnails_init (NpThumbnails *self)
{
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->order = g_queue_new ();
}

/**
 * np_thumbnails_new:
 *
 * Returns: (transfer full): a store of small pictures
 */
NpThumbnails *
np_thumbnails_new (void)
{
  return g_object_new (NP_TYPE_THUMBNAILS, NULL);
}

/**
 * np_thumbnails_get:
 * @self: the pictures
 * @file: a file name
 *
 * Returns: (transfer none) (nullable): the picture of @file, if it is at hand
 */
GdkPaintable *
np_thumbnails_get (NpThumbnails *self, const char *file)
{
  g_return_val_if_fail (NP_IS_THUMBNAILS (self) && file != NULL, NULL);

  return g_hash_table_lookup (self->pictures, file);
}

/* The size that fills a square of @size; a decoder that can scales while it reads. */
static GdkPixbuf *
read_scaled (const char *file, int size, GError **error)
{
  g_autoptr (GdkPixbuf) raw = NULL;
  int width, height;

  if (!np_photo_size_read (file, &width, &height, error))
    return NULL;
  if (width < 1 || height < 1)
    raw = gdk_pixbuf_new_from_file_at_scale (file, size, size, TRUE, error);
  else if (width < height)
    raw = gdk_pixbuf_new_from_file_at_scale (file, MIN (size, width), -1, TRUE, error);
  else
    raw = gdk_pixbuf_new_from_file_at_scale (file, -1, MIN (size, height), TRUE, error);
  return raw != NULL ? gdk_pixbuf_apply_embedded_orientation (raw) : NULL;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  pixbuf = read_scaled (load->file, load->size, &error);
  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
}

/**
 * np_thumbnails_load_async:
 * @self: the pictures
 * @file: a file name
 * @size: the side of the square that it fills, in pixels
 * @cancellable: (nullable): to give up
 * @callback: called once, in the thread that called this
 * @user_data: for @callback
 *
 * Reads the picture of @file.
 */
void
np_thumbnails_load_async (NpThumbnails *self, const char *file, int size, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (NP_IS_THUMBNAILS (self) && file != NULL && size > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  load = g_new0 (Load, 1);
  load->file = g_strdup (file);
  load->size = size;
  g_task_set_source_tag (task, np_thumbnails_load_async);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_thread);
}

static void
keep (NpThumbnails *self, const char *file, GdkPaintable *picture)
{
  char *key;

  if (g_hash_table_contains (self->pictures, file))
    return;
  if (g_queue_get_length (self->order) >= CACHE_SIZE)
    g_hash_table_remove (self->pictures, g_queue_pop_tail (self->order));
  key = g_strdup (file);
  g_hash_table_insert (self->pictures, key, g_object_ref (picture));
  g_queue_push_head (self->order, key);
}

/**
 * np_thumbnails_load_finish:
 * @self: the pictures
 * @result: what the callback was given
 * @error: of the reader of pictures, or cancelled
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkPaintable *
np_thumbnails_load_finish (NpThumbnails *self, GAsyncResult *result, GError **error)
{
  GdkPaintable *picture;
  Load *load;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  picture = g_task_propagate_pointer (G_TASK (result), error);
  load = g_task_get_task_data (G_TASK (result));
  if (picture != NULL)
    keep (self, load->file, picture);
  return picture;
}
