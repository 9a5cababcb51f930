/* The imports of NpLibrary: stories on their way in, and new versions of those that are there. */
#include "library/np-import-pending.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-local-file.h"

#include "base/np-uri.h"

/**
 * np_library_import_saved:
 * @task: what was imported
 * @result: what became of it
 * @user_data: the library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Makes an import a change that can be undone. A story that was saved before comes out of the trash, unless it was only
 * asked whether there is a new version of it, and gets the topic and the new version. Runs in the thread of the import.
 *
 * Returns: whether what was to be saved is on disk
 */
gboolean
np_library_import_saved (const NpImportTask *task, const NpImportResult *result, gpointer user_data, GError **error)
{
  NpLibrary *self = user_data;
  const char *ids[] = { result->story_id, NULL };
  g_autoptr (NpChange) change = NULL, update = NULL;
  gboolean ok = TRUE;

  if (result->added != NULL)
    np_editor_note_added (np_library_get_editor (self), result->added);
  if (result->was_trashed && task->story == NULL)
    {
      change = np_change_new_for_stories (NP_CHANGE_RESTORE, ids);
      np_editor_do (np_library_get_editor (self), change, NULL);
    }
  if (result->already && task->topic != NULL)
    {
      g_autoptr (NpChange) topic = np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, task->topic, ids);

      np_editor_do (np_library_get_editor (self), topic, NULL);
    }
  if (result->update != NULL)
    {
      update = np_change_new_update (result->update);
      ok = np_editor_do (np_library_get_editor (self), update, error);
    }
  np_library_tell_changed (self, FALSE);
  return ok;
}

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

static NpImport *
add_import (NpLibrary *self, const NpImportTask *task, const char *title)
{
  g_autoptr (GError) reason = NULL;

  if (!np_library_is_writable (self, &reason))
    return np_import_queue_add_failed (np_library_get_queue (self), task, title, reason);
  return np_import_queue_add (np_library_get_queue (self), task, title);
}

static NpImport *
add_url (NpLibrary *self, const char *url, const char *topic, gboolean again)
{
  g_autofree char *referrer = np_library_dup_referring_feed (self, url);

  return add_import (
      self, &(NpImportTask){ .url = (char *) url, .referrer = referrer, .topic = (char *) topic, .again = again },
      NULL);
}

static NpImport *
add_file (NpLibrary *self, const char *file, const char *topic, gboolean again)
{
  g_autoptr (GFile) source = np_local_file_new (file);
  g_autofree char *title = g_file_get_basename (source);

  return add_import (self, &(NpImportTask){ .file = (char *) file, .topic = (char *) topic, .again = again }, title);
}

/**
 * np_library_set_fetch_timeout:
 * @self: a library that imports nothing yet
 * @seconds: how long a site may send nothing, at least 1; 30 unless it is set
 */
void
np_library_set_fetch_timeout (NpLibrary *self, guint seconds)
{
  g_return_if_fail (NP_IS_LIBRARY (self) && seconds > 0);

  np_import_queue_set_fetch_timeout (np_library_get_queue (self), seconds);
}

/**
 * np_library_import_url:
 * @self: a library
 * @url: the address of a page
 * @topic: (nullable): the key of a topic the story gets
 *
 * Starts to save the story at @url. An address that is on its way already is not fetched twice.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_import_url (NpLibrary *self, const char *url, const char *topic)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && url != NULL, NULL);

  return add_url (self, url, topic, FALSE);
}

/**
 * np_library_import_file:
 * @self: a library
 * @file: a path, or a file: address
 * @topic: (nullable): the key of a topic the story gets
 *
 * Starts to save the story in @file: a page or a text.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_import_file (NpLibrary *self, const char *file, const char *topic)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && file != NULL, NULL);

  return add_file (self, file, topic, FALSE);
}

/**
 * np_library_update_url:
 * @self: a library
 * @url: the address of a page
 * @topic: (nullable): the key of a topic the story gets
 *
 * Does as np_library_import_url(); a story that was saved before gets the version of it that the page has now, if a
 * reader would see a difference. The former text is kept, what the user put right stays, and undo takes it back.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_update_url (NpLibrary *self, const char *url, const char *topic)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && url != NULL, NULL);

  return add_url (self, url, topic, TRUE);
}

/**
 * np_library_update_file:
 * @self: a library
 * @file: a path, or a file: address
 * @topic: (nullable): the key of a topic the story gets
 *
 * Does for a page in a file what np_library_update_url() does for an address.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_update_file (NpLibrary *self, const char *file, const char *topic)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && file != NULL, NULL);

  return add_file (self, file, topic, TRUE);
}

/**
 * np_library_update_story:
 * @self: a library
 * @id: the id of a story
 *
 * Fetches the page of a story again, as np_library_update_url(). One that is in the trash stays there. A story that did
 * not come from the web cannot be fetched again: the import has failed then.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_update_story (NpLibrary *self, const char *id)
{
  g_autoptr (NpStory) story = NULL;
  g_autoptr (GError) reason = NULL;
  NpImportTask task = { .again = TRUE, .story = (char *) id };
  const char *headline;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && id != NULL, NULL);

  story = np_library_find_story (self, id, &reason);
  headline = story != NULL ? np_story_get_headline (story) : NULL;
  task.url = story != NULL ? (char *) np_story_get_url (story) : NULL;
  if (story != NULL && !np_uri_is_web (task.url))
    g_set_error (&reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_BAD_ADDRESS, "the story did not come from the web");
  if (reason != NULL)
    return np_import_queue_add_failed (np_library_get_queue (self), &task, headline, reason);
  return add_import (self, &task, headline);
}

/**
 * np_library_import_bytes:
 * @self: a library
 * @bytes: a text or a page in UTF-8
 * @content_type: "text/plain" or "text/html"
 * @title: (nullable): what to call it until its headline is known
 * @topic: (nullable): the key of a topic the story gets
 *
 * Starts to save a story that was pasted or read from somewhere.
 *
 * Returns: (transfer none): the import; it stays in np_library_get_imports() until np_library_forget_import()
 */
NpImport *
np_library_import_bytes (NpLibrary *self, GBytes *bytes, const char *content_type, const char *title, const char *topic)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && bytes != NULL, NULL);

  return add_import (
      self, &(NpImportTask){ .bytes = bytes, .content_type = (char *) content_type, .topic = (char *) topic }, title);
}

/**
 * np_library_import_again:
 * @self: a library
 * @import: an import that failed or was cancelled
 *
 * Tries @import once more; it leaves the list, its successor takes its place at the end.
 *
 * Returns: (transfer none): the new import
 */
NpImport *
np_library_import_again (NpLibrary *self, NpImport *import)
{
  g_autoptr (NpImport) old = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && NP_IS_IMPORT (import), NULL);

  old = g_object_ref (import);
  np_import_queue_remove (np_library_get_queue (self), old);
  return add_import (self, np_import_get_task (old), np_import_get_title (old));
}

/**
 * np_library_get_imports:
 * @self: a library
 *
 * Returns: (transfer none): a list of NpImport, oldest first
 */
GListModel *
np_library_get_imports (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_import_queue_get_imports (np_library_get_queue (self));
}

/**
 * np_library_forget_import:
 * @self: a library
 * @import: one of its imports; stopped if it still runs
 *
 * Takes @import off the list.
 */
void
np_library_forget_import (NpLibrary *self, NpImport *import)
{
  g_return_if_fail (NP_IS_LIBRARY (self) && NP_IS_IMPORT (import));

  np_import_queue_remove (np_library_get_queue (self), import);
}
