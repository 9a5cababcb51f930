#include "ui/list/np-thumbnails.h"
#include "ui/np-photo-size.h"
#include "ui/photos/np-photo-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/resource.h>

/* CRC-32 as PNG wants it (ISO/IEC 15948, annex D). */
static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
  return ~crc;
}

static void
put_number (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, 4);
}

static void
put_chunk (GByteArray *out, const char *type, const guint8 *data, gsize length)
{
  gsize start;

  put_number (out, (guint32) length);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (out, data, (guint) length);
  put_number (out, checksum (out->data + start, out->len - start));
}

/* White rows, packed: they take a thousandth. */
static GByteArray *
pack_rows (guint side)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, packer);
  g_autofree guint8 *row = g_malloc0 (1 + (side + 7) / 8);
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *packed = g_byte_array_new ();

  for (guint i = 0; i < side; i++)
    g_assert_true (g_output_stream_write_all (out, row, 1 + (side + 7) / 8, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_byte_array_append (packed, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  return packed;
}

/* A picture of one bit a pixel that is whole and right, however large. */
static char *
write_png (const char *name, guint side)
{
  guint8 head[13] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
  guint32 big = GUINT32_TO_BE (side);
  g_autoptr (GByteArray) png = g_byte_array_new (), rows = pack_rows (side);
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  memcpy (head, &big, 4);
  memcpy (head + 4, &big, 4);
  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  put_chunk (png, "IHDR", head, sizeof head);
  put_chunk (png, "IDAT", rows->data, rows->len);
  put_chunk (png, "IEND", NULL, 0);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, (const char *) png->data, png->len, NULL));
  return path;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GdkTexture *
decode_for (const char *file, int wanted, int *width, int *height, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  np_photo_decode_async (file, wanted, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return np_photo_decode_finish (result, width, height, error);
}

static GdkTexture *
decode (const char *file, GError **error)
{
  return decode_for (file, 0, NULL, NULL, error);
}

static GdkPaintable *
load_thumbnail (const char *file, GError **error)
{
  g_autoptr (NpThumbnails) thumbnails = np_thumbnails_new ();
  g_autoptr (GAsyncResult) result = NULL;

  np_thumbnails_load_async (thumbnails, file, 64, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return np_thumbnails_load_finish (thumbnails, result, error);
}

/* A file of 140 kB that is 900 million pixels: nobody decodes it, neither for the list nor for the story. */
static void
test_huge (void)
{
  g_autofree char *file = write_png ("huge.png", 30000);
  g_autoptr (GError) size = NULL, story = NULL, list = NULL;
  struct rusage before, after;
  int width, height;

  getrusage (RUSAGE_SELF, &before);
  g_assert_false (np_photo_size_read (file, &width, &height, &size));
  g_assert_error (size, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY);
  g_assert_null (decode (file, &story));
  g_assert_error (story, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY);
  g_assert_null (load_thumbnail (file, &list));
  g_assert_error (list, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY);
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 20 * 1024); /* kB */
}

static void
test_usual (void)
{
  g_autofree char *file = write_png ("usual.png", 600);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width, height;

  g_assert_true (np_photo_size_read (file, &width, &height, &error));
  texture = decode (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 600);
  g_clear_object (&texture);
  texture = decode_for (file, 200, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 200);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 200);
  g_assert_cmpint (width, ==, 600);
  g_assert_cmpint (height, ==, 600);
}

/* What nobody knows is left to the decoders, who say what is wrong with it. */
static void
test_unknown (void)
{
  g_autofree char *none = g_build_filename (g_get_user_cache_dir (), "none.jpg", NULL);
  g_autoptr (GError) error = NULL;
  int width = 1, height = 1;

  g_assert_true (np_photo_size_read (none, &width, &height, &error));
  g_assert_no_error (error);
  g_assert_cmpint (width, ==, 0);
  g_assert_null (decode (none, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/photo-size/huge", test_huge);
  g_test_add_func ("/ui/photo-size/usual", test_usual);
  g_test_add_func ("/ui/photo-size/unknown", test_unknown);
  return g_test_run ();
}
