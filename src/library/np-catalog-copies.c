#include "library/np-catalog-copies.h"

#include "store/np-store-merge.h"

/**
 * np_catalog_merge_copy:
 * @self: a catalog
 * @path: a file
 * @changed: (element-type utf8): gets the file that was written, for np_catalog_update()
 *
 * Merges @path when it is a copy by a sync tool. In a library that cannot be written it stays what it is.
 *
 * Returns: whether it is such a copy
 */
gboolean
np_catalog_merge_copy (NpCatalog *self, const char *path, GPtrArray *changed)
{
  NpStore *store = np_catalog_get_store (self);
  g_autofree char *original = np_store_find_original (store, path), *place = NULL;
  g_autoptr (GError) error = NULL;

  if (original == NULL)
    return FALSE;
  np_catalog_hold (self);
  place = np_store_merge_copy (store, path, &error);
  np_catalog_release (self);
  if (place != NULL)
    g_ptr_array_add (changed, g_steal_pointer (&place));
  else if (error != NULL && !g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_READ_ONLY))
    g_message ("a copy could not be merged: %s", error->message);
  return TRUE;
}

/**
 * np_catalog_merge_copies:
 * @self: a catalog
 * @changed: (element-type utf8): gets the files that were written, for np_catalog_update()
 *
 * Merges the copies that the last np_store_scan() met.
 */
void
np_catalog_merge_copies (NpCatalog *self, GPtrArray *changed)
{
  g_autoptr (GPtrArray) copies = np_store_take_copies (np_catalog_get_store (self));

  for (guint i = 0; i < copies->len; i++)
    np_catalog_merge_copy (self, copies->pdata[i], changed);
}

/**
 * np_catalog_has_other_file:
 * @self: a catalog
 * @id: the id of a story
 * @path: a file of that story
 *
 * Tells a copy that somebody made of a story's file from a story whose file was moved. Of two files the one that the
 * index has counts, and one that is in use before one in the trash; np_check_library() names them and makes two stories
 * of them.
 *
 * Returns: whether the story has a file that counts, and it is not @path
 */
gboolean
np_catalog_has_other_file (NpCatalog *self, const char *id, const char *path)
{
  g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (self), id, NULL);
  const char *other = story != NULL ? np_story_get_path (story) : path;

  if (g_str_equal (other, path) || !np_store_stat_article (np_catalog_get_store (self), other, NULL, NULL, NULL))
    return FALSE;
  return !g_str_has_prefix (other, "trash/") || g_str_has_prefix (path, "trash/");
}
