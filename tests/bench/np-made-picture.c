#include "np-made-story.h"

#include <gio/gio.h>

#define WIDTH  496
#define HEIGHT 279

static guint32
crc_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
  return ~crc;
}

static void
add_number (GByteArray *png, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (png, (const guint8 *) &big, sizeof big);
}

static void
add_chunk (GByteArray *png, const char *type, const guint8 *data, gsize length)
{
  guint from;

  add_number (png, (guint32) length);
  from = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, data, (guint) length);
  add_number (png, crc_of (png->data + from, png->len - from));
}

/* Three colours that run into each other, a filter byte before each line. */
static GBytes *
draw (guint number)
{
  GByteArray *lines = g_byte_array_new ();

  for (guint y = 0; y < HEIGHT; y++)
    {
      guint8 filter = 0;

      g_byte_array_append (lines, &filter, 1);
      for (guint x = 0; x < WIDTH; x++)
        {
          guint8 pixel[] = { (guint8) (x * 255 / WIDTH + number * 37), (guint8) (y * 255 / HEIGHT + number * 91),
                             (guint8) ((x + y) / 3 + number * 53) };

          g_byte_array_append (lines, pixel, sizeof pixel);
        }
    }
  return g_byte_array_free_to_bytes (lines);
}

/**
 * np_made_picture:
 * @number: which one
 *
 * Returns: (transfer full): a PNG file (ISO/IEC 15948)
 */
GBytes *
np_made_picture (guint number)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  static const guint8 format[] = { 0, 0, WIDTH >> 8, WIDTH & 255, 0, 0, HEIGHT >> 8, HEIGHT & 255, 8, 2, 0, 0, 0 };
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GBytes) lines = draw (number);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (packed, G_CONVERTER (compressor));

  g_output_stream_write_all (stream, g_bytes_get_data (lines, NULL), g_bytes_get_size (lines), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  g_byte_array_append (png, signature, sizeof signature);
  add_chunk (png, "IHDR", format, sizeof format);
  add_chunk (png, "IDAT", g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (packed)),
             g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (packed)));
  add_chunk (png, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (png);
}
