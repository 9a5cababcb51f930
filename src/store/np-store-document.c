#include "store/np-store-document.h"

#include "json/np-json-error.h"
#include "store/np-store-merge.h"
#include "store/np-store-parts.h"

/* Gives NULL without an error when it was damaged and set aside. */
static gpointer
parse (NpStore *self, const NpStoreDocument *document, GBytes *bytes, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *where = NULL;
  gpointer value = document->parse (bytes, &trouble);

  if (value != NULL)
    return value;
  if (g_error_matches (trouble, NP_JSON_ERROR, NP_JSON_ERROR_VERSION))
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot use “%s”: %s", document->name,
                 trouble->message);
  else
    np_store_set_aside (self, document->name, bytes, trouble->message, &where, error);
  return NULL;
}

/* Gives NULL without an error when there is no such file. */
static GBytes *
load (NpStore *self, const NpStoreDocument *document, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  GBytes *bytes = np_disk_read (np_store_get_disk (self), document->name, NP_STORE_MAX_FILE, &trouble);

  if (bytes == NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&trouble));
  return bytes;
}

/**
 * np_store_read_document:
 * @self: a library
 * @document: which file
 * @value: (out) (nullable): what is in it, `NULL` when there is no such file
 * @error: any of `NP_STORE_ERROR` but `NP_STORE_ERROR_DAMAGED`
 *
 * A file that cannot be parsed is set aside, as np_store_take_damage() tells, and counts as none.
 *
 * Returns: whether it is known what there is
 */
gboolean
np_store_read_document (NpStore *self, const NpStoreDocument *document, gpointer *value, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;

  *value = NULL;
  bytes = load (self, document, &trouble);
  if (bytes != NULL && np_store_merge_marks (self, document->name, bytes))
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = load (self, document, &trouble);
    }
  if (bytes != NULL)
    *value = parse (self, document, bytes, &trouble);
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/**
 * np_store_write_document:
 * @self: a library
 * @document: which file
 * @bytes: what is to be in it
 * @error: any of `NP_STORE_ERROR`
 *
 * Replaces the file. One of a later version, or one that others broke, is never written over.
 *
 * Returns: whether it is on disk
 */
gboolean
np_store_write_document (NpStore *self, const NpStoreDocument *document, GBytes *bytes, GError **error)
{
  g_autoptr (NpStoreWriting) writing = np_store_writing (self, error);
  g_autoptr (GBytes) before = NULL;
  gpointer old;

  if (writing == NULL)
    return FALSE;
  if (np_disk_holds (np_store_get_disk (self), document->name, bytes))
    return TRUE;
  if (!np_store_read_document (self, document, &old, error))
    return FALSE;
  if (old != NULL)
    document->free (old);
  before = load (self, document, NULL);
  if (!np_disk_write (np_store_get_disk (self), document->name, bytes, NP_DISK_REPLACE, error))
    return FALSE;
  if (before != NULL)
    np_ancestors_note (np_store_get_ancestors (self), document->name, before, bytes);
  return TRUE;
}
