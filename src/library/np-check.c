#include "library/np-check.h"

#include "library/np-library-error.h"
#include "library/np-library-parts.h"

typedef struct
{
  NpStore *store;
  NpTopicTree *tree;
  GPtrArray *findings;
  GHashTable *files; /* char* path → char* id, "" when it cannot be read */
  GHashTable *ids;   /* char* → char* path */
  GCancellable *cancellable;
} Check;

static void
finding_free (gpointer data)
{
  NpCheckFinding *finding = data;

  g_free (finding->path);
  g_free (finding->detail);
  g_free (finding);
}

static void
add (Check *check, NpCheckKind kind, gboolean serious, const char *path, const char *detail)
{
  NpCheckFinding *finding = g_new0 (NpCheckFinding, 1);

  finding->kind = kind;
  finding->serious = serious;
  finding->path = g_strdup (path);
  finding->detail = g_strdup (detail);
  g_ptr_array_add (check->findings, finding);
}

static gboolean
on_file (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  Check *check = user_data;

  g_hash_table_insert (check->files, g_strdup (path), g_strdup (""));
  return TRUE;
}

/* A file of media/ is named by the SHA-256 of its bytes. */
static void
check_photo (Check *check, const char *path, const char *file)
{
  g_autofree char *name = np_store_get_file (check->store, file);
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *sum = NULL;
  g_autoptr (GMappedFile) mapped = name != NULL ? g_mapped_file_new (name, FALSE, NULL) : NULL;
  g_autoptr (GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;

  if (bytes != NULL)
    sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (sum == NULL || !g_str_has_prefix (base, sum))
    add (check, NP_CHECK_PHOTO, TRUE, path, file);
}

static void
check_page (Check *check, const char *path, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = np_store_read_page (check->store, file, &error);
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (sum == NULL || !g_str_has_prefix (base, sum))
    add (check, NP_CHECK_PAGE, TRUE, path, file);
}

static void
check_article (Check *check, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (check->store, path, &error);

  if (article == NULL)
    {
      add (check, NP_CHECK_ARTICLE, TRUE, path, error->message);
      return;
    }
  if (g_hash_table_contains (check->ids, article->id))
    add (check, NP_CHECK_DOUBLE, TRUE, path, g_hash_table_lookup (check->ids, article->id));
  g_hash_table_insert (check->files, g_strdup (path), g_strdup (article->id)); /* the key that was there stays */
  g_hash_table_insert (check->ids, g_strdup (article->id), g_strdup (path));
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];
      if (figure->file != NULL)
        check_photo (check, path, figure->file);
    }
  if (article->provenance.page != NULL)
    check_page (check, path, article->provenance.page);
  for (guint i = 0; i < article->topics->len; i++)
    if (np_topic_tree_resolve (check->tree, article->topics->pdata[i]) == NULL)
      add (check, NP_CHECK_TOPIC, FALSE, path, article->topics->pdata[i]);
}

static gboolean
check_articles (Check *check, GError **error)
{
  g_autoptr (GList) paths = NULL;

  if (!np_store_scan (check->store, on_file, check, check->cancellable, error))
    return FALSE;
  paths = g_list_sort (g_hash_table_get_keys (check->files), (GCompareFunc) strcmp);
  for (GList *l = paths; l != NULL; l = l->next)
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      check_article (check, l->data);
    }
  return TRUE;
}

/* Follows what leads on from a topic: as many steps as there are topics end, or go in a circle. */
static void
check_topic (Check *check, const NpTopic *topic, guint size)
{
  const NpTopic *step = topic;
  guint steps = 0;

  while (step != NULL && (step->merged_into != NULL || step->parent != NULL) && steps++ <= size)
    {
      const char *next = step->merged_into != NULL ? step->merged_into : step->parent;

      step = np_topic_tree_get (check->tree, next);
      if (step == NULL)
        add (check, NP_CHECK_TREE, TRUE, topic->key, next);
    }
  if (steps > size)
    add (check, NP_CHECK_TREE, TRUE, topic->key, NULL);
}

static void
check_tree (Check *check)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (check->tree);

  for (guint i = 0; i < keys->len; i++)
    check_topic (check, np_topic_tree_get (check->tree, keys->pdata[i]), keys->len);
}

/* What the index has is taken off the files; what is left then is not in it. */
static gboolean
on_indexed (const NpIndexFile *file, const char *id, gpointer user_data)
{
  Check *check = user_data;
  const char *known = g_hash_table_lookup (check->files, file->path);

  if (known == NULL || (*known != '\0' && g_strcmp0 (known, id) != 0))
    add (check, NP_CHECK_INDEX, TRUE, file->path, id);
  g_hash_table_remove (check->files, file->path);
  return TRUE;
}

static gboolean
check_index (Check *check, NpIndex *index, GError **error)
{
  GHashTableIter iter;
  gpointer path, id;

  if (!np_index_each_file (index, on_indexed, check, error))
    return FALSE;
  g_hash_table_iter_init (&iter, check->files);
  while (g_hash_table_iter_next (&iter, &path, &id))
    if (*(const char *) id != '\0')
      add (check, NP_CHECK_INDEX, TRUE, path, NULL);
  return TRUE;
}

/**
 * np_check_library:
 * @library: a library, opened read-only so that what is damaged stays where it is
 * @stories: (out): how many articles there are
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled: the check itself failed
 *
 * Reads every article, photo and page, and follows every reference. Blocking.
 *
 * Returns: (transfer full) (element-type NpCheckFinding) (nullable): what was found, in the order of the files
 */
GPtrArray *
np_check_library (NpLibrary *library, guint *stories, GCancellable *cancellable, GError **error)
{
  NpCatalog *catalog;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GError) local = NULL;
  Check check;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && stories != NULL, NULL);

  catalog = np_library_get_catalog (library);
  tree = np_catalog_get_topics (catalog);
  check = (Check){ np_catalog_get_store (catalog), tree, findings, files, ids, cancellable };
  if (check_articles (&check, &local))
    {
      *stories = g_hash_table_size (files);
      check_tree (&check);
      if (check_index (&check, np_catalog_get_index (catalog), &local))
        return g_steal_pointer (&findings);
    }
  g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return NULL;
}

/**
 * np_check_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name for other programs; it never changes
 */
const char *
np_check_kind_to_string (NpCheckKind kind)
{
  switch (kind)
    {
    case NP_CHECK_ARTICLE:
      return "article";
    case NP_CHECK_DOUBLE:
      return "double";
    case NP_CHECK_PHOTO:
      return "photo";
    case NP_CHECK_PAGE:
      return "page";
    case NP_CHECK_TOPIC:
      return "topic";
    case NP_CHECK_TREE:
      return "tree";
    case NP_CHECK_INDEX:
      return "index";
    }
  return NULL;
}
