/* The imports of NpLibrary that outlive a window. */
#include "library/np-import-pending.h"
#include "library/np-library-parts.h"

static char *
dup_pending_path (NpLibrary *self)
{
  return g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (self), "imports", NULL);
}

static GQuark
keeper_quark (void)
{
  return g_quark_from_static_string ("np-library-import-keeper");
}

/**
 * np_library_keep_imports:
 * @self: a library that is about to be closed
 *
 * Keeps the imports that have not ended for the next time, if np_library_resume_imports() was called: a command that is
 * broken off is not to be taken up by the window.
 */
void
np_library_keep_imports (NpLibrary *self)
{
  np_import_keeper_free (g_object_steal_qdata (G_OBJECT (self), keeper_quark ()));
}

/**
 * np_library_resume_imports:
 * @self: a library that was just opened
 *
 * Begins anew the imports that had not ended the last time, and keeps from now on what comes in.
 */
void
np_library_resume_imports (NpLibrary *self)
{
  g_autofree char *path = dup_pending_path (self);
  NpImportQueue *queue = np_library_get_queue (self);

  np_import_queue_set_patient (queue, TRUE);
  if (!np_library_is_writable (self, NULL))
    return;
  np_import_pending_resume (queue, path);
  g_object_set_qdata (G_OBJECT (self), keeper_quark (), np_import_keeper_new (queue, path));
}

/**
 * np_library_set_photos:
 * @self: a library
 * @photos: whether the photos of stories are saved with them; they are unless it is set
 *
 * Of imports that begin from now on. Captions and credits come either way.
 */
void
np_library_set_photos (NpLibrary *self, gboolean photos)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  np_import_queue_set_photos (np_library_get_queue (self), photos);
}

/**
 * np_library_wait_for_network:
 * @self: a library
 *
 * From now on imports wait when there is no network, however long that takes, and go on when there is one. Otherwise
 * they fail, unless np_library_resume_imports() was called.
 */
void
np_library_wait_for_network (NpLibrary *self)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  np_import_queue_set_patient (np_library_get_queue (self), TRUE);
}
