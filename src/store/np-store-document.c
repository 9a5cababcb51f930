#include "store/np-store-document.h"

#include "store/np-store-merge.h"
#include "store/np-store-parts.h"

/* Gives NULL without an error when it was damaged and set aside. What a later version wrote can be looked at; it is
 * told once. */
static gpointer
parse (NpStore *self, const NpStoreDocument *document, GBytes *bytes, gboolean *later, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *where = NULL;
  gpointer value = document->parse (bytes, later, &trouble);

  if (value == NULL)
    {
      np_store_set_aside (self, document->name, bytes, trouble->message, &where, error);
      return NULL;
    }
  if (*later)
    np_store_add_later (self, document->name, document->governs);
  return value;
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

static gboolean
read_value (NpStore *self, const NpStoreDocument *document, gpointer *value, gboolean *later, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;

  *value = NULL;
  *later = FALSE;
  bytes = load (self, document, &trouble);
  if (bytes != NULL && np_store_merge_marks (self, document->name, bytes))
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = load (self, document, &trouble);
    }
  if (bytes != NULL)
    *value = parse (self, document, bytes, later, &trouble);
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/**
 * np_store_read_document:
 * @self: a library
 * @document: which file
 * @value: (out) (nullable): what is in it, `NULL` when there is no such file
 * @error: any of `NP_STORE_ERROR` but `NP_STORE_ERROR_DAMAGED`
 *
 * A file that cannot be parsed is set aside, as np_store_take_damage() tells, and counts as none. Of one that a later
 * version wrote it gives what is understood; it is not written any more, as np_store_take_later() tells.
 *
 * Returns: whether it is known what there is
 */
gboolean
np_store_read_document (NpStore *self, const NpStoreDocument *document, gpointer *value, GError **error)
{
  gboolean later;

  return read_value (self, document, value, &later, error);
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
  gboolean later;
  gpointer old;

  if (writing == NULL)
    return FALSE;
  if (np_disk_holds (np_store_get_disk (self), document->name, bytes))
    return TRUE;
  if (!read_value (self, document, &old, &later, error))
    return FALSE;
  if (old != NULL)
    document->free (old);
  if (later)
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot write “%s/%s”: a later version wrote it",
                   np_store_get_folder (self), document->name);
      return FALSE;
    }
  before = load (self, document, NULL);
  if (before != NULL)
    np_ancestors_note (np_store_get_ancestors (self), document->name, before, bytes);
  return np_disk_write (np_store_get_disk (self), document->name, bytes, NP_DISK_REPLACE, error);
}
