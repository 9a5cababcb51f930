#include "json/np-json-article.h"
#include "json/np-json-library.h"
#include "json/np-json-path.h"

#include <string.h>

#define ID "3f2a9c1e-0000-4000-8000-000000000001"

static void
test_read (void)
{
  static const struct
  {
    const char *text, *id, *unknown;
    guint version;
    int code; /* -1 = none */
  } rows[] = {
    { "{\"format\": \"newsprint-library\", \"version\": 1, \"id\": \"" ID "\"}", ID, NULL, 1, -1 },
    { "{\"id\": \"3F2A9C1E-0000-4000-8000-000000000001\", \"format\": \"newsprint-library\"}", ID, NULL, 0, -1 },
    { "\xef\xbb\xbf{\"format\": \"newsprint-library\", \"version\": 9, \"id\": \"" ID "\", \"x\": [1]}", ID,
      "{\"x\": [1]}", 9, -1 },
    { "{\"format\": \"newsprint-library\", \"version\": 1}", NULL, NULL, 0, NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-library\", \"version\": 1, \"id\": \"x\"}", NULL, NULL, 0, NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-article\", \"id\": \"" ID "\"}", NULL, NULL, 0, NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-library\", \"version\": [], \"id\": \"" ID "\"}", NULL, NULL, 0, NP_JSON_ERROR_FORMAT },
    { "", NULL, NULL, 0, NP_JSON_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text)), again = NULL;
      g_autofree char *id = NULL, *unknown = NULL;
      g_autoptr (GError) error = NULL;
      guint version;

      g_test_message ("row %u", i);
      if (rows[i].code >= 0)
        {
          g_assert_false (np_json_library_from_bytes (bytes, &id, &version, &unknown, &error));
          g_assert_error (error, NP_JSON_ERROR, rows[i].code);
          continue;
        }
      g_assert_true (np_json_library_from_bytes (bytes, &id, &version, &unknown, &error));
      g_assert_cmpstr (id, ==, rows[i].id);
      g_assert_cmpstr (unknown, ==, rows[i].unknown);
      g_assert_cmpuint (version, ==, rows[i].version);
      again = np_json_library_to_bytes (id, unknown);
      g_assert_cmpuint (g_bytes_get_size (again), >, 60);
    }
}

static void
test_paths (void)
{
  static const struct
  {
    const char *path, *folder;
    gboolean inside;
  } rows[] = {
    { "media/ab/ab34.jpg", "media", TRUE },
    { "media/x", "media", TRUE },
    { "topics.json", NULL, TRUE },
    { "media/ab/ab34.jpg", "pages", FALSE },
    { "media", "media", FALSE },
    { "media/", "media", FALSE },
    { "media/..", "media", FALSE },
    { "media/../x", "media", FALSE },
    { "media/./x", "media", FALSE },
    { "media//x", "media", FALSE },
    { "/media/x", "media", FALSE },
    { "../media/x", "media", FALSE },
    { "media\\x", NULL, FALSE },
    { "media/a\tb", "media", FALSE },
    { "media/\xff", "media", FALSE },
    { "medial/x", "media", FALSE },
    { "", NULL, FALSE },
    { NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_true (np_json_path_is_inside (rows[i].path, rows[i].folder) == rows[i].inside);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/library/read", test_read);
  g_test_add_func ("/json/library/paths", test_paths);
  return g_test_run ();
}
