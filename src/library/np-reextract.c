#include "library/np-reextract.h"

#include "library/np-difference.h"
#include "library/np-importer.h"
#include "library/np-kept-page-open.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-reextract-photos.h"
#include "library/np-renew.h"
#include "library/np-story-join.h"

/* One run: what all stories share. */
typedef struct
{
  NpCatalog *catalog;
  NpWorkerPool *workers;
  gboolean dry_run;
  GCancellable *cancellable;
} Run;

/**
 * np_reextraction_free:
 * @reextraction: (transfer full) (nullable): what became of a story
 */
void
np_reextraction_free (NpReextraction *reextraction)
{
  if (reextraction == NULL)
    return;
  g_free (reextraction->id);
  g_free (reextraction->headline);
  g_clear_error (&reextraction->error);
  g_free (reextraction);
}

static NpArticle *
read_page (Run *run, const NpArticle *old, const char *path, GError **error)
{
  g_autoptr (NpPage) page = np_kept_page_open (run->catalog, old, path, error);

  return page != NULL ? np_worker_pool_extract (run->workers, page, NULL, run->cancellable, error) : NULL;
}

/* All pages of a story. As long as one of them cannot be read, the story is better as it was. */
static NpArticle *
read_pages (Run *run, const NpArticle *old, GError **error)
{
  g_autoptr (NpArticle) fresh = read_page (run, old, old->provenance.page, error);

  for (guint i = 0; fresh != NULL && i < old->provenance.next_pages->len; i++)
    {
      g_autoptr (NpArticle) next = read_page (run, old, old->provenance.next_pages->pdata[i], error);

      if (next == NULL)
        return NULL;
      np_story_join (fresh, next);
    }
  return fresh != NULL && np_renew_check (fresh, old, error) ? g_steal_pointer (&fresh) : NULL;
}

/* Of how the page came nothing is new, but for who reads it. */
static void
take_origin (NpArticle *fresh, const NpArticle *old)
{
  g_autoptr (NpArticle) from = np_article_copy (old);
  NpProvenance *to = &fresh->provenance;

  g_free (to->fetched);
  g_free (to->final_url);
  g_free (to->content_type);
  g_free (to->page);
  to->fetched = g_steal_pointer (&from->provenance.fetched);
  to->final_url = g_steal_pointer (&from->provenance.final_url);
  to->content_type = g_steal_pointer (&from->provenance.content_type);
  to->page = g_steal_pointer (&from->provenance.page);
  g_ptr_array_unref (to->next_pages);
  to->next_pages = g_ptr_array_ref (from->provenance.next_pages);
  to->status = old->provenance.status;
  if (to->extractor == NULL)
    to->extractor = g_strdup (NP_IMPORTER_EXTRACTOR);
}

/* The story as it is to be; NULL without @error when nothing of it would be other than before. */
static NpArticle *
read_anew (Run *run, const NpArticle *old, NpArticleFields *changed, GError **error)
{
  NpArticleFields fields;
  NpStore *store = run->dry_run ? NULL : np_catalog_get_store (run->catalog);
  g_autoptr (NpArticle) fresh = read_pages (run, old, error);
  g_autoptr (NpArticle) wanted = NULL;

  if (fresh == NULL)
    return NULL;
  take_origin (fresh, old);
  fields = np_reextract_photos (fresh, old, np_renew_begin (fresh, old), store);
  wanted = np_renew_join (old, fresh, fields, error);
  if (wanted == NULL)
    return NULL;
  *changed = np_difference_of (old, wanted, fields);
  if (*changed & NP_ARTICLE_KEYWORDS)
    np_importer_suggest (run->catalog, wanted);
  return *changed != 0 ? g_steal_pointer (&wanted) : NULL;
}

/* Adds to @wanted what the story is to be, and says what becomes of it. */
static NpReextraction *
try_story (Run *run, const char *id, GPtrArray *wanted)
{
  NpReextraction *result = g_new0 (NpReextraction, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) old = np_catalog_read (run->catalog, id, NULL, &error);
  NpArticle *anew = NULL;

  result->id = g_strdup (id);
  if (old != NULL)
    {
      result->headline = g_strdup (old->headline);
      anew = read_anew (run, old, &result->changed, &error);
    }
  if (anew != NULL)
    g_ptr_array_add (wanted, anew);
  else if (error != NULL)
    result->error = np_library_error_take (g_steal_pointer (&error));
  return result;
}

/**
 * np_library_reextract:
 * @self: a library
 * @ids: (array zero-terminated=1): stories
 * @dry_run: whether to find out alone what would change; nothing is written then
 * @progress: (nullable): told after each story
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; no story is changed then
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Reads stories anew from the pages that were kept of them, each in the process that reads pages of strangers, and then
 * changes those that read differently, in one change that undo takes back. The former text of each is kept as a
 * version. What the user put right stays, and so do saved photos, topics, state, notes and highlights. A story whose
 * page is gone, or is none any more, is left as it was. Nothing is fetched. Blocking: not for the main thread of a
 * window.
 *
 * Returns: (transfer full) (element-type NpReextraction) (nullable): what became of each, in the order of @ids
 */
GPtrArray *
np_library_reextract (NpLibrary *self, const char *const *ids, gboolean dry_run, NpReextractProgress progress,
                      gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) np_reextraction_free);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) np_article_unref);
  g_autoptr (NpWorkerPool) workers = NULL;
  g_autoptr (NpChange) change = NULL;
  guint total;

  g_return_val_if_fail (NP_IS_LIBRARY (self) && ids != NULL, NULL);

  if (!dry_run && !np_library_is_writable (self, error))
    return NULL;
  workers = np_worker_pool_new ();
  total = g_strv_length ((char **) ids);
  for (guint i = 0; i < total; i++)
    {
      Run run = { np_library_get_catalog (self), workers, dry_run, cancellable };

      g_ptr_array_add (results, try_story (&run, ids[i], wanted));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (progress != NULL)
        progress (i + 1, total, user_data);
    }
  if (dry_run || wanted->len == 0)
    return g_steal_pointer (&results);
  change = np_change_new_reextract (wanted);
  return np_library_do (self, change, error) ? g_steal_pointer (&results) : NULL;
}
