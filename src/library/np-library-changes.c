#include "library/np-change-search.h"
#include "library/np-change-variant.h"
#include "library/np-library-parts.h"

/**
 * np_library_do:
 * @self: a library
 * @change: what to do
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Does @change and remembers it for undo. When it ends in an error half-way, what was done until then can be undone.
 *
 * Returns: whether all of it was done; it is on disk then
 */
gboolean
np_library_do (NpLibrary *self, NpChange *change, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && NP_IS_CHANGE (change), FALSE);

  if (!np_library_is_writable (self, error))
    return FALSE;
  ok = np_editor_do (np_library_get_editor (self), change, error);
  if (np_change_is_of_searches (change))
    np_library_tell_searches (self);
  else
    np_library_tell_changed (self, np_change_is_of_topics (change));
  return ok;
}

/* Runs in the worker. */
static void
do_work (gpointer owner, gpointer data)
{
  NpLibrary *self = owner;
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (np_library_do (self, g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * np_library_do_async:
 * @self: a library
 * @change: what to do
 * @cancellable: (nullable): makes the callback say "cancelled"; the change is done all the same
 * @callback: (scope async) (nullable): called when it is done
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_do(). Changes are done in the order in which they were asked for.
 */
void
np_library_do_async (NpLibrary *self, NpChange *change, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NP_IS_LIBRARY (self) && NP_IS_CHANGE (change));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_library_do_async);
  g_task_set_task_data (task, g_object_ref (change), g_object_unref);
  np_library_push_work (self, do_work, task);
}

/**
 * np_library_do_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether all of the change was done
 */
gboolean
np_library_do_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static NpChange *
step (NpLibrary *self, gboolean backwards, GError **error)
{
  NpChange *change;

  if (!np_library_is_writable (self, error))
    return NULL;
  change = np_editor_step (np_library_get_editor (self), backwards, error);
  if (change != NULL && np_change_is_of_searches (change))
    np_library_tell_searches (self);
  else
    np_library_tell_changed (self, TRUE);
  return change;
}

/**
 * np_library_undo:
 * @self: a library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Takes back the last change.
 *
 * Returns: (transfer full) (nullable): the change; `NULL` without @error when there is none
 */
NpChange *
np_library_undo (NpLibrary *self, GError **error)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return step (self, TRUE, error);
}

/**
 * np_library_redo:
 * @self: a library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Does the change again that was undone last.
 *
 * Returns: (transfer full) (nullable): the change; `NULL` without @error when there is none
 */
NpChange *
np_library_redo (NpLibrary *self, GError **error)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return step (self, FALSE, error);
}

static void
step_work (gpointer owner, gpointer data)
{
  NpLibrary *self = owner;
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  NpChange *change = step (self, GPOINTER_TO_INT (g_task_get_task_data (task)), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, change, g_object_unref);
}

static void
step_async (NpLibrary *self, gboolean backwards, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, step_async);
  g_task_set_task_data (task, GINT_TO_POINTER (backwards), NULL);
  np_library_push_work (self, step_work, task);
}

/**
 * np_library_undo_async:
 * @self: a library
 * @callback: (scope async) (nullable): called when it is done; ends with np_library_undo_finish()
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_undo().
 */
void
np_library_undo_async (NpLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  step_async (self, TRUE, callback, user_data);
}

/**
 * np_library_redo_async:
 * @self: a library
 * @callback: (scope async) (nullable): called when it is done; ends with np_library_undo_finish()
 * @user_data: for @callback
 *
 * The asynchronous form of np_library_redo().
 */
void
np_library_redo_async (NpLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  step_async (self, FALSE, callback, user_data);
}

/**
 * np_library_undo_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the change; `NULL` without @error when there was none
 */
NpChange *
np_library_undo_finish (NpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *id;
  double place;
  gboolean read;
} Place;

/* Runs in the worker. */
static void
place_work (gpointer owner, gpointer data)
{
  NpLibrary *self = owner;
  Place *place = data;

  if (np_editor_set_place (np_library_get_editor (self), place->id, place->place, place->read))
    np_library_tell_changed (self, FALSE);
  g_free (place->id);
  g_free (place);
}

/**
 * np_library_set_place:
 * @self: a library
 * @id: the id of a story
 * @place: how far it was read, 0–1
 * @read: whether it counts as read from now on; `FALSE` leaves that as it is
 *
 * Keeps the place where somebody is in a story, in the background. A library that was closed keeps none: the window may
 * outlive it for a moment.
 */
void
np_library_set_place (NpLibrary *self, const char *id, double place, gboolean read)
{
  Place *data;

  g_return_if_fail (NP_IS_LIBRARY (self) && id != NULL);

  if (!np_library_is_open (self) || !np_library_is_writable (self, NULL))
    return;
  data = g_new0 (Place, 1);
  data->id = g_strdup (id);
  data->place = CLAMP (place, 0, 1);
  data->read = read;
  np_library_push_work (self, place_work, data);
}

/**
 * np_library_get_undo:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the change that undo would take back; lent until "history-changed"
 */
NpChange *
np_library_get_undo (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_editor_get_next (np_library_get_editor (self), TRUE);
}

/**
 * np_library_get_redo:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the change that redo would do again; lent until "history-changed"
 */
NpChange *
np_library_get_redo (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_editor_get_next (np_library_get_editor (self), FALSE);
}
