#include "library/np-kept-page.h"

#include "base/np-text.h"
#include "library/np-correct.h"
#include "library/np-kept-page-open.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "worker/np-worker-pool.h"

#include <string.h>

/* A block of fewer letters than this may stand in the story by chance, as a part of another word or sentence. */
#define SHORT 24

/* What the story has, folded: the text of each block that np_correct_insert() counts, and all its words. */
typedef struct
{
  GPtrArray *texts; /* char* */
  GString *words;   /* also those of tables, captions, headline and deck; each text between two line breaks */
} Known;

/**
 * np_kept_part_free:
 * @part: (transfer full) (nullable): a part
 */
void
np_kept_part_free (NpKeptPart *part)
{
  if (part == NULL)
    return;
  np_block_free (part->block);
  g_free (part);
}

/* --- what the story has already --- */

static void
know (Known *known, const char *text)
{
  g_autofree char *folded = text != NULL ? np_text_fold (text) : NULL;

  if (folded != NULL)
    g_string_append_printf (known->words, "%s\n", folded);
}

/* In the order of np_highlight_text_of(), as np_correct_insert() counts. */
static void
know_blocks (Known *known, GPtrArray *blocks, gboolean counted)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];
      gboolean counts =
          counted && block->type != NP_BLOCK_TABLE && block->type != NP_BLOCK_EMBED && block->type != NP_BLOCK_UNKNOWN;

      if (counts && block->text != NULL)
        g_ptr_array_add (known->texts, np_text_fold (block->text));
      know (known, block->text);
      know_blocks (known, block->children, counts);
    }
}

static void
know_story (Known *known, const NpArticle *article)
{
  known->texts = g_ptr_array_new_with_free_func (g_free);
  known->words = g_string_new ("\n");
  know (known, article->headline);
  know (known, article->deck);
  know (known, article->byline);
  know_blocks (known, article->body, TRUE);
  for (guint i = 0; i < article->figures->len; i++)
    {
      know (known, ((NpFigure *) article->figures->pdata[i])->caption);
      know (known, ((NpFigure *) article->figures->pdata[i])->credit);
    }
}

/* A short text has to be a whole line of the story, since "Notes" is a part of many words. */
static gboolean
has_text (const Known *known, const char *text)
{
  g_autofree char *folded = np_text_fold (text), *line = NULL;

  if (g_utf8_strlen (folded, -1) >= SHORT)
    return strstr (known->words->str, folded) != NULL;
  line = g_strdup_printf ("\n%s\n", folded);
  return strstr (known->words->str, line) != NULL;
}

/* A list or a table is there when all of it is. */
static gboolean
has_block (const Known *known, const NpBlock *block)
{
  if (block->text != NULL && *block->text != '\0' && !has_text (known, block->text))
    return FALSE;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    if (!has_block (known, block->children->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The last text of a block: what comes next on the page comes after it. */
static const char *
last_text (const NpBlock *block)
{
  for (guint i = block->children != NULL ? block->children->len : 0; i > 0; i--)
    {
      const char *text = last_text (block->children->pdata[i - 1]);

      if (text != NULL)
        return text;
    }
  return block->text;
}

/* The number of the story's block that has @text, from @from on: stories go the way of their pages. */
static gboolean
find_text (const Known *known, const char *text, guint from, guint *number)
{
  g_autofree char *folded = text != NULL ? np_text_fold (text) : NULL;

  for (guint i = from; folded != NULL && *folded != '\0' && i < known->texts->len; i++)
    if (strstr (known->texts->pdata[i], folded) != NULL)
      {
        *number = i;
        return TRUE;
      }
  return FALSE;
}

static GPtrArray *
list_parts (const Known *known, GPtrArray *blocks)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) np_kept_part_free);
  guint after = NP_CORRECT_BEGINNING, next = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      NpKeptPart *part = g_new0 (NpKeptPart, 1);

      part->block = np_block_copy (blocks->pdata[i]);
      part->present = has_block (known, part->block);
      if (part->present && find_text (known, last_text (part->block), next, &after))
        next = after + 1;
      part->after = after;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

/* --- the list --- */

/* All that stands on one of the pages, at the end of @blocks. */
static gboolean
add_page (NpLibrary *library, NpWorkerPool *workers, const NpArticle *article, const char *path, GPtrArray *blocks,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (NpPage) page = np_kept_page_open (np_library_get_catalog (library), article, path, error);
  g_autoptr (NpArticle) whole = NULL;

  if (page == NULL)
    return FALSE;
  page->whole = TRUE;
  whole = np_worker_pool_extract (workers, page, NULL, cancellable, error);
  for (guint i = 0; whole != NULL && i < whole->body->len; i++)
    g_ptr_array_add (blocks, np_block_copy (whole->body->pdata[i]));
  return whole != NULL;
}

static gboolean
add_pages (NpLibrary *library, const NpArticle *article, GPtrArray *blocks, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpWorkerPool) workers = np_worker_pool_new ();
  const NpProvenance *from = &article->provenance;
  gboolean ok = add_page (library, workers, article, from->page, blocks, cancellable, error);

  for (guint i = 0; ok && i < from->next_pages->len; i++)
    ok = add_page (library, workers, article, from->next_pages->pdata[i], blocks, cancellable, error);
  return ok;
}

/**
 * np_kept_page_list:
 * @library: a library
 * @article: a story of it
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`: `NP_LIBRARY_ERROR_NOT_FOUND` when no page of the story is kept; or cancelled
 *
 * Reads all the text of the pages that were kept of a story, in the process that reads pages of strangers. Blocking:
 * not for the main thread of a window.
 *
 * Returns: (transfer full) (element-type NpKeptPart) (nullable): its parts, in their order on the pages
 */
GPtrArray *
np_kept_page_list (NpLibrary *library, const NpArticle *article, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) np_block_free);
  g_autoptr (GError) local = NULL;
  GPtrArray *parts;
  Known known;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && article != NULL, NULL);

  if (!add_pages (library, article, blocks, cancellable, &local))
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  know_story (&known, article);
  parts = list_parts (&known, blocks);
  g_ptr_array_unref (known.texts);
  g_string_free (known.words, TRUE);
  return parts;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *parts = np_kept_page_list (source, data, cancellable, &error);

  if (parts != NULL)
    g_task_return_pointer (task, parts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_kept_page_list_async:
 * @library: a library
 * @article: a story of it
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when the page is read
 * @user_data: for @callback
 *
 * The asynchronous form of np_kept_page_list().
 */
void
np_kept_page_list_async (NpLibrary *library, NpArticle *article, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NP_IS_LIBRARY (library) && article != NULL);

  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_kept_page_list_async);
  g_task_set_task_data (task, np_article_ref (article), (GDestroyNotify) np_article_unref);
  g_task_run_in_thread (task, list_thread);
}

/**
 * np_kept_page_list_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Returns: (transfer full) (element-type NpKeptPart) (nullable): the parts of the page
 */
GPtrArray *
np_kept_page_list_finish (NpLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
