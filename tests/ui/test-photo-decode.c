#include "ui/photos/np-photo-decode.h"

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

/* GdkPixbuf finds formats in the system's database of media types, which a test does not see by itself. */
static void
bring_media_types (void)
{
  static const char *const folders[] = { "/usr/share/mime", NULL };

  g_content_type_set_mime_dirs (folders);
}

/* A JPEG with Exif's orientation (JEITA CP-3451, 4.6.4), which comes in the first segment. */
static char *
write_jpeg (int width, int height, guint8 orientation)
{
  const guint8 exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M',         0, 42, 0, 0, 0, 8,
                          0,    1,    1, 18, 0,   3,   0,   0,   0, 1, 0,   orientation, 0, 0,  0, 0, 0, 0 };
  g_autofree char *name = g_strdup_printf ("%d-%d-%u.jpg", width, height, orientation);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GByteArray) jpeg = g_byte_array_new ();
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x204060ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &error, NULL));
  g_byte_array_append (jpeg, (const guint8 *) data, 2);
  g_byte_array_append (jpeg, exif, sizeof exif);
  g_byte_array_append (jpeg, (const guint8 *) data + 2, (guint) size - 2);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, (const char *) jpeg->data, jpeg->len, NULL));
  return path;
}

/* No larger than it is shown, never larger than it is, and what it is itself is told. */
static void
test_scaled (void)
{
  const struct
  {
    const char *name;
    int width, height; /* in the file */
    guint8 orientation;
    int wanted;
    int shown_width, shown_height, own_width, own_height;
  } rows[] = {
    { "as it is", 300, 200, 1, 300, 300, 200, 300, 200 },
    { "smaller", 300, 200, 1, 150, 150, 100, 300, 200 },
    { "not larger", 300, 200, 1, 900, 300, 200, 300, 200 },
    { "as wide as any screen", 300, 200, 1, 0, 300, 200, 300, 200 },
    { "upside down", 300, 200, 3, 150, 150, 100, 300, 200 },
    { "on its side", 300, 200, 6, 100, 100, 150, 200, 300 },
    { "on its side, wide enough", 300, 200, 6, 250, 200, 300, 200, 300 },
    { "on its side, high", 200, 300, 8, 240, 240, 160, 300, 200 },
  };

  bring_media_types ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *file = write_jpeg (rows[i].width, rows[i].height, rows[i].orientation);
      g_autoptr (GdkTexture) texture = NULL;
      g_autoptr (GError) error = NULL;
      int width, height;

      g_test_message ("%s", rows[i].name);
      texture = decode_for (file, rows[i].wanted, &width, &height, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, rows[i].shown_width);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, rows[i].shown_height);
      g_assert_cmpint (width, ==, rows[i].own_width);
      g_assert_cmpint (height, ==, rows[i].own_height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/photo-decode/scaled", test_scaled);
  return g_test_run ();
}
