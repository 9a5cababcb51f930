#include "library/np-trash.h"

#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-trash-run.h"

static gboolean
propagate (GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, np_library_error_take (local));
  return FALSE;
}

/**
 * np_trash_delete:
 * @library: a library
 * @ids: (nullable): stories in the trash, %NULL for everything that is in it
 * @result: (out): what went, also when it ends in an error half-way
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Removes stories in the trash for good, with the photos and pages that no other story names. This cannot be undone;
 * what was done with those stories before is passed over by undo. Blocking; others can change the library while it
 * looks for what the other stories name.
 *
 * Returns: whether all of it is gone
 */
gboolean
np_trash_delete (NpLibrary *library, const char *const *ids, NpTrashResult *result, GError **error)
{
  g_autoptr (NpTrashRun) run = NULL;
  GError *local = NULL;
  NpCatalog *catalog;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && result != NULL, FALSE);

  *result = (NpTrashResult){ 0 };
  if (!np_library_is_writable (library, error))
    return FALSE;
  catalog = np_library_get_catalog (library);
  run = np_trash_run_new (catalog, ids);
  if (np_trash_run_look (run, NULL, &local))
    {
      np_catalog_hold (catalog);
      if (np_trash_run_look (run, NULL, &local))
        np_trash_run_delete (run, result, &local);
      np_catalog_release (catalog);
    }
  np_library_tell_changed (library, FALSE);
  return propagate (local, error);
}

/**
 * np_trash_weigh:
 * @library: a library
 * @ids: (nullable): stories in the trash, %NULL for everything that is in it
 * @result: (out): what np_trash_delete() would remove
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Blocking: it reads what every other story names.
 *
 * Returns: whether it is known
 */
gboolean
np_trash_weigh (NpLibrary *library, const char *const *ids, NpTrashResult *result, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (NpTrashRun) run = NULL;
  GError *local = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && result != NULL, FALSE);

  *result = (NpTrashResult){ 0 };
  run = np_trash_run_new (np_library_get_catalog (library), ids);
  if (np_trash_run_look (run, cancellable, &local))
    np_trash_run_weigh (run, result);
  return propagate (local, error);
}

/* What a task is about, and what came of it. */
typedef struct
{
  char **ids; /* (nullable) */
  NpTrashResult result;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_strfreev (work->ids);
  g_free (work);
}

static GTask *
new_task (NpLibrary *library, const char *const *ids, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->ids = g_strdupv ((char **) ids);
  g_task_set_task_data (task, work, work_free);
  return task;
}

static gboolean
finish (NpLibrary *library, GAsyncResult *result, NpTrashResult *record, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  if (record != NULL)
    *record = ((Work *) g_task_get_task_data (G_TASK (result)))->result;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Runs in the worker. */
static void
delete_work (gpointer owner, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (np_trash_delete (owner, (const char *const *) work->ids, &work->result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * np_trash_delete_async:
 * @library: a library
 * @ids: (nullable): stories in the trash, %NULL for everything that is in it
 * @callback: (scope async) (nullable): called when they are gone
 * @user_data: for @callback
 *
 * The asynchronous form of np_trash_delete(). It has its turn among the changes, and cannot be stopped.
 */
void
np_trash_delete_async (NpLibrary *library, const char *const *ids, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NP_IS_LIBRARY (library));

  task = new_task (library, ids, NULL, callback, user_data);
  g_task_set_source_tag (task, np_trash_delete_async);
  if (np_library_push_work (library, delete_work, task))
    return;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the library is closed");
  g_object_unref (task);
}

/**
 * np_trash_delete_finish:
 * @library: a library
 * @result: what the callback was given
 * @gone: (out) (optional): what went, also with an error
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether all of it is gone
 */
gboolean
np_trash_delete_finish (NpLibrary *library, GAsyncResult *result, NpTrashResult *gone, GError **error)
{
  return finish (library, result, gone, error);
}

static void
weigh_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (np_trash_weigh (source, (const char *const *) work->ids, &work->result, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * np_trash_weigh_async:
 * @library: a library
 * @ids: (nullable): stories in the trash, %NULL for everything that is in it
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is known
 * @user_data: for @callback
 *
 * The asynchronous form of np_trash_weigh().
 */
void
np_trash_weigh_async (NpLibrary *library, const char *const *ids, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NP_IS_LIBRARY (library));

  task = new_task (library, ids, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_trash_weigh_async);
  g_task_run_in_thread (task, weigh_thread);
}

/**
 * np_trash_weigh_finish:
 * @library: a library
 * @result: what the callback was given
 * @would_go: (out) (optional): what np_trash_delete() would remove
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: whether it is known
 */
gboolean
np_trash_weigh_finish (NpLibrary *library, GAsyncResult *result, NpTrashResult *would_go, GError **error)
{
  return finish (library, result, would_go, error);
}
