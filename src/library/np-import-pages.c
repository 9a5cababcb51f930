#include "library/np-import-pages.h"

#include "base/np-uri-page.h"
#include "base/np-uri.h"
#include "library/np-story-join.h"

/* How often a page may lead to another one before there is a story: each step can be ten redirects. */
#define MAX_STEPS 5

/* A page that goes on at once is not seen by anyone, whatever stands on it. */
#define AT_ONCE_SECONDS 1

/* A page that goes on and says less than this is no story: "You are being redirected." */
#define FEW_WORDS 50

/* The pages of a story may be so many bytes in all. */
#define MAX_BYTES (60 << 20)

/* One page, and what was read in it: a story or why there is none. */
typedef struct
{
  NpPage *page;       /* (nullable) NULL: it could not be had */
  NpArticle *article; /* (nullable) */
  NpLeads leads;
  GError *error; /* (nullable) */
} Read;

static void
read_clear (Read *read)
{
  g_clear_pointer (&read->page, np_page_free);
  g_clear_pointer (&read->article, np_article_unref);
  np_leads_clear (&read->leads);
  g_clear_error (&read->error);
}

/* A name and a password in an address are for the site, not for the library: nor for whom it is shared with. */
static void
forget_user (char **address)
{
  char *clean = np_uri_without_user (*address);

  g_free (*address);
  *address = clean;
}

static void
fetch_and_read (const NpImportPagesTools *tools, const char *url, const char *referrer, Read *read)
{
  *read = (Read){ 0 };
  read->page = np_fetcher_fetch (tools->fetcher, url, NP_FETCH_PAGE, referrer, tools->received, tools->data,
                                 tools->cancellable, &read->error);
  if (read->page == NULL)
    return;
  forget_user (&read->page->url);
  forget_user (&read->page->final_url);
  for (guint i = 0; i < read->page->redirects->len; i++)
    forget_user ((char **) &read->page->redirects->pdata[i]);
  if (tools->reading != NULL)
    tools->reading (tools->data);
  read->article = np_worker_pool_extract (tools->workers, read->page, &read->leads, tools->cancellable, &read->error);
}

/* Where @read leads before it can be taken for the story; NULL: nowhere. */
static const char *
get_target (const Read *read)
{
  if (read->leads.refresh != NULL && (read->article == NULL || read->leads.refresh_seconds <= AT_ONCE_SECONDS))
    return read->leads.refresh;
  return read->leads.canonical;
}

/* A page that is only on the way to another. */
static gboolean
is_passed_by (const Read *read)
{
  return read->leads.refresh != NULL && (read->article == NULL || np_article_count_words (read->article) < FEW_WORDS);
}

/* Whether @other is what @read led to. The page proper may hold less than the version made for phones: its beginning,
 * or nothing without scripts. */
static gboolean
is_better (const Read *read, const Read *other)
{
  if (read->article == NULL || is_passed_by (read))
    return TRUE;
  return other->article != NULL
         && np_article_count_words (other->article) >= np_article_count_words (read->article) / 2;
}

/* A page that leads where one has been already, or on and on. */
static void
end_in_circle (Read *read)
{
  if (!is_passed_by (read))
    return;
  g_clear_pointer (&read->article, np_article_unref);
  g_clear_error (&read->error);
  g_set_error (&read->error, NP_FETCH_ERROR, NP_FETCH_ERROR_REDIRECTS, "%s goes on to other pages without end",
               read->page->final_url);
}

static void
note_way (NpPage *page, const NpPage *from)
{
  guint n = 0;

  for (guint i = 0; i < from->redirects->len; i++)
    g_ptr_array_insert (page->redirects, (int) n++, g_strdup (from->redirects->pdata[i]));
  g_ptr_array_insert (page->redirects, (int) n, g_strdup (from->final_url));
}

static gboolean
was_here (const NpPage *page, const char *target)
{
  return g_strcmp0 (page->final_url, target) == 0
         || g_ptr_array_find_with_equal_func (page->redirects, target, g_str_equal, NULL);
}

/* Goes where the page leads, as long as that is an improvement. */
static void
follow_leads (const NpImportPagesTools *tools, Read *read)
{
  for (guint step = 0; step < MAX_STEPS; step++)
    {
      const char *target = read->page != NULL ? get_target (read) : NULL;
      Read other;

      if (target == NULL)
        return;
      if (was_here (read->page, target))
        {
          end_in_circle (read);
          return;
        }
      fetch_and_read (tools, target, read->page->final_url, &other);
      if (!is_better (read, &other))
        {
          read_clear (&other);
          return;
        }
      if (other.page != NULL)
        note_way (other.page, read->page);
      read_clear (read);
      *read = other;
    }
  if (read->page != NULL && get_target (read) != NULL)
    end_in_circle (read);
}

static void
add_trouble (NpArticle *article, guint number, const char *what)
{
  g_ptr_array_add (article->diagnostics, g_strdup_printf ("page %u of the story is missing: %s", number, what));
}

/* Adds page @number; gives whether the story may go on after it. */
static gboolean
add_page (const NpImportPagesTools *tools, NpImportPages *pages, guint number, char **next)
{
  const NpPage *last = pages->next->len > 0 ? pages->next->pdata[pages->next->len - 1] : pages->page;
  g_autofree char *url = g_steal_pointer (next);
  gboolean goes_on = FALSE;
  Read read;

  fetch_and_read (tools, url, last->final_url, &read);
  if (read.error != NULL && !g_error_matches (read.error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_trouble (pages->article, number, read.error->message);
  else if (read.article != NULL && np_uri_page_follows (pages->page->final_url, number, read.page->final_url)
           && np_story_join_is_same (pages->article, read.article) && np_story_join (pages->article, read.article) > 0)
    {
      g_ptr_array_add (pages->next, g_steal_pointer (&read.page));
      *next = g_steal_pointer (&read.leads.next);
      goes_on = *next != NULL;
    }
  read_clear (&read);
  return goes_on;
}

static gsize
count_bytes (const NpImportPages *pages)
{
  gsize bytes = g_bytes_get_size (pages->page->bytes);

  for (guint i = 0; i < pages->next->len; i++)
    bytes += g_bytes_get_size (((NpPage *) pages->next->pdata[i])->bytes);
  return bytes;
}

/* Joins the pages on which the story goes on. A page that cannot be had ends it, and the story says so. */
static void
join_pages (const NpImportPagesTools *tools, NpImportPages *pages, char *first)
{
  g_autofree char *next = first;

  for (guint number = 2; next != NULL && np_uri_page_follows (pages->page->final_url, number, next); number++)
    {
      if (number > NP_IMPORT_MAX_PAGES || count_bytes (pages) > MAX_BYTES)
        {
          add_trouble (pages->article, number, "there are too many");
          return;
        }
      if (!add_page (tools, pages, number, &next))
        return;
    }
}

/**
 * np_import_pages_get:
 * @tools: what it works with
 * @url: an address
 * @referrer: (nullable): the address of what leads to @url; `NULL`: the user does
 * @pages: (out caller-allocates): what came; cleared by the caller
 * @error: of `NP_FETCH_ERROR`, `NP_EXTRACT_ERROR` or `NP_WORKER_ERROR`, or cancelled
 *
 * A page that goes on by itself (meta refresh) is left for where it goes; AMP and print versions for the page that they
 * name as canonical, unless that cannot be had or holds less. Each is fetched as something that the page refers to: a
 * public page never leads into the user's own network. The pages of one story are joined.
 *
 * Returns: whether there is a story
 */
gboolean
np_import_pages_get (const NpImportPagesTools *tools, const char *url, const char *referrer, NpImportPages *pages,
                     GError **error)
{
  Read read;

  *pages = (NpImportPages){ 0 };
  fetch_and_read (tools, url, referrer, &read);
  follow_leads (tools, &read);
  if (read.article != NULL && !g_cancellable_set_error_if_cancelled (tools->cancellable, error))
    {
      pages->page = g_steal_pointer (&read.page);
      g_free (pages->page->url);
      pages->page->url = np_uri_without_user (url);
      pages->article = g_steal_pointer (&read.article);
      g_free (pages->article->url);
      pages->article->url = np_uri_without_user (url);
      pages->next = g_ptr_array_new_with_free_func ((GDestroyNotify) np_page_free);
      join_pages (tools, pages, g_steal_pointer (&read.leads.next));
    }
  else if (read.article == NULL)
    g_propagate_error (error, g_steal_pointer (&read.error));
  read_clear (&read);
  return pages->article != NULL && !g_cancellable_set_error_if_cancelled (tools->cancellable, error);
}

/**
 * np_import_pages_clear:
 * @pages: what came
 */
void
np_import_pages_clear (NpImportPages *pages)
{
  g_clear_pointer (&pages->page, np_page_free);
  g_clear_pointer (&pages->next, g_ptr_array_unref);
  g_clear_pointer (&pages->article, np_article_unref);
}
