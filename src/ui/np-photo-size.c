#include "ui/np-photo-size.h"

#include "base/np-photo-header.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Of the formats that GTK decodes, with or without GdkPixbuf. The file is mapped: no more than its head is read. */
static void
read_header (const char *file, guint *width, guint *height)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (file, FALSE, NULL);
  g_autoptr (GBytes) bytes = map != NULL ? g_mapped_file_get_bytes (map) : NULL;
  const char *extension;

  *width = *height = 0;
  if (bytes == NULL || !np_photo_header_read (bytes, &extension, width, height))
    *width = *height = 0;
}

/**
 * np_photo_size_read:
 * @file: a file name
 * @width: (out): its width in pixels as it is stored; 0 when nobody knows
 * @height: (out): its height
 * @error: `GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY`
 *
 * Looks at the head of a photo. Safe from any thread.
 *
 * Returns: whether it may be decoded: not of one of more than `NP_PHOTO_SIZE_MAX_PIXELS`
 */
gboolean
np_photo_size_read (const char *file, int *width, int *height, GError **error)
{
  guint said_width, said_height;

  g_return_val_if_fail (file != NULL && width != NULL && height != NULL, FALSE);

  *width = *height = 0;
  read_header (file, &said_width, &said_height);
  if ((guint64) said_width * said_height <= NP_PHOTO_SIZE_MAX_PIXELS)
    {
      if (gdk_pixbuf_get_file_info (file, width, height) == NULL)
        *width = *height = 0;
      if ((gint64) *width * *height <= NP_PHOTO_SIZE_MAX_PIXELS)
        return TRUE;
      said_width = (guint) *width;
      said_height = (guint) *height;
    }
  g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "%u × %u pixels", said_width,
               said_height);
  return FALSE;
}
