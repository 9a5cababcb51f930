/* The photos, pages and older texts of a check: each is what its name says, and is named by a story. */
#include "library/np-check-run.h"

#include "json/np-json-following.h"
#include "json/np-json-searches.h"
#include "json/np-json-syntax.h"
#include "store/np-store-files.h"

#include <string.h>

/* A photo that nobody names may be on its way with its story, from another machine. */
#define MIN_AGE_USEC (24 * G_TIME_SPAN_HOUR)

/* A file is named by the SHA-256 of what is in it; of a page, before it was compressed. @error: it cannot be read,
 * which says nothing of what is in it. */
static gboolean
is_what_its_name_says (NpCheckRun *run, NpCheckKind kind, const char *file, GError **error)
{
  g_autofree char *base = g_path_get_basename (file), *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;

  bytes = kind == NP_CHECK_PAGE ? np_store_read_page (run->store, file, &trouble) : NULL;
  if (kind != NP_CHECK_PAGE)
    {
      g_autofree char *name = np_store_get_file (run->store, file);
      g_autoptr (GMappedFile) mapped = name != NULL ? g_mapped_file_new (name, FALSE, &trouble) : NULL;

      bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
    }
  if (trouble != NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED)
      && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND)
      && !g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&trouble));
  sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  return sum != NULL && g_str_has_prefix (base, sum);
}

static gboolean
is_there (NpCheckRun *run, const char *file)
{
  g_autofree char *name = np_store_get_file (run->store, file);

  return name != NULL && g_file_test (name, G_FILE_TEST_EXISTS);
}

/* What is wrong is set aside; the right one may be in the trash. The reference stays: sync may still bring the file. */
static void
mend (NpCheckRun *run, NpCheckFinding *finding, NpCheckKind kind, const char *file)
{
  g_autofree char *trashed = g_strconcat ("trash/", file, NULL);
  g_autoptr (GError) error = NULL;

  if (is_there (run, file))
    finding->kept = np_store_set_file_aside (run->store, file, "it is not what its name says", &error);
  if (error == NULL && is_there (run, trashed) && np_store_move_file (run->store, trashed, file, &error))
    finding->mended = is_what_its_name_says (run, kind, file, &error);
  np_check_take_trouble (finding, g_steal_pointer (&error));
}

/**
 * np_check_named_file:
 * @run: a check
 * @kind: `NP_CHECK_PHOTO`, `NP_CHECK_PAGE` or `NP_CHECK_OLDER`
 * @path: the story
 * @file: what it names
 *
 * Checks a photo, a page or an older text, once however many stories name it.
 */
void
np_check_named_file (NpCheckRun *run, NpCheckKind kind, const char *path, const char *file)
{
  NpCheckFinding *finding;
  g_autoptr (GError) unread = NULL;

  if (!g_hash_table_add (run->named, g_strdup (file)) || is_what_its_name_says (run, kind, file, &unread))
    return;
  finding = np_check_add (run, kind, TRUE, path, unread != NULL ? unread->message : file);
  if (run->repair && unread == NULL)
    mend (run, finding, kind, file);
}

/* Files that are named by what is in them. */
static gboolean
is_named (const char *path)
{
  return g_str_has_prefix (path, "media/") || g_str_has_prefix (path, "pages/") || g_str_has_prefix (path, "versions/");
}

static gboolean
is_ours (const char *path)
{
  static const char *const names[] = { "library.json", "topics.json", "searches.json", "feeds.json", NULL };
  const char *name = strrchr (path, '/');

  if (name == NULL)
    return *path == '.' || g_strv_contains (names, path);
  name++;
  return *name == '.' || g_str_has_prefix (path, "damaged/") || is_named (path)
         || (g_str_has_prefix (path, "trash/") && is_named (path + strlen ("trash/")))
         || ((g_str_has_prefix (path, "articles/") || g_str_has_prefix (path, "trash/articles/"))
             && g_str_has_suffix (name, ".json"));
}

static void
tell_orphan (NpCheckRun *run, const char *path)
{
  NpCheckFinding *finding = np_check_add (run, NP_CHECK_ORPHAN, FALSE, path, NULL);
  g_autofree char *to = g_strconcat ("trash/", path, NULL);
  g_autoptr (GError) error = NULL;

  if (!run->repair)
    return;
  finding->mended = np_store_move_file (run->store, path, to, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)) /* the same file was swept before */
    {
      g_clear_error (&error);
      finding->kept = np_store_set_file_aside (run->store, path, "no story refers to it", &error);
      finding->mended = finding->kept != NULL;
    }
  else if (finding->mended)
    finding->kept = g_steal_pointer (&to);
  np_check_take_trouble (finding, g_steal_pointer (&error));
}

static gboolean
on_file (const char *path, goffset size, gint64 age_us, gpointer user_data)
{
  NpCheckRun *run = user_data;
  const char *name = strrchr (path, '/');

  if (is_named (path) && name[1] != '.')
    {
      if (!run->unread && age_us > MIN_AGE_USEC && !g_hash_table_contains (run->named, path))
        tell_orphan (run, path);
    }
  else if (!is_ours (path))
    np_check_add (run, NP_CHECK_STRANGER, FALSE, path, NULL);
  return !g_cancellable_is_cancelled (run->cancellable);
}

/* One of the files at the top that no story names. */
typedef struct
{
  const char *path, *schema;
  guint version;
  GBytes *(*rewrite) (GBytes *bytes); /* gives what of it can be understood */
} Document;

static GBytes *
rewrite_searches (GBytes *bytes)
{
  g_autoptr (NpSearches) searches = np_json_searches_from_bytes (bytes, NULL, NULL);

  return searches != NULL ? np_json_searches_to_bytes (searches) : NULL;
}

static GBytes *
rewrite_feeds (GBytes *bytes)
{
  g_autoptr (NpFollowing) following = np_json_following_from_bytes (bytes, NULL, NULL);

  return following != NULL ? np_json_following_to_bytes (following) : NULL;
}

static const Document documents[] = {
  { "searches.json", "searches", NP_JSON_SEARCHES_VERSION, rewrite_searches },
  { "feeds.json", "feeds", NP_JSON_FOLLOWING_VERSION, rewrite_feeds },
};

static gboolean
is_as_in_schema (NpJsonSchema *schema, GBytes *bytes)
{
  g_autoptr (JsonNode) node = np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_autofree char *where = NULL, *why = NULL;

  return node != NULL && np_json_schema_check (schema, node, &where, &why);
}

/* It is written anew, and the file as it was is kept. What is none of its kind stays where it is: a later version may
 * know it. */
static void
mend_document (NpCheckRun *run, NpCheckFinding *finding, const Document *document, NpJsonSchema *schema, GBytes *bytes)
{
  g_autoptr (GBytes) anew = document->rewrite (bytes);
  g_autoptr (GError) error = NULL;

  if (anew == NULL || !is_as_in_schema (schema, anew))
    return;
  finding->kept = np_store_keep_copy (run->store, document->path, finding->detail, &error);
  finding->mended = finding->kept != NULL && np_store_write_file (run->store, document->path, anew, &error);
  np_check_take_trouble (finding, g_steal_pointer (&error));
}

static void
check_document (NpCheckRun *run, const Document *document)
{
  g_autoptr (NpJsonSchema) schema = np_json_schema_new (document->schema);
  g_autoptr (GBytes) bytes = np_store_read_file (run->store, document->path, NULL);
  NpCheckFinding *finding;
  g_autofree char *where = NULL, *why = NULL, *detail = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (bytes == NULL)
    return;
  node = np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (node == NULL)
    {
      finding = np_check_add (run, NP_CHECK_ARTICLE, TRUE, document->path, error->message);
      if (run->repair)
        finding->kept = np_store_set_file_aside (run->store, document->path, error->message, NULL);
      finding->mended = finding->kept != NULL;
      return;
    }
  if (np_check_version_of (node) > document->version)
    np_check_add (run, NP_CHECK_VERSION, TRUE, document->path, NULL);
  if (np_check_version_of (node) != document->version || np_json_schema_check (schema, node, &where, &why))
    return;
  detail = g_strdup_printf ("%s %s", where, why);
  finding = np_check_add (run, NP_CHECK_SCHEMA, TRUE, document->path, detail);
  if (run->repair)
    mend_document (run, finding, document, schema, bytes);
}

/**
 * np_check_other_files:
 * @run: a check whose stories are done
 * @error: any of `NP_STORE_ERROR`
 *
 * Looks for photos, pages and older texts that no story names, and for files of others. As long as a story cannot be
 * read nobody knows what it names, and nothing counts as nameless.
 *
 * Returns: whether every folder could be looked into
 */
gboolean
np_check_other_files (NpCheckRun *run, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    check_document (run, &documents[i]);
  return np_store_walk (run->store, "", on_file, run, error)
         && !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}
