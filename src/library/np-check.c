#include "library/np-check.h"

#include "json/np-json-object.h"
#include "library/np-catalog-topics.h"
#include "library/np-check-run.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "store/np-store-merge.h"

#include <string.h>

static void
finding_free (gpointer data)
{
  NpCheckFinding *finding = data;

  g_free (finding->path);
  g_free (finding->detail);
  g_free (finding->kept);
  g_free (finding);
}

static void
file_free (gpointer data)
{
  NpCheckedFile *file = data;

  if (file != NULL)
    g_free (file->id);
  g_free (file);
}

/**
 * np_check_add:
 * @run: a check
 * @kind: what was found
 * @serious: whether something is lost or wrong
 * @path: the file
 * @detail: (nullable): the photo, the topic or the cause
 *
 * Returns: (transfer none): the finding, to be told whether it was mended
 */
NpCheckFinding *
np_check_add (NpCheckRun *run, NpCheckKind kind, gboolean serious, const char *path, const char *detail)
{
  NpCheckFinding *finding = g_new0 (NpCheckFinding, 1);

  finding->kind = kind;
  finding->serious = serious;
  finding->path = g_strdup (path);
  finding->detail = g_strdup (detail);
  g_ptr_array_add (run->findings, finding);
  return finding;
}

/**
 * np_check_version_of:
 * @node: (nullable): a file
 *
 * Returns: its version, 0 for one of the time before the first
 */
guint
np_check_version_of (JsonNode *node)
{
  guint version = 0;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    np_json_get_uint (json_node_get_object (node), "version", G_MAXINT, &version);
  return version;
}

/**
 * np_check_take_trouble:
 * @finding: what could not be mended
 * @trouble: (transfer full) (nullable): why not
 *
 * Leaves the cause with the finding: the others are mended all the same.
 */
void
np_check_take_trouble (NpCheckFinding *finding, GError *trouble)
{
  if (trouble == NULL)
    return;
  finding->mended = FALSE;
  g_free (finding->detail);
  finding->detail = g_strdup (trouble->message);
  g_error_free (trouble);
}

static gboolean
on_file (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (path));
  return TRUE;
}

/* Copies by sync tools, before the stories that they may change. */
static void
check_copies (NpCheckRun *run)
{
  g_autoptr (GPtrArray) copies = np_store_take_copies (run->store);

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *original = np_store_find_original (run->store, copies->pdata[i]);
      NpCheckFinding *finding = np_check_add (run, NP_CHECK_CONFLICT, FALSE, copies->pdata[i], original);
      g_autoptr (GError) error = NULL;

      if (!run->repair)
        continue;
      finding->kept = np_store_merge_copy (run->store, copies->pdata[i], &error);
      finding->mended = finding->kept != NULL;
      np_check_take_trouble (finding, g_steal_pointer (&error));
    }
}

static gboolean
check_articles (NpCheckRun *run, NpCheckProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!np_store_scan (run->store, on_file, paths, run->cancellable, error))
    return FALSE;
  check_copies (run);
  for (guint i = 0; i < paths->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) i / paths->len, user_data);
      np_check_article (run, paths->pdata[i]);
    }
  return TRUE;
}

static gboolean
run_all (NpCheckRun *run, NpCheckProgress progress, gpointer user_data, GError **error)
{
  if (!check_articles (run, progress, user_data, error))
    return FALSE;
  np_check_topics (run);
  return np_check_other_files (run, error) && np_check_index (run, error);
}

static void
run_clear (NpCheckRun *run)
{
  np_topic_tree_unref (run->tree);
  np_json_schema_free (run->schema);
  g_hash_table_unref (run->files);
  g_hash_table_unref (run->ids);
  g_hash_table_unref (run->doubles);
  g_hash_table_unref (run->named);
  g_hash_table_unref (run->orphan);
}

/**
 * np_check_library:
 * @library: a library; to be checked only, it is opened read-only, so that what is damaged stays where it is
 * @mode: whether to mend what is found
 * @stories: (out): how many articles there are
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled: the check itself failed
 *
 * Reads every article, photo and page, and follows every reference. Mending loses nothing: a file that is changed is
 * copied to damaged/ before, one that nobody can use is moved there, and a photo that no story names goes to the trash.
 * Blocking.
 *
 * Returns: (transfer full) (element-type NpCheckFinding) (nullable): what was found, in the order of the files
 */
GPtrArray *
np_check_library (NpLibrary *library, NpCheckMode mode, guint *stories, NpCheckProgress progress, gpointer user_data,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GError) local = NULL;
  NpCheckRun run = { .repair = mode == NP_CHECK_REPAIR, .findings = findings, .cancellable = cancellable };
  gboolean ok;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && stories != NULL, NULL);

  if (run.repair && !np_library_is_writable (library, error))
    return NULL;
  run.catalog = np_library_get_catalog (library);
  run.store = np_catalog_get_store (run.catalog);
  run.tree = np_catalog_read_topics (run.catalog, &local);
  if (run.tree == NULL) /* the disk fails */
    {
      np_check_add (&run, NP_CHECK_ARTICLE, TRUE, "topics.json", local->message);
      g_clear_error (&local);
      run.tree = np_catalog_get_topics (run.catalog);
    }
  run.schema = np_json_schema_new ("article");
  run.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  run.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run.doubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.orphan = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ok = run_all (&run, progress, user_data, &local);
  *stories = g_hash_table_size (run.files);
  run_clear (&run);
  if (progress != NULL)
    progress (1, user_data);
  if (ok)
    return g_steal_pointer (&findings);
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
    case NP_CHECK_VERSION:
      return "version";
    case NP_CHECK_SCHEMA:
      return "schema";
    case NP_CHECK_DOUBLE:
      return "double";
    case NP_CHECK_PHOTO:
      return "photo";
    case NP_CHECK_PAGE:
      return "page";
    case NP_CHECK_OLDER:
      return "older";
    case NP_CHECK_TOPIC:
      return "topic";
    case NP_CHECK_TREE:
      return "tree";
    case NP_CHECK_INDEX:
      return "index";
    case NP_CHECK_CONFLICT:
      return "conflict";
    case NP_CHECK_ORPHAN:
      return "orphan";
    case NP_CHECK_STRANGER:
      return "stranger";
    }
  return NULL;
}
