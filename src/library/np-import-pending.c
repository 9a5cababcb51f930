#include "library/np-import-pending.h"

#include "library/np-import-state.h"
#include "library/np-library-error.h"
#include "library/np-work-queue.h"

#include <glib/gstdio.h>
#include <string.h>

/* url, file, bytes, content type, topic, title; code and words of the error of one that failed; referrer */
#define IMPORT_VARIANT  "(msmsmaymsmsmsmsmsms)"
#define PENDING_VARIANT "(ua" IMPORT_VARIANT ")"
#define PENDING_VERSION 3

/* What each version writes: the first had no errors, the second no referrers. */
static const char *const variants[] = { NULL, "(ua(msmsmaymsmsms))", "(ua(msmsmaymsmsmsmsms))", PENDING_VARIANT };

G_STATIC_ASSERT (G_N_ELEMENTS (variants) == PENDING_VERSION + 1);

/* Milliseconds until the file no longer has what has ended. */
#define ENDED_PAUSE 1000

/* Where this version keeps its own: what a later one kept there stays for that one. */
static char *
dup_own_path (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;
  guint version = 0;

  if (g_file_get_contents (path, &data, &length, NULL) && length >= sizeof version)
    memcpy (&version, data, sizeof version);
  return version > PENDING_VERSION && version < 0x10000 ? g_strdup_printf ("%s.%u", path, PENDING_VERSION)
                                                        : g_strdup (path);
}

static GVariant *
import_to_variant (NpImport *import)
{
  const NpImportTask *task = np_import_get_task (import);
  const GError *error = np_import_get_error (import);
  GVariant *bytes =
      task->bytes != NULL ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, task->bytes, TRUE) : NULL;

  return g_variant_new ("(msms@maymsmsmsmsmsms)", task->url, task->file,
                        g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, bytes), task->content_type, task->topic,
                        np_import_get_title (import), error != NULL ? np_library_error_to_code (error) : NULL,
                        error != NULL ? error->message : NULL, task->referrer);
}

/* One that failed stays in the list until the user dismisses it: what could not be saved is not forgotten either. That
 * a new version was looked for is not kept: it is nothing that would be lost. */
static gboolean
is_pending (NpImport *import)
{
  if (np_import_get_task (import)->again)
    return FALSE;
  if (np_import_get_step (import) == NP_IMPORT_FAILED)
    return TRUE;
  return np_import_is_running (import) && !g_cancellable_is_cancelled (np_import_get_cancellable (import));
}

/* Those that are not saved, NULL when all are. */
static GVariant *
list_pending (GListModel *imports)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" IMPORT_VARIANT));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (imports, i);

      if (!is_pending (import))
        continue;
      g_variant_builder_add_value (&builder, import_to_variant (import));
      n++;
    }
  if (n > 0)
    return g_variant_ref_sink (g_variant_new (PENDING_VARIANT, PENDING_VERSION, &builder));
  g_variant_builder_clear (&builder);
  return NULL;
}

/* Safe from any thread. @pending may be NULL: then there is to be no file. */
static void
write_pending (GVariant *pending, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (pending == NULL)
    {
      g_unlink (path);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, g_variant_get_data (pending), (gssize) g_variant_get_size (pending),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_message ("the imports that had not ended cannot be kept: %s", error->message);
}

/* Writes the file whenever imports come and end. */
struct _NpImportKeeper
{
  NpImportQueue *queue;
  GPtrArray *imports; /* what is listened to: as the queue's list, which does not say what was removed from it */
  char *path;
  NpWorkQueue *work; /* writes, one after the other */
  guint source;      /* will write; 0 = nothing has changed */
  gboolean soon;     /* as soon as what is being done on the main thread is done */
};

static void
write_work (gpointer owner, gpointer data)
{
  g_autoptr (GVariant) pending = data;

  write_pending (pending, ((NpImportKeeper *) owner)->path);
}

static gboolean
write_cb (gpointer user_data)
{
  NpImportKeeper *self = user_data;
  GVariant *pending = list_pending (np_import_queue_get_imports (self->queue));

  self->source = 0;
  self->soon = FALSE;
  if (!np_work_queue_push (self->work, write_work, pending) && pending != NULL)
    g_variant_unref (pending);
  return G_SOURCE_REMOVE;
}

/* What came has to be on disk at once; that something ended can wait: it is found saved if it begins anew. */
static void
want_write (NpImportKeeper *self, gboolean soon)
{
  if (self->source != 0 && (self->soon || !soon))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->soon = soon;
  self->source =
      soon ? g_idle_add_full (G_PRIORITY_HIGH, write_cb, self, NULL) : g_timeout_add (ENDED_PAUSE, write_cb, self);
}

static void
running_cb (NpImportKeeper *self)
{
  want_write (self, FALSE);
}

/* An import that was forgotten may run on for a while, longer than the keeper is there. */
static void
let_go (NpImportKeeper *self, guint position, guint n)
{
  for (guint i = position; i < position + n; i++)
    g_signal_handlers_disconnect_by_data (self->imports->pdata[i], self);
  if (n > 0)
    g_ptr_array_remove_range (self->imports, position, n);
}

static void
items_changed_cb (NpImportKeeper *self, guint position, guint removed, guint added, GListModel *imports)
{
  let_go (self, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      NpImport *import = g_list_model_get_item (imports, i);

      g_signal_connect_swapped (import, "notify::running", G_CALLBACK (running_cb), self);
      g_ptr_array_insert (self->imports, (int) i, import);
    }
  want_write (self, added > 0);
}

/**
 * np_import_keeper_new:
 * @queue: the imports
 * @path: the file to keep those in that have not ended
 *
 * What was pasted or dropped must not be lost because the program was ended or the power went while it came in: from
 * now on the file says what has not ended.
 *
 * Returns: (transfer full): a keeper; @queue has to outlive it
 */
NpImportKeeper *
np_import_keeper_new (NpImportQueue *queue, const char *path)
{
  NpImportKeeper *self = g_new0 (NpImportKeeper, 1);
  GListModel *imports = np_import_queue_get_imports (queue);

  self->queue = queue;
  self->imports = g_ptr_array_new_with_free_func (g_object_unref);
  self->path = dup_own_path (path);
  self->work = np_work_queue_new (self);
  g_signal_connect_swapped (imports, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (imports), imports);
  return self;
}

/**
 * np_import_keeper_free:
 * @self: (transfer full) (nullable): a keeper
 *
 * Writes the file a last time, before the imports are stopped because the library is closed. Imports that the user
 * stopped are not kept.
 */
void
np_import_keeper_free (NpImportKeeper *self)
{
  GListModel *imports;
  g_autoptr (GVariant) pending = NULL;

  if (self == NULL)
    return;
  imports = np_import_queue_get_imports (self->queue);
  pending = list_pending (imports);
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (imports, self);
  let_go (self, 0, self->imports->len);
  np_work_queue_free (self->work);
  write_pending (pending, self->path);
  g_ptr_array_unref (self->imports);
  g_free (self->path);
  g_free (self);
}

static void
resume (NpImportQueue *queue, GVariant *variant)
{
  g_autoptr (NpImportTask) task = g_new0 (NpImportTask, 1);
  g_autoptr (GVariant) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *code = NULL, *words = NULL;

  g_variant_get_child (variant, 0, "ms", &task->url);
  g_variant_get_child (variant, 1, "ms", &task->file);
  g_variant_get_child (variant, 2, "@may", &bytes);
  g_variant_get_child (variant, 3, "ms", &task->content_type);
  g_variant_get_child (variant, 4, "ms", &task->topic);
  g_variant_get_child (variant, 5, "ms", &title);
  if (g_variant_n_children (variant) > 6)
    {
      g_variant_get_child (variant, 6, "ms", &code);
      g_variant_get_child (variant, 7, "ms", &words);
    }
  if (g_variant_n_children (variant) > 8)
    g_variant_get_child (variant, 8, "ms", &task->referrer);
  if (g_variant_n_children (bytes) > 0)
    {
      g_autoptr (GVariant) content = g_variant_get_maybe (bytes);

      task->bytes = g_variant_get_data_as_bytes (content);
    }
  if (task->url == NULL && task->file == NULL && task->bytes == NULL)
    return;
  if (code == NULL)
    {
      np_import_queue_add (queue, task, title);
      return;
    }
  error = np_library_error_new_for_code (code, words != NULL ? words : "");
  np_import_queue_add_failed (queue, task, title, error);
}

/* Gives what @bytes hold as @version writes it, or NULL. */
static GVariant *
read_pending (GBytes *bytes, guint version)
{
  g_autoptr (GVariant) pending =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (variants[version]), bytes, FALSE));
  guint number;

  if (!g_variant_is_normal_form (pending))
    return NULL;
  g_variant_get_child (pending, 0, "u", &number);
  return number == version ? g_variant_get_child_value (pending, 1) : NULL;
}

/**
 * np_import_pending_resume:
 * @queue: the imports
 * @path: where an NpImportKeeper kept those of the last time; the next one writes it anew
 *
 * Starts them anew, but for those that had failed: they are shown as they were. A file that cannot be read counts as
 * none; one that a later version kept stays as it is.
 */
void
np_import_pending_resume (NpImportQueue *queue, const char *path)
{
  g_autofree char *data = NULL, *own = dup_own_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) imports = NULL;
  gsize length;

  if (!g_file_get_contents (own, &data, &length, NULL))
    return;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  for (guint version = PENDING_VERSION; version > 0 && imports == NULL; version--)
    imports = read_pending (bytes, version);
  for (gsize i = 0; imports != NULL && i < g_variant_n_children (imports); i++)
    {
      g_autoptr (GVariant) import = g_variant_get_child_value (imports, i);

      resume (queue, import);
    }
}
