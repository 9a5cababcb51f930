#include "base/np-photo-header.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

static const struct
{
  const char *name;
  const char *data;
  gsize size;
  const char *extension; /* NULL: no photo */
  guint width, height;
} rows[] = {
  { "png", BYTES ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x03\xE0\0\0\x02\x2E\x08\x02\0\0\0"), "png", 992, 558 },
  { "png-cut", BYTES ("\x89PNG\r\n\x1A\n\0\0\0\r"), "png", 0, 0 },
  { "gif", BYTES ("GIF89a\x40\x01\xF0\0\x80\0\0"), "gif", 320, 240 },
  { "jpeg",
    BYTES ("\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xC0\0\x11\x08\x02\x2E\x03\xE0\x03\x01\x22\0"),
    "jpg", 992, 558 },
  { "jpeg-endless-segments", BYTES ("\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\0\xFF\xE0\0\0\xFF\xE0\0\0"), "jpg", 0, 0 },
  { "jpeg-segment-past-end", BYTES ("\xFF\xD8\xFF\xE0\xFF\xFFJFIF\0\x01\x01\0\0\x01"), "jpg", 0, 0 },
  { "webp-vp8x", BYTES ("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xDF\x03\0\x2D\x02\0\0\0"), "webp", 992, 558 },
  { "webp-cut", BYTES ("RIFF\0\0\0\0WEBPVP8X\x0A"), "webp", 0, 0 },
  { "svg", BYTES ("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"), "svg", 0, 0 },
  { "html", BYTES ("<!DOCTYPE html><title>404</title>"), NULL, 0, 0 },
  { "text", BYTES ("not a photo, whatever it says"), NULL, 0, 0 },
  { "short", BYTES ("\xFF\xD8\xFF"), NULL, 0, 0 },
  { "empty", BYTES (""), NULL, 0, 0 },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  /* a copy on the heap, so that a read past its end is seen */
  g_autoptr (GBytes) bytes = g_bytes_new (rows[i].data, rows[i].size);
  const char *extension;
  guint width, height;

  g_assert_cmpint (np_photo_header_read (bytes, &extension, &width, &height), ==, rows[i].extension != NULL);
  g_assert_cmpstr (extension, ==, rows[i].extension);
  g_assert_cmpuint (width, ==, rows[i].width);
  g_assert_cmpuint (height, ==, rows[i].height);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/photo-header/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
