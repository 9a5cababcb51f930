/* The older texts of stories in NpStore: files named by what is in them, so each is kept once and never changes. */
#include "store/np-store.h"

#include "json/np-json-article.h"
#include "json/np-json-error.h"
#include "json/np-json-path.h"
#include "store/np-store-parts.h"

/* The story as it is, but for what is the user's own and stays with the story itself. */
static NpArticle *
without_own (const NpArticle *article)
{
  NpArticle *text = np_article_copy (article);

  g_ptr_array_set_size (text->topics, 0);
  g_ptr_array_set_size (text->suggested_topics, 0);
  g_ptr_array_set_size (text->highlights, 0);
  g_ptr_array_set_size (text->versions, 0);
  g_clear_pointer (&text->note, g_free);
  text->read = text->starred = text->archived = FALSE;
  text->place = 0;
  return text;
}

/**
 * np_store_add_version:
 * @self: a library
 * @article: a story whose text is about to become another
 * @error: any of `NP_STORE_ERROR`
 *
 * Keeps the text of a story, with its photos' captions and where all of it came from; one that is there already is kept
 * once. The file is on disk before anything names it: interrupted, it is one that nobody names.
 *
 * Returns: (transfer full) (nullable): its path relative to the library's folder
 */
char *
np_store_add_version (NpStore *self, const NpArticle *article, GError **error)
{
  g_autoptr (NpArticle) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL, *path = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && article != NULL, NULL);

  text = without_own (article);
  bytes = np_json_article_to_bytes (text);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  path = g_strdup_printf ("versions/%.2s/%s.json", hash, hash);
  return np_store_keep_named (self, path, bytes, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * np_store_read_version:
 * @self: a library
 * @path: the path of a version
 * @error: any of `NP_STORE_ERROR`
 *
 * Reads an older text. A file that cannot be parsed is set aside in damaged/. One that a later Newsprint wrote is an
 * error: nobody knows all that it names, nor what of it would be lost with what is taken back from it.
 *
 * Returns: (transfer full) (nullable): the story as it was, without what is the user's own
 */
NpArticle *
np_store_read_version (NpStore *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *where = NULL;
  g_autoptr (NpArticle) article = NULL;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!np_json_path_is_inside (path, "versions"))
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "“%s” is no path of a version",
                   path != NULL ? path : "");
      return NULL;
    }
  bytes = np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, error);
  if (bytes == NULL)
    return NULL;
  article = np_json_article_from_bytes (bytes, &trouble);
  if (article != NULL && !article->later)
    return g_steal_pointer (&article);
  if (article != NULL)
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot read “%s”: a later version wrote it", path);
  else if (trouble->code == NP_JSON_ERROR_VERSION)
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot read “%s”: %s", path, trouble->message);
  else if (np_store_set_aside (self, path, bytes, trouble->message, &where, error))
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED, "“%s” is damaged: %s", path, trouble->message);
  return NULL;
}
