/* The stories of a check: each file read, held against its schema, its references followed. */
#include "library/np-check-run.h"

#include "json/np-json-article.h"
#include "json/np-json-syntax.h"
#include "store/np-store-files.h"
#include "store/np-uuid.h"

#include <string.h>

static JsonNode *
parse (GBytes *bytes)
{
  return np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

/* The document with what is wrong taken out and what is missing filled in; NULL when it cannot be mended so. */
static GBytes *
mend (NpJsonSchema *schema, const char *path, GBytes *bytes)
{
  g_autoptr (GBytes) now = g_bytes_ref (bytes);
  g_autofree char *name = g_path_get_basename (path);

  /* Gently at first: what is missing is filled in by the writer. What it does not fill in has to go. */
  for (int hard = FALSE; hard <= TRUE; hard++)
    {
      g_autoptr (JsonNode) node = parse (now), mended = NULL;
      g_autoptr (GBytes) text = NULL;
      g_autoptr (NpArticle) article = NULL;
      g_autofree char *printed = NULL;

      np_json_schema_prune (schema, node, hard);
      printed = json_to_string (node, FALSE);
      text = g_bytes_new (printed, strlen (printed));
      article = np_json_article_from_bytes (text, NULL);
      if (article == NULL)
        return NULL;
      if (article->id == NULL)
        article->id = np_uuid_for (name);
      if (article->saved == NULL)
        article->saved = g_strdup ("1970-01-01");
      g_bytes_unref (now);
      now = np_json_article_to_bytes (article);
      mended = parse (now);
      if (np_json_schema_check (schema, mended, NULL, NULL))
        return g_steal_pointer (&now);
    }
  return NULL;
}

static void
check_schema (NpCheckRun *run, const char *path, GBytes *bytes)
{
  g_autoptr (JsonNode) node = parse (bytes);
  g_autofree char *where = NULL, *why = NULL, *detail = NULL;
  g_autoptr (GBytes) mended = NULL;
  g_autoptr (GError) error = NULL;
  NpCheckFinding *finding;

  /* What is read of an older one is of this version, and it is written so with its next change. */
  if (node == NULL || np_check_version_of (node) < NP_JSON_ARTICLE_VERSION
      || np_json_schema_check (run->schema, node, &where, &why))
    return;
  detail = g_strdup_printf ("%s %s", *where != '\0' ? where : "/", why);
  finding = np_check_add (run, NP_CHECK_SCHEMA, TRUE, path, detail);
  mended = run->repair ? mend (run->schema, path, bytes) : NULL;
  if (mended == NULL)
    return;
  finding->kept = np_store_keep_copy (run->store, path, detail, &error);
  finding->mended = finding->kept != NULL && np_store_write_file (run->store, path, mended, &error);
  np_check_take_trouble (finding, g_steal_pointer (&error));
}

/* Two files of one id: a copy that somebody made. The very same again is set aside; another gets an id of its own. */
static void
check_id (NpCheckRun *run, const char *path, NpArticle *article, GBytes *bytes)
{
  const char *first = g_hash_table_lookup (run->ids, article->id);
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GError) error = NULL;
  NpCheckFinding *finding;

  if (first == NULL)
    {
      g_hash_table_insert (run->ids, g_strdup (article->id), g_strdup (path));
      return;
    }
  finding = np_check_add (run, NP_CHECK_DOUBLE, TRUE, path, first);
  if (!run->repair)
    {
      g_hash_table_add (run->doubles, g_strdup (article->id));
      return;
    }
  other = np_store_read_file (run->store, first, NULL);
  if (other != NULL && g_bytes_equal (other, bytes))
    {
      finding->kept = np_store_set_file_aside (run->store, path, "the same story is there twice", &error);
      finding->mended = finding->kept != NULL;
    }
  else
    {
      g_free (article->id);
      article->id = g_uuid_string_random ();
      finding->mended = np_store_write_article (run->store, path, article, &error);
      g_hash_table_insert (run->ids, g_strdup (article->id), g_strdup (path));
    }
  np_check_take_trouble (finding, g_steal_pointer (&error));
}

static void
check_files (NpCheckRun *run, const char *path, const NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->file != NULL)
      np_check_named_file (run, NP_CHECK_PHOTO, path, ((NpFigure *) article->figures->pdata[i])->file);
  if (article->provenance.page != NULL)
    np_check_named_file (run, NP_CHECK_PAGE, path, article->provenance.page);
  for (guint i = 0; i < article->provenance.next_pages->len; i++)
    np_check_named_file (run, NP_CHECK_PAGE, path, article->provenance.next_pages->pdata[i]);
}

/* An older text has its own photos and page. As long as it cannot be read nobody knows which. */
static void
check_version (NpCheckRun *run, const char *path, const char *file)
{
  gboolean known = g_hash_table_contains (run->named, file);
  g_autoptr (NpArticle) text = NULL;

  np_check_named_file (run, NP_CHECK_OLDER, path, file);
  if (known)
    return;
  text = np_store_read_version (run->store, file, NULL);
  if (text != NULL)
    check_files (run, path, text);
  else
    run->unread = TRUE;
}

static void
check_references (NpCheckRun *run, const char *path, const NpArticle *article)
{
  check_files (run, path, article);
  for (guint i = 0; i < article->versions->len; i++)
    check_version (run, path, ((NpVersion *) article->versions->pdata[i])->file);
  for (guint i = 0; i < article->topics->len; i++)
    {
      const char *key = article->topics->pdata[i];

      if (*key != '\0' && np_topic_tree_resolve (run->tree, key) == NULL
          && !g_hash_table_contains (np_topic_tree_get_dropped (run->tree), key)
          && !g_hash_table_contains (run->orphan, key))
        g_hash_table_insert (run->orphan, g_strdup (key), g_strdup (path));
    }
}

static guint
digest_of (const NpArticle *article)
{
  GString *text = g_string_new (article->headline);
  guint digest;

  g_string_append_printf (text, "|%d%d%d", !!article->read, !!article->starred, !!article->archived);
  for (guint i = 0; i < article->topics->len; i++)
    g_string_append_printf (text, "|%s", (char *) article->topics->pdata[i]);
  digest = g_str_hash (text->str);
  g_string_free (text, TRUE);
  return digest;
}

static void
remember (NpCheckRun *run, const char *path, const NpArticle *article)
{
  NpCheckedFile *file = g_new0 (NpCheckedFile, 1);

  file->id = article != NULL ? g_strdup (article->id) : NULL;
  file->digest = article != NULL ? digest_of (article) : 0;
  g_hash_table_insert (run->files, g_strdup (path), file);
}

/* A file that cannot be read goes to damaged/ by being read as a story. */
static void
tell_unreadable (NpCheckRun *run, const char *path, const GError *error)
{
  NpCheckFinding *finding = np_check_add (run, NP_CHECK_ARTICLE, TRUE, path, error->message);

  run->unread = TRUE;
  finding->mended = run->repair && g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED);
  if (!finding->mended)
    remember (run, path, NULL);
}

/**
 * np_check_article:
 * @run: a check
 * @path: the file of a story
 *
 * Checks one story.
 */
void
np_check_article (NpCheckRun *run, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (run->store, path, &error), again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  if (article == NULL)
    {
      tell_unreadable (run, path, error);
      return;
    }
  bytes = np_store_read_file (run->store, path, NULL);
  if (bytes == NULL)
    return;
  if (article->later) /* nobody knows all that it names */
    {
      np_check_add (run, NP_CHECK_VERSION, FALSE, path, NULL);
      run->unread = TRUE;
      check_references (run, path, article);
      remember (run, path, article);
      return;
    }
  check_schema (run, path, bytes);
  again = np_store_read_article (run->store, path, NULL); /* as it is now */
  if (again == NULL)
    return;
  check_id (run, path, again, bytes);
  check_references (run, path, again);
  if (np_store_stat_article (run->store, path, NULL, NULL, NULL))
    remember (run, path, again);
}
