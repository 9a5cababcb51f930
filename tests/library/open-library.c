#include "open-library.h"

/* Milliseconds until what still holds a library will hold it for ever. */
#define MOMENTS 10000

/**
 * open_library:
 * @folder: (nullable): where, or %NULL for the folder `library` of the test's own data
 *
 * Gives: (transfer full): the library there, its index up to date.
 */
NpLibrary *
open_library (const char *folder)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GError) error = NULL;
  NpLibrary *library = np_library_open (folder != NULL ? folder : usual, NP_LIBRARY_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (np_library_refresh (library, FALSE, NULL, &error));
  g_assert_no_error (error);
  return library;
}

/**
 * close_library:
 * @library: (transfer full): a library
 *
 * Closes it; nothing may be left that holds it. The thread of a call that has ended lets go of it only after the
 * callback was called.
 */
void
close_library (NpLibrary *library)
{
  GWeakRef weak;
  gpointer held = NULL;

  np_library_close (library);
  g_weak_ref_init (&weak, library);
  g_object_unref (library);
  for (guint i = 0; i < MOMENTS && (held = g_weak_ref_get (&weak)) != NULL; i++)
    {
      g_object_unref (held);
      g_usleep (1000);
    }
  g_assert_null (held);
  g_weak_ref_clear (&weak);
}
