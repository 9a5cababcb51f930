/* Which folder is the library when nobody names one, and what its window is called on the bus. */
#include "library/np-library-parts.h"

#include "library/np-library-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
dup_usual_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "newsprint", "library", NULL);
}

/* Holds the path of the folder that was chosen, and a line end. The command line has to know it as well, with and
 * without settings that are installed, so it is a file of its own. */
static char *
dup_choice_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "newsprint", "library", NULL);
}

static char *
dup_chosen_folder (void)
{
  g_autofree char *path = dup_choice_path (), *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';
  if (!g_path_is_absolute (text))
    return NULL;
  return g_canonicalize_filename (text, NULL);
}

/**
 * np_library_dup_default_folder:
 *
 * Returns: (transfer full): where the library is when nothing else is said: what np_library_set_default_folder() set,
 *   else `$XDG_DATA_HOME/newsprint/library`
 */
char *
np_library_dup_default_folder (void)
{
  char *chosen = dup_chosen_folder ();

  return chosen != NULL ? chosen : dup_usual_folder ();
}

/**
 * np_library_set_default_folder:
 * @folder: (nullable): the folder of a library; %NULL for the usual one
 * @error: of `G_FILE_ERROR`
 *
 * Says where the library is from now on, for the window and for the command line. No file of a library is moved.
 *
 * Returns: whether it was noted
 */
gboolean
np_library_set_default_folder (const char *folder, GError **error)
{
  g_autofree char *path = dup_choice_path (), *parent = g_path_get_dirname (path), *usual = dup_usual_folder ();
  g_autofree char *whole = folder != NULL ? g_canonicalize_filename (folder, NULL) : g_strdup (usual);
  g_autofree char *text = g_strconcat (whole, "\n", NULL);

  if (g_str_equal (whole, usual))
    {
      g_unlink (path);
      return TRUE;
    }
  g_mkdir_with_parents (parent, 0700);
  return g_file_set_contents (path, text, -1, error);
}

/**
 * np_library_check_folder:
 * @folder: the folder of a library that is to be opened
 * @error: of `NP_LIBRARY_ERROR`
 *
 * A folder that was chosen held a library then. When it holds none, its drive or share is not there: an empty library
 * made in the place where that would appear would look as if all were lost, and take new stories that nobody finds
 * again.
 *
 * Returns: %FALSE when @folder was chosen and its library is not there
 */
gboolean
np_library_check_folder (const char *folder, GError **error)
{
  g_autofree char *chosen = dup_chosen_folder (), *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *file = g_build_filename (whole, "library.json", NULL);

  if (g_strcmp0 (chosen, whole) != 0 || g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FOLDER, "%s: there is no library any more", whole);
  return FALSE;
}

/**
 * np_library_dup_bus_name:
 * @application_id: the id of the application
 * @folder: the folder of a library
 *
 * Gives the name on the session bus of the window that shows this library. Each library has one of its own; that of
 * np_library_dup_default_folder() is @application_id.
 *
 * Returns: (transfer full): the name
 */
char *
np_library_dup_bus_name (const char *application_id, const char *folder)
{
  g_autofree char *usual = np_library_dup_default_folder ();
  g_autofree char *path = NULL, *sum = NULL;

  g_return_val_if_fail (application_id != NULL && folder != NULL, NULL);

  path = g_canonicalize_filename (folder, NULL);
  if (g_str_equal (path, usual))
    return g_strdup (application_id);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  return g_strdup_printf ("%s.L%.16s", application_id, sum);
}
