#include "extract/np-charset.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gssize length; /* -1: up to the zero byte */
  const char *transport;
  const char *expected;
} Row;

static const Row rows[] = {
  { "plain", "hello", -1, NULL, "hello" },
  { "utf-8 without a word",
    "Gr\xC3\xBC\xC3\x9F"
    "e",
    -1, NULL, "Grüße" },
  { "utf-8 mark",
    "\xEF\xBB\xBF"
    "caf\xC3\xA9",
    -1, "iso-8859-1", "café" },
  { "utf-16le mark",
    "\xFF\xFE"
    "h\0i\0",
    6, NULL, "hi" },
  { "utf-16be mark",
    "\xFE\xFF"
    "\0h\0i",
    6, "utf-8", "hi" },
  { "transport", "\xEF\xF0\xE8\xE2\xE5\xF2", -1, "windows-1251", "привет" },
  { "transport says latin1, means windows-1252", "\x93quoted\x94", -1, "ISO-8859-1", "“quoted”" },
  { "transport beats meta", "<meta charset=windows-1250>\xEF\xF0\xE8", -1, "windows-1251",
    "<meta charset=windows-1250>при" },
  { "meta charset", "<meta charset=\"windows-1251\">\xEF\xF0\xE8", -1, NULL, "<meta charset=\"windows-1251\">при" },
  { "meta http-equiv", "<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\x93\xFA\x96{", -1, NULL,
    "<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>日本" },
  { "xml declaration", "<?xml version='1.0' encoding='iso-8859-2'?>\xB1", -1, NULL,
    "<?xml version='1.0' encoding='iso-8859-2'?>ą" },
  { "meta lies, bytes are utf-8", "<meta charset=iso-8859-1>na\xC3\xAFve", -1, NULL, "<meta charset=iso-8859-1>naïve" },
  { "transport claims utf-8, bytes deny it", "caf\xE9 \x96 na\xEFve", -1, "utf-8", "café – naïve" },
  { "nothing said", "caf\xE9", -1, NULL, "café" },
  { "language tells", "<html lang=ru>\xEF\xF0\xE8", -1, NULL, "<html lang=ru>при" },
  { "unknown label", "caf\xE9", -1, "x-no-such-thing", "café" },
  { "one broken byte in utf-8", "\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4\xFF!", -1, NULL, "äöüßä\xEF\xBF\xBD!" },
  { "broken in the middle", "\xE2\x82 \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", -1,
    "utf-8", "\xEF\xBF\xBD ééééééééé" },
  { "zero bytes", "a\0b", 3, NULL, "ab" },
  { "empty", "", 0, NULL, "" },
  { "cut meta", "<meta charset", -1, NULL, "<meta charset" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gsize length;
  g_autofree char *text = np_charset_decode (row->bytes, row->length < 0 ? strlen (row->bytes) : (gsize) row->length,
                                             row->transport, TRUE, &length);

  g_assert_cmpstr (text, ==, row->expected);
  g_assert_cmpuint (length, ==, strlen (row->expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/charset/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
