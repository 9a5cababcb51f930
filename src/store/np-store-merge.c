#include "store/np-store-merge.h"

#include "json/np-json-article.h"
#include "json/np-json-following.h"
#include "json/np-json-library.h"
#include "json/np-json-merge.h"
#include "json/np-json-print.h"
#include "json/np-json-searches.h"
#include "json/np-json-syntax.h"
#include "json/np-json-topics.h"
#include "store/np-conflict.h"
#include "store/np-store-files.h"
#include "store/np-store-parts.h"

#include <string.h>

/* One of the two files. */
typedef struct
{
  const char *path;
  GBytes *bytes;
  JsonNode *node;
  gint64 time;
} Side;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->bytes, g_bytes_unref);
  g_clear_pointer (&side->node, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static JsonNode *
parse (GBytes *bytes)
{
  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

static const char *
text_of (JsonNode *node, const char *member)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  node = json_object_get_member (json_node_get_object (node), member);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* FALSE when there is no such file; one that is no JSON has no node. */
static gboolean
read_side (NpStore *self, const char *path, Side *side)
{
  struct stat info;

  side->path = path;
  side->bytes = np_store_read_file (self, path, NULL);
  if (side->bytes == NULL || !np_disk_stat (np_store_get_disk (self), path, &info, NULL))
    return FALSE;
  side->node = parse (side->bytes);
  side->time = (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
  return TRUE;
}

/* The document as the program writes it; NULL when no version it knows can be made of it. */
static GBytes *
print (JsonNode *node)
{
  const char *format = text_of (node, "format");
  g_autofree char *text = np_json_print_compact (node);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (NpSearches) searches = NULL;
  g_autoptr (NpFollowing) following = NULL;
  g_autofree char *id = NULL, *unknown = NULL;
  guint version;

  if (g_strcmp0 (format, "newsprint-article") == 0 && (article = np_json_article_from_bytes (bytes, NULL)) != NULL
      && !article->later)
    return np_json_article_to_bytes (article);
  if (g_strcmp0 (format, "newsprint-topics") == 0 && (tree = np_json_topics_from_bytes (bytes, NULL, NULL)) != NULL)
    return np_json_topics_to_bytes (tree);
  if (g_strcmp0 (format, "newsprint-searches") == 0
      && (searches = np_json_searches_from_bytes (bytes, NULL, NULL)) != NULL)
    return np_json_searches_to_bytes (searches);
  if (g_strcmp0 (format, "newsprint-feeds") == 0
      && (following = np_json_following_from_bytes (bytes, NULL, NULL)) != NULL)
    return np_json_following_to_bytes (following);
  if (g_strcmp0 (format, "newsprint-library") == 0 && np_json_library_from_bytes (bytes, &id, &version, &unknown, NULL)
      && version <= NP_JSON_LIBRARY_VERSION)
    return np_json_library_to_bytes (id, unknown);
  return NULL;
}

/* Whether two documents are of one thing: the same story, or both are the topics. */
static gboolean
are_of_one (JsonNode *a, JsonNode *b)
{
  return a != NULL && b != NULL && text_of (a, "format") != NULL
         && g_strcmp0 (text_of (a, "format"), text_of (b, "format")) == 0
         && g_strcmp0 (text_of (a, "id"), text_of (b, "id")) == 0;
}

/**
 * np_store_find_original:
 * @self: a library
 * @path: a file
 *
 * Returns: (transfer full) (nullable): the path of the file that it is a copy of by a sync tool; `NULL` when it is
 * none. There may be no such file any more
 */
char *
np_store_find_original (NpStore *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *folder = g_path_get_dirname (path);
  g_autofree char *original = NULL, *target = NULL;
  NpConflictKind kind = np_conflict_parse_name (name, &original);
  g_auto (Side) copy = { 0 }, first = { 0 };

  if (kind == NP_CONFLICT_NONE)
    return NULL;
  target = g_str_equal (folder, ".") ? g_strdup (original) : g_build_filename (folder, original, NULL);
  if (kind == NP_CONFLICT_SURE)
    return g_steal_pointer (&target);
  if (!read_side (self, target, &first) || !read_side (self, path, &copy) || !are_of_one (first.node, copy.node))
    return NULL;
  return g_steal_pointer (&target);
}

static gboolean
set_aside (NpStore *self, const char *path, const char *original, const char *what, GError **error)
{
  g_autofree char *why = g_strdup_printf ("a sync tool made it a copy of %s; %s", original, what);
  g_autofree char *where = np_store_set_file_aside (self, path, why, error);

  return where != NULL;
}

/* Merges the copy into the original. Whatever interrupts it, doing it once more comes to the same. */
static gboolean
merge_sides (NpStore *self, Side *original, Side *copy, GError **error)
{
  g_autoptr (JsonNode) base = np_ancestors_find (np_store_get_ancestors (self), original->path), merged = NULL;
  NpJsonVersion a = { original->node, original->time, FALSE }, b = { copy->node, copy->time, FALSE };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *kept = NULL;

  merged = np_json_merge (base, &a, &b);
  bytes = print (merged);
  if (bytes == NULL)
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot merge “%s”: written by a later version",
                   copy->path);
      return FALSE;
    }
  if (!g_bytes_equal (bytes, original->bytes))
    {
      if (a.lost)
        kept = np_store_keep_copy (self, original->path, "it was merged with a copy by a sync tool", error);
      if ((a.lost && kept == NULL) || !np_store_write_file (self, original->path, bytes, error))
        return FALSE;
    }
  return set_aside (self, copy->path, original->path,
                    b.lost ? "it was merged into that file, but for values that were newer there"
                           : "all of it was merged into that file",
                    error);
}

/* A copy whose original is gone takes its place. Gives where the original is. */
static char *
find_place (NpStore *self, const char *path, const char *original, GError **error)
{
  g_autofree char *trashed = g_strconcat ("trash/", original, NULL);
  struct stat info;

  if (np_disk_stat (np_store_get_disk (self), original, &info, NULL))
    return g_strdup (original);
  if (!g_str_has_prefix (original, "trash/") && np_disk_stat (np_store_get_disk (self), trashed, &info, NULL))
    return g_steal_pointer (&trashed);
  return np_store_move_file (self, path, original, error) ? g_strdup (original) : NULL;
}

/* Gives a copy that is another story a name of its own, so that it is shown. */
static char *
make_story (NpStore *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *id = g_uuid_string_random ();
  g_autofree char *to = g_strdup_printf ("%s/copy-%.8s.json", folder, id);

  return np_store_move_file (self, path, to, error) ? g_steal_pointer (&to) : NULL;
}

/**
 * np_store_merge_copy:
 * @self: a library
 * @path: a copy by a sync tool, as np_store_find_original() knows it
 * @error: any of `NP_STORE_ERROR`
 *
 * Merges a copy into the file that it is a copy of, member by member (np_json_merge()), and moves it to damaged/ with a
 * note of what was done. A copy whose original is gone takes its place; one of a story in the trash is merged there.
 *
 * Returns: (transfer full) (nullable): the file that was written, or would have been had it not been the same; `NULL`
 * without @error when there is no such copy any more
 */
char *
np_store_merge_copy (NpStore *self, const char *path, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autofree char *original = NULL, *place = NULL;
  g_auto (Side) first = { 0 }, copy = { 0 };
  struct stat info;
  gboolean done;

  g_return_val_if_fail (NP_IS_STORE (self) && path != NULL, NULL);

  writing = np_store_writing (self, error);
  original = writing != NULL && np_disk_stat (np_store_get_disk (self), path, &info, NULL)
                 ? np_store_find_original (self, path)
                 : NULL;
  place = original != NULL ? find_place (self, path, original, error) : NULL;
  if (place == NULL)
    return NULL;
  if (!read_side (self, path, &copy)) /* it has taken the place */
    {
      np_store_news_add (np_store_get_news (self), NP_STORE_NEWS_MERGED, place);
      return g_steal_pointer (&place);
    }
  if (!read_side (self, place, &first))
    return NULL;
  if (copy.node == NULL || g_bytes_equal (copy.bytes, first.bytes))
    done = set_aside (self, path, place, copy.node == NULL ? "it cannot be read" : "it is the same", error);
  else if (!are_of_one (first.node, copy.node) && g_str_has_prefix (path, "articles/"))
    return make_story (self, path, error);
  else if (!are_of_one (first.node, copy.node))
    done = set_aside (self, path, place, "they have nothing in common", error);
  else
    done = merge_sides (self, &first, &copy, error);
  if (!done)
    return NULL;
  np_store_news_add (np_store_get_news (self), NP_STORE_NEWS_MERGED, place);
  return g_steal_pointer (&place);
}

/**
 * np_store_merge_marks:
 * @self: a library
 * @path: a file of it that is no JSON
 * @bytes: what is in it
 *
 * Makes a file whole that git, or another program of its kind, left with the marks of a conflict inside. What was there
 * is kept in damaged/.
 *
 * Returns: whether that could be done
 */
gboolean
np_store_merge_marks (NpStore *self, const char *path, GBytes *bytes)
{
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autoptr (GBytes) ours = NULL, theirs = NULL, base = NULL, merged_bytes = NULL;
  g_autoptr (JsonNode) first = NULL, second = NULL, ancestor = NULL, merged = NULL;
  g_autofree char *kept = NULL;
  NpJsonVersion a = { 0 }, b = { 0 };

  g_return_val_if_fail (NP_IS_STORE (self) && bytes != NULL, FALSE);

  if (!np_conflict_split_marks (bytes, &ours, &theirs, &base))
    return FALSE;
  first = parse (ours);
  second = parse (theirs);
  writing = are_of_one (first, second) ? np_store_writing (self, NULL) : NULL;
  if (writing == NULL)
    return FALSE;
  ancestor = base != NULL ? parse (base) : NULL;
  if (ancestor == NULL)
    ancestor = np_ancestors_find (np_store_get_ancestors (self), path);
  a.document = first;
  b.document = second;
  a.time = 1; /* where nobody knows which is newer, it is what this machine had */
  merged = np_json_merge (ancestor, &a, &b);
  merged_bytes = print (merged);
  if (merged_bytes != NULL)
    kept = np_store_keep_copy (self, path, "it had the marks of a merge in it, and both versions were merged", NULL);
  if (kept == NULL || !np_store_write_file (self, path, merged_bytes, NULL))
    return FALSE;
  np_store_news_add (np_store_get_news (self), NP_STORE_NEWS_MERGED, path);
  return TRUE;
}
