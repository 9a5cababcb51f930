/* Which folder is the library: the usual one, the one that was chosen, and one whose drive is not there. */
#include "library/np-library-error.h"
#include "library/np-library.h"

#include <glib/gstdio.h>

static char *
dup_usual (void)
{
  return g_build_filename (g_get_user_data_dir (), "newsprint", "library", NULL);
}

static void
write_choice (const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "newsprint", NULL);
  g_autofree char *file = g_build_filename (folder, "library", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static const struct
{
  const char *name;
  const char *text;   /* of the file that holds the choice */
  const char *folder; /* NULL: the usual one */
} rows[] = {
  { "a folder", "/somewhere/else\n", "/somewhere/else" },
  { "without a line end", "/somewhere/else", "/somewhere/else" },
  { "not straight", "/somewhere/../there//else/\n", "/there/else" },
  { "with spaces and letters", "/Größe von A\n", "/Größe von A" },
  { "empty", "", NULL },
  { "not whole", "else\n", NULL },
  { "a line end", "\n", NULL },
};

static void
test_read (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *usual = dup_usual (), *folder = NULL, *name = NULL;

  write_choice (rows[i].text);
  folder = np_library_dup_default_folder ();
  g_assert_cmpstr (folder, ==, rows[i].folder != NULL ? rows[i].folder : usual);
  name = np_library_dup_bus_name ("org.example.Test", folder);
  g_assert_cmpstr (name, ==, "org.example.Test");
  if (rows[i].folder == NULL)
    return;
  g_free (name);
  name = np_library_dup_bus_name ("org.example.Test", usual);
  g_assert_true (g_str_has_prefix (name, "org.example.Test.L"));
}

static void
test_set (void)
{
  g_autofree char *usual = dup_usual (), *other = g_build_filename (g_get_user_data_dir (), "other", NULL);
  g_autofree char *before = np_library_dup_default_folder (), *between = NULL, *after = NULL;

  g_assert_cmpstr (before, ==, usual);
  g_assert_true (np_library_set_default_folder (other, NULL));
  between = np_library_dup_default_folder ();
  g_assert_cmpstr (between, ==, other);
  g_assert_true (np_library_set_default_folder (NULL, NULL));
  after = np_library_dup_default_folder ();
  g_assert_cmpstr (after, ==, usual);
}

static void
test_away (void)
{
  g_autofree char *drive = g_build_filename (g_get_user_data_dir (), "drive", NULL);
  g_autofree char *other = g_build_filename (drive, "library", NULL);
  g_autofree char *away = g_build_filename (g_get_user_data_dir (), "away", NULL);
  g_autoptr (GError) error = NULL;
  NpLibrary *library = np_library_open (other, NP_LIBRARY_NONE, &error);

  g_assert_no_error (error);
  np_library_close (library);
  g_object_unref (library);
  g_assert_true (np_library_set_default_folder (other, NULL));
  g_assert_cmpint (g_rename (drive, away), ==, 0);
  library = np_library_open (other, NP_LIBRARY_NONE, &error);
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FOLDER);
  g_assert_null (library);
  g_clear_error (&error);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS)); /* nothing was made in its place */
  library = np_library_open (NULL, NP_LIBRARY_NONE, &error);
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FOLDER);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (away, drive), ==, 0);
  library = np_library_open (NULL, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (np_library_get_folder (library), ==, other);
  np_library_close (library);
  g_object_unref (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/folder/read/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_read);
    }
  g_test_add_func ("/folder/set", test_set);
  g_test_add_func ("/folder/away", test_away);
  return g_test_run ();
}
