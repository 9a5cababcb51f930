#include "library/np-importer.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "library/np-import-pages.h"
#include "library/np-import-photos.h"
#include "library/np-library-error.h"
#include "library/np-local-file.h"
#include "library/np-reextract-photos.h"
#include "library/np-renew.h"
#include "model/np-reading.h"
#include "model/np-time.h"
#include "topics/np-rule.h"
#include "topics/np-suggest.h"

/* How many suggestions are kept with a story. */
#define MAX_SUGGESTED 20

/**
 * np_import_task_copy:
 * @task: a task
 *
 * Returns: (transfer full): a deep copy
 */
NpImportTask *
np_import_task_copy (const NpImportTask *task)
{
  NpImportTask *copy = g_new0 (NpImportTask, 1);

  copy->url = g_strdup (task->url);
  copy->referrer = g_strdup (task->referrer);
  copy->file = g_strdup (task->file);
  copy->bytes = task->bytes != NULL ? g_bytes_ref (task->bytes) : NULL;
  copy->content_type = g_strdup (task->content_type);
  copy->topic = g_strdup (task->topic);
  copy->no_photos = task->no_photos;
  copy->again = task->again;
  copy->story = g_strdup (task->story);
  return copy;
}

/**
 * np_import_task_free:
 * @task: (transfer full) (nullable): a task
 */
void
np_import_task_free (NpImportTask *task)
{
  if (task == NULL)
    return;
  g_free (task->url);
  g_free (task->referrer);
  g_free (task->file);
  g_clear_pointer (&task->bytes, g_bytes_unref);
  g_free (task->content_type);
  g_free (task->topic);
  g_free (task->story);
  g_free (task);
}

/**
 * np_import_result_clear:
 * @result: a result
 *
 * Frees what @result holds.
 */
void
np_import_result_clear (NpImportResult *result)
{
  g_clear_pointer (&result->story_id, g_free);
  g_clear_pointer (&result->update, np_article_unref);
  g_clear_pointer (&result->added, np_article_unref);
  g_clear_pointer (&result->diagnostics, g_strfreev);
}

/* One run: what its steps share. */
typedef struct
{
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  const NpImportTask *task;
  NpImporterProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Run;

static void
tell (Run *run, NpImportStep step, double progress, const char *title)
{
  if (run->progress != NULL)
    run->progress (step, progress, title, run->user_data);
}

static void
on_received (gsize received, gsize total, gpointer user_data)
{
  tell (user_data, NP_IMPORT_FETCHING, total > 0 ? (double) received / (double) total : -1, NULL);
}

static void
on_photo (guint done, guint total, gpointer user_data)
{
  tell (user_data, NP_IMPORT_PHOTOS, total > 0 ? (double) done / total : -1, NULL);
}

static gboolean
check_address (const char *url, GError **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  if (np_uri_is_web (url))
    return TRUE;
  if (scheme != NULL && !g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_SCHEME, "%s: not an http or https address", url);
  else
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_BAD_ADDRESS, "%s: not an address", url);
  return FALSE;
}

static void
on_reading (gpointer user_data)
{
  tell (user_data, NP_IMPORT_READING, -1, NULL);
}

static NpPage *
get_local_page (Run *run, GError **error)
{
  NpPage *page;

  if (run->task->file != NULL)
    return np_local_file_read (run->task->file, run->cancellable, error);
  page = np_page_new (run->task->bytes);
  page->content_type = g_strdup (run->task->content_type);
  page->charset = g_strdup ("utf-8");
  return page;
}

/* Gets what is to be imported, and reads it. */
static gboolean
get_pages (Run *run, NpImportPages *pages, GError **error)
{
  const NpImportPagesTools tools = { run->fetcher, run->workers, on_received, on_reading, run, run->cancellable };

  if (run->task->url != NULL)
    {
      tell (run, NP_IMPORT_FETCHING, -1, NULL);
      return np_import_pages_get (&tools, run->task->url, run->task->referrer, pages, error);
    }
  *pages = (NpImportPages){ .page = get_local_page (run, error) };
  if (pages->page == NULL)
    return FALSE;
  on_reading (run);
  pages->next = g_ptr_array_new_with_free_func ((GDestroyNotify) np_page_free);
  pages->article = np_worker_pool_extract (run->workers, pages->page, NULL, run->cancellable, error);
  return pages->article != NULL;
}

/* Takes note that the story of @id is what was to be imported; swallows @id, which may be NULL. */
static gboolean
take_saved (Run *run, char *id, NpImportResult *result)
{
  g_autoptr (NpStory) story = NULL;

  if (id == NULL)
    return FALSE;
  story = np_index_find_story (np_catalog_get_index (run->catalog), id, NULL);
  result->story_id = id;
  result->already = TRUE;
  result->was_trashed = story != NULL && np_story_get_trashed (story);
  tell (run, NP_IMPORT_SAVING, 1, story != NULL ? np_story_get_headline (story) : NULL);
  return TRUE;
}

static void
fill_from_page (NpArticle *article, const NpPage *page)
{
  NpProvenance *from = &article->provenance;

  if (!np_uri_is_web (article->url))
    {
      g_free (article->url);
      article->url = g_strdup (np_uri_is_web (page->url) ? page->url : article->canonical_url);
    }
  if (article->site_domain == NULL)
    article->site_domain = np_uri_dup_domain (page->final_url != NULL ? page->final_url : article->url);
  if (from->extractor == NULL)
    from->extractor = g_strdup (NP_IMPORTER_EXTRACTOR);
  g_free (from->fetched);
  from->fetched = np_time_now ();
  g_free (from->final_url);
  from->final_url = np_uri_is_web (page->final_url) ? g_strdup (page->final_url) : NULL;
  g_free (from->content_type);
  from->content_type = g_strdup (page->content_type);
  from->status = page->status;
}

/**
 * np_importer_suggest:
 * @catalog: the library
 * @article: a story that the caller alone holds
 *
 * Sets the topics that are suggested for @article, as an import does.
 */
void
np_importer_suggest (NpCatalog *catalog, NpArticle *article)
{
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (catalog);
  g_autoptr (GPtrArray) suggestions = np_suggest_topics (article, tree, NULL, NULL, NP_SUGGEST_ALL, MAX_SUGGESTED);

  g_ptr_array_unref (article->suggested_topics);
  article->suggested_topics = np_suggest_list_names (suggestions);
}

/* What became of its topics while the story was on its way: one that was merged is the other now, and one that is no
 * more is not given to it. Called with the library held, so that it stays so until the story is there. */
static void
settle_topics (Run *run, NpArticle *article)
{
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (run->catalog);
  g_autoptr (GPtrArray) keys = article->topics;

  article->topics = np_strings_new ();
  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys->pdata[i]);

      if (topic != NULL && !np_article_has_topic (article, topic->key))
        g_ptr_array_add (article->topics, g_strdup (topic->key));
    }
}

static void
add_by_rules (Run *run, NpArticle *article)
{
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (run->catalog);
  g_autoptr (GPtrArray) keys = np_rule_list_topics (article, tree);

  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (article->topics, g_strdup (keys->pdata[i]));
}

/* Completes the article: it lacks nothing then but its photos and its place on disk. */
static void
complete (Run *run, const NpImportPages *pages)
{
  NpArticle *article = pages->article;

  tell (run, NP_IMPORT_READING, -1, article->headline);
  fill_from_page (article, pages->page);
  if (run->task->topic != NULL && !np_article_has_topic (article, run->task->topic))
    g_ptr_array_add (article->topics, g_strdup (run->task->topic));
  add_by_rules (run, article);
  np_importer_suggest (run->catalog, article);
}

/* Keeps the pages as they came, instead of those that @from names. */
static gboolean
keep_pages (NpStore *store, const NpImportPages *pages, NpProvenance *from, GError **error)
{
  g_free (from->page);
  from->page = np_store_add_page (store, pages->page->bytes, error);
  g_ptr_array_set_size (from->next_pages, 0);
  for (guint i = 0; from->page != NULL && i < pages->next->len; i++)
    {
      char *kept = np_store_add_page (store, ((NpPage *) pages->next->pdata[i])->bytes, error);

      if (kept == NULL)
        return FALSE;
      g_ptr_array_add (from->next_pages, kept);
    }
  return from->page != NULL;
}

static void
get_photos (Run *run, NpArticle *article, const NpPage *page)
{
  if (run->task->no_photos)
    np_import_leave_photos (article);
  else
    np_import_photos (article, page, run->task->file, np_catalog_get_store (run->catalog), run->fetcher, on_photo, run,
                      run->cancellable);
}

/* Makes of the story of @result and of how its page reads now the story as it is to be, if a reader would see a
 * difference. Photos that it has already are not fetched again. */
static gboolean
update (Run *run, const NpImportPages *pages, NpImportResult *result, GError **error)
{
  NpArticle *fresh = pages->article;
  NpStore *store = np_catalog_get_store (run->catalog);
  gboolean from_web = run->task->file == NULL;
  g_autoptr (NpArticle) old = np_catalog_read (run->catalog, result->story_id, NULL, error), wanted = NULL;
  NpArticleFields fields;

  if (old == NULL || !np_renew_check (fresh, old, error))
    return FALSE;
  fields = np_renew_begin (fresh, old);
  if (!from_web)
    get_photos (run, fresh, pages->page);
  fields = np_reextract_photos (fresh, old, fields, store);
  if (from_web && (fields & NP_ARTICLE_FIGURES))
    get_photos (run, fresh, pages->page);
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  wanted = np_renew_join (old, fresh, fields, error);
  if (wanted == NULL || np_reading_equal (old, wanted))
    return wanted != NULL;
  if (!keep_pages (store, pages, &wanted->provenance, error))
    return FALSE;
  np_importer_suggest (run->catalog, wanted);
  result->update = g_steal_pointer (&wanted);
  return TRUE;
}

static gboolean
add (Run *run, NpArticle *article, char **saved_before, GError **error)
{
  gboolean ok;

  np_catalog_hold (run->catalog);
  settle_topics (run, article);
  ok = np_catalog_add (run->catalog, article, saved_before, error);
  np_catalog_release (run->catalog);
  return ok;
}

static gboolean
save (Run *run, const NpImportPages *pages, NpImportResult *result, GError **error)
{
  const NpImportTask *task = run->task;
  NpStore *store = np_catalog_get_store (run->catalog);
  NpArticle *article = pages->article;
  char *saved_before = NULL;

  if (task->again
      && take_saved (run, task->story != NULL ? g_strdup (task->story) : np_catalog_find_saved (run->catalog, article),
                     result))
    return update (run, pages, result, error);
  if (!keep_pages (store, pages, &article->provenance, error))
    return FALSE;
  if (take_saved (run, np_catalog_find_saved (run->catalog, article), result))
    return TRUE;
  get_photos (run, article, pages->page);
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  tell (run, NP_IMPORT_SAVING, -1, NULL);
  if (!add (run, article, &saved_before, error))
    return FALSE;
  if (take_saved (run, saved_before, result))
    return TRUE;
  result->story_id = g_strdup (article->id);
  result->added = np_article_ref (article);
  result->diagnostics = g_new0 (char *, article->diagnostics->len + 1);
  for (guint i = 0; i < article->diagnostics->len; i++)
    result->diagnostics[i] = g_strdup (article->diagnostics->pdata[i]);
  return TRUE;
}

static gboolean
run_import (Run *run, NpImportResult *result, GError **error)
{
  const char *url = run->task->url;
  g_auto (NpImportPages) pages = { 0 };

  if (url != NULL && !check_address (url, error))
    return FALSE;
  if (url != NULL && !run->task->again
      && take_saved (run, np_index_find_id_by_url (np_catalog_get_index (run->catalog), url, NULL), result))
    return TRUE;
  if (!get_pages (run, &pages, error))
    return FALSE;
  complete (run, &pages);
  return save (run, &pages, result, error);
}

/**
 * np_importer_run:
 * @catalog: the library; it has to be writable
 * @fetcher: the network
 * @workers: who reads the page
 * @task: what to import
 * @progress: (nullable): told of each step
 * @user_data: for @progress
 * @result: (out caller-allocates): what became of it; cleared by the caller
 * @cancellable: (nullable): stops it; nothing of the story is left then
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * A photo that cannot be had does not stop an import: it becomes a diagnostic, and its caption and credit are kept.
 *
 * Returns: whether the story is in the library, saved now or before; the new version of one that was saved before is
 *   in @result, to be saved by a change
 */
gboolean
np_importer_run (NpCatalog *catalog, NpFetcher *fetcher, NpWorkerPool *workers, const NpImportTask *task,
                 NpImporterProgress progress, gpointer user_data, NpImportResult *result, GCancellable *cancellable,
                 GError **error)
{
  Run run = { catalog, fetcher, workers, task, progress, user_data, cancellable };
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (catalog) && task != NULL && result != NULL, FALSE);

  *result = (NpImportResult){ 0 };
  if (run_import (&run, result, &local))
    return TRUE;
  g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return FALSE;
}
