#include "library/np-import-pending.h"

#include "library/np-import-state.h"

#include <glib/gstdio.h>

/* url, file, bytes, content type, topic, title */
#define IMPORT_VARIANT  "(msmsmaymsmsms)"
#define PENDING_VARIANT "(ua" IMPORT_VARIANT ")"
#define PENDING_VERSION 1

static GVariant *
import_to_variant (NpImport *import)
{
  const NpImportTask *task = np_import_get_task (import);
  GVariant *bytes =
      task->bytes != NULL ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, task->bytes, TRUE) : NULL;

  return g_variant_new ("(msms@maymsmsms)", task->url, task->file,
                        g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, bytes), task->content_type, task->topic,
                        np_import_get_title (import));
}

static gboolean
is_pending (NpImport *import)
{
  return np_import_is_running (import) && !g_cancellable_is_cancelled (np_import_get_cancellable (import));
}

/**
 * np_import_pending_keep:
 * @queue: the imports, before they are stopped because the library is closed
 * @path: the file to keep those in that have not ended
 *
 * What was pasted or dropped must not be lost because somebody closed the window while it came in. Imports that the
 * user stopped are not kept.
 */
void
np_import_pending_keep (NpImportQueue *queue, const char *path)
{
  GListModel *imports = np_import_queue_get_imports (queue);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" IMPORT_VARIANT));
  g_autoptr (GVariant) pending = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (imports, i);

      if (!is_pending (import))
        continue;
      g_variant_builder_add_value (&builder, import_to_variant (import));
      n++;
    }
  pending = g_variant_ref_sink (g_variant_new (PENDING_VARIANT, PENDING_VERSION, &builder));
  if (n == 0)
    return;
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, g_variant_get_data (pending), (gssize) g_variant_get_size (pending),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_message ("the imports that had not ended cannot be kept: %s", error->message);
}

static void
resume (NpImportQueue *queue, GVariant *variant)
{
  g_autoptr (NpImportTask) task = g_new0 (NpImportTask, 1);
  g_autoptr (GVariant) bytes = NULL;
  g_autofree char *title = NULL;

  g_variant_get (variant, "(msms@maymsmsms)", &task->url, &task->file, &bytes, &task->content_type, &task->topic,
                 &title);
  if (g_variant_n_children (bytes) > 0)
    {
      g_autoptr (GVariant) content = g_variant_get_maybe (bytes);

      task->bytes = g_variant_get_data_as_bytes (content);
    }
  if (task->url != NULL || task->file != NULL || task->bytes != NULL)
    np_import_queue_add (queue, task, title);
}

/**
 * np_import_pending_resume:
 * @queue: the imports
 * @path: where np_import_pending_keep() kept those of the last time; it is gone afterwards
 *
 * Starts them anew. A file that cannot be read counts as none.
 */
void
np_import_pending_resume (NpImportQueue *queue, const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) pending = NULL, imports = NULL;
  gsize length;
  guint version;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return;
  g_unlink (path);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  pending = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (PENDING_VARIANT), bytes, FALSE));
  if (!g_variant_is_normal_form (pending))
    return;
  g_variant_get (pending, "(u@a" IMPORT_VARIANT ")", &version, &imports);
  for (gsize i = 0; version == PENDING_VERSION && i < g_variant_n_children (imports); i++)
    {
      g_autoptr (GVariant) import = g_variant_get_child_value (imports, i);

      resume (queue, import);
    }
}
