#include "library/np-found.h"

/* Of the memory for the paths, bytes. They are many and go together: one by one, among what others keep at the same
 * time, they would leave holes that nobody fills again. */
#define PORTION 65536

struct _NpFound
{
  GStringChunk *paths;
  GArray *files; /* NpIndexFile, their paths in paths */
};

/**
 * np_found_new:
 *
 * Returns: (transfer full): without files
 */
NpFound *
np_found_new (void)
{
  NpFound *self = g_new (NpFound, 1);

  self->paths = g_string_chunk_new (PORTION);
  self->files = g_array_new (FALSE, FALSE, sizeof (NpIndexFile));
  return self;
}

/**
 * np_found_free:
 * @found: (transfer full) (nullable): what was found
 */
void
np_found_free (NpFound *found)
{
  if (found == NULL)
    return;
  g_string_chunk_free (found->paths);
  g_array_unref (found->files);
  g_free (found);
}

static gboolean
on_file (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  NpFound *self = user_data;
  NpIndexFile file = { g_string_chunk_insert (self->paths, path), size, mtime_ns, trashed };

  g_array_append_val (self->files, file);
  return TRUE;
}

/**
 * np_found_scan:
 * @found: without files
 * @store: the library
 * @cancellable: (nullable): to stop
 * @error: any of `NP_STORE_ERROR`, `G_IO_ERROR_CANCELLED`
 *
 * Finds every story's file, also when some folder cannot be looked into, as np_store_scan().
 *
 * Returns: whether all was seen
 */
gboolean
np_found_scan (NpFound *found, NpStore *store, GCancellable *cancellable, GError **error)
{
  return np_store_scan (store, on_file, found, cancellable, error);
}

typedef struct
{
  GArray *files;
  GHashTable *places; /* char* path → place in files, from 1 */
  GHashTable *others; /* char* path → char* id */
} Comparison;

/* What is as it was loses its path. */
static gboolean
on_indexed (const NpIndexFile *indexed, const char *id, gpointer user_data)
{
  Comparison *comparison = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->places, indexed->path));
  NpIndexFile *file = place > 0 ? &g_array_index (comparison->files, NpIndexFile, place - 1) : NULL;

  if (file != NULL && file->size == indexed->size && file->mtime_ns == indexed->mtime_ns)
    file->path = NULL;
  else
    g_hash_table_insert (comparison->others, g_strdup (indexed->path), g_strdup (id));
  return TRUE;
}

/* Leaves those that have a path. */
static void
leave_named (GArray *files)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    if (g_array_index (files, NpIndexFile, i).path != NULL)
      g_array_index (files, NpIndexFile, n++) = g_array_index (files, NpIndexFile, i);
  g_array_set_size (files, n);
}

/**
 * np_found_leave_changed:
 * @found: what was found
 * @index: what was known before
 * @error: any of `NP_INDEX_ERROR`
 *
 * Leaves those files that are new, or whose size or time is another. Only what differs is kept in memory of what the
 * index knows: it may be all of a large library.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the ids of the stories that the index has for a path
 *   where nothing was found, or something that changed
 */
GHashTable *
np_found_leave_changed (NpFound *found, NpIndex *index, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Comparison comparison = { found->files, places, others };

  for (guint i = 0; i < found->files->len; i++)
    g_hash_table_insert (places, (char *) g_array_index (found->files, NpIndexFile, i).path, GUINT_TO_POINTER (i + 1));
  if (!np_index_each_file (index, on_indexed, &comparison, error))
    return NULL;
  leave_named (found->files);
  return g_steal_pointer (&others);
}

/**
 * np_found_get_files:
 * @found: what was found
 * @n_files: (out): their number
 *
 * Returns: (array length=n_files) (transfer none): the files, by path, those in the trash last
 */
const NpIndexFile *
np_found_get_files (NpFound *found, guint *n_files)
{
  *n_files = found->files->len;
  return (const NpIndexFile *) (gpointer) found->files->data;
}
