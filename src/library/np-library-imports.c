/* The imports of NpLibrary that outlive a window. */
#include "library/np-import-pending.h"
#include "library/np-library-parts.h"

static char *
dup_pending_path (NpLibrary *self)
{
  return g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (self), "imports", NULL);
}

/**
 * np_library_keep_imports:
 * @self: a library that is about to be closed
 * @started: whether it is the window's; a command that is broken off is not to be taken up by the window
 *
 * Keeps the imports that have not ended for the next time.
 */
void
np_library_keep_imports (NpLibrary *self, gboolean started)
{
  g_autofree char *path = NULL;

  if (!started || !np_library_is_open (self) || !np_library_is_writable (self, NULL))
    return;
  path = dup_pending_path (self);
  np_import_pending_keep (np_library_get_queue (self), path);
}

/**
 * np_library_resume_imports:
 * @self: a library that was just opened
 *
 * Begins anew the imports that np_library_keep_imports() kept.
 */
void
np_library_resume_imports (NpLibrary *self)
{
  g_autofree char *path = dup_pending_path (self);

  np_import_queue_set_patient (np_library_get_queue (self), TRUE);
  if (np_library_is_writable (self, NULL))
    np_import_pending_resume (np_library_get_queue (self), path);
}
