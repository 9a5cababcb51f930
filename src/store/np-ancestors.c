#include "store/np-ancestors.h"

#include "json/np-json-merge.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

#include <glib/gstdio.h>

#define ANCESTOR "ancestor"
#define WROTE    "wrote"
#define BEFORE   "before"

struct _NpAncestors
{
  char *folder;
  GHashTable *unknown; /* set of char*: files whose record could not be written; of the one thread that writes */
};

/**
 * np_ancestors_new:
 * @folder: where to keep them; made when there is something to keep
 *
 * Returns: (transfer full): the ancestors
 */
NpAncestors *
np_ancestors_new (const char *folder)
{
  NpAncestors *self = g_new0 (NpAncestors, 1);

  self->folder = g_strdup (folder);
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * np_ancestors_free:
 * @self: (transfer full) (nullable): the ancestors
 */
void
np_ancestors_free (NpAncestors *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->unknown);
  g_free (self->folder);
  g_free (self);
}

/* A story keeps its name wherever it is moved. */
static char *
file_for (NpAncestors *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%s/%.2s/%s", self->folder, hash, name);
}

/* @broken: there is one and it cannot be read. */
static JsonNode *
read_record (const char *file, gboolean *broken)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  JsonNode *node = g_file_get_contents (file, &text, &length, &error) ? np_json_parse (text, length, NULL) : NULL;

  *broken = FALSE;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), WROTE))
    return node;
  *broken = !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_pointer (&node, json_node_unref);
  return NULL;
}

static JsonNode *
parse (GBytes *bytes)
{
  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

/* Whether @record is of a file that held what @hash is of when this machine was the last to write it. The write that
 * was announced last may have come to nothing. */
static gboolean
is_ours (JsonNode *record, const char *hash)
{
  JsonObject *object = record != NULL ? json_node_get_object (record) : NULL;

  return object != NULL
         && (g_strcmp0 (json_object_get_string_member_with_default (object, WROTE, NULL), hash) == 0
             || g_strcmp0 (json_object_get_string_member_with_default (object, BEFORE, NULL), hash) == 0);
}

/* Nobody waits for the disk. Where it cannot be written there must be none: what it says would
 * be taken for what another machine has. */
static void
write_record (NpAncestors *self, const char *file, JsonNode *record)
{
  g_autofree char *text = np_json_print_compact (record), *folder = g_path_get_dirname (file);
  g_autofree char *aside = g_strconcat (file, "~", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (aside, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL) && g_rename (aside, file) == 0)
    return;
  g_unlink (aside);
  g_unlink (file);
  g_hash_table_add (self->unknown, g_strdup (file));
}

/**
 * np_ancestors_note:
 * @self: (nullable): the ancestors
 * @path: the file that is about to be written
 * @before: what is in it
 * @after: what will be in it
 *
 * As long as nobody else writes the file, its ancestor stays: another machine may still have that version. What others
 * have written since is the new one, for they know of all that came before. It is said before the file is written:
 * were it said after that, a program killed in between would take its own version for that of the others. Nothing is
 * lost when this cannot be kept: versions without an ancestor are merged by union.
 */
void
np_ancestors_note (NpAncestors *self, const char *path, GBytes *before, GBytes *after)
{
  g_autofree char *file = NULL, *hash_before = NULL, *hash_after = NULL;
  g_autoptr (JsonNode) record = NULL, old = NULL;
  JsonObject *object;
  gboolean broken;

  if (self == NULL)
    return;
  file = file_for (self, path);
  if (g_hash_table_contains (self->unknown, file))
    return;
  hash_before = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, before);
  hash_after = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, after);
  record = read_record (file, &broken);
  if (!is_ours (record, hash_before))
    {
      old = parse (before);
      if (old == NULL)
        return;
      g_clear_pointer (&record, json_node_unref);
      record = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (record, json_object_new ());
      if (!broken) /* else nobody knows whose version this is */
        json_object_set_member (json_node_get_object (record), ANCESTOR, np_json_merge_digest (old));
    }
  object = json_node_get_object (record);
  json_object_set_string_member (object, WROTE, hash_after);
  json_object_set_string_member (object, BEFORE, hash_before);
  write_record (self, file, record);
}

/**
 * np_ancestors_find:
 * @self: (nullable): the ancestors
 * @path: a file
 *
 * Returns: (transfer full) (nullable): np_json_merge_digest() of the version that this machine's and another's came
 * from; it may be an older one than that, never a newer
 */
JsonNode *
np_ancestors_find (NpAncestors *self, const char *path)
{
  g_autofree char *file = self != NULL ? file_for (self, path) : NULL;
  gboolean broken;
  g_autoptr (JsonNode) record = file != NULL ? read_record (file, &broken) : NULL;
  JsonNode *ancestor = record != NULL ? json_object_get_member (json_node_get_object (record), ANCESTOR) : NULL;

  return ancestor != NULL ? json_node_copy (ancestor) : NULL;
}
