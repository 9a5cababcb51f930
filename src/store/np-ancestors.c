#include "store/np-ancestors.h"

#include "json/np-json-merge.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

#include <glib/gstdio.h>

#define ANCESTOR "ancestor"
#define WROTE    "wrote"

struct _NpAncestors
{
  char *folder;
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

static JsonNode *
read_record (const char *file)
{
  g_autofree char *text = NULL;
  gsize length;
  JsonNode *node = g_file_get_contents (file, &text, &length, NULL) ? np_json_parse (text, length, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), ANCESTOR)
      && json_object_has_member (json_node_get_object (node), WROTE))
    return node;
  g_clear_pointer (&node, json_node_unref);
  return NULL;
}

static JsonNode *
parse (GBytes *bytes)
{
  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

/**
 * np_ancestors_note:
 * @self: (nullable): the ancestors
 * @path: the file that was written
 * @before: what was in it
 * @after: what is in it now
 *
 * As long as nobody else writes the file, its ancestor stays: another machine may still have that version. What others
 * have written since is the new one, for they know of all that came before. Nothing is lost when this cannot be kept.
 */
void
np_ancestors_note (NpAncestors *self, const char *path, GBytes *before, GBytes *after)
{
  g_autofree char *file = NULL, *folder = NULL, *hash_before = NULL, *hash_after = NULL, *text = NULL;
  g_autoptr (JsonNode) record = NULL, old = NULL;
  JsonObject *object;

  if (self == NULL)
    return;
  file = file_for (self, path);
  hash_before = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, before);
  hash_after = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, after);
  record = read_record (file);
  if (record == NULL
      || g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (record), WROTE, NULL),
                    hash_before)
             != 0)
    {
      old = parse (before);
      if (old == NULL)
        return;
      g_clear_pointer (&record, json_node_unref);
      record = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (record, json_object_new ());
      json_object_set_member (json_node_get_object (record), ANCESTOR, np_json_merge_digest (old));
    }
  object = json_node_get_object (record);
  json_object_set_string_member (object, WROTE, hash_after);
  text = np_json_print_compact (record);
  folder = g_path_get_dirname (file);
  g_mkdir_with_parents (folder, 0700);
  /* Half a record is none, so nobody waits for the disk. */
  g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
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
  g_autoptr (JsonNode) record = file != NULL ? read_record (file) : NULL;

  return record != NULL ? json_node_copy (json_object_get_member (json_node_get_object (record), ANCESTOR)) : NULL;
}
