/* Gets the story at an address, wherever its page leads: on by itself, from a version for phones or printers to the
 * page proper, and on to the pages that it goes on on. Blocking; safe from any thread. */
#pragma once

#include "fetch/np-fetcher.h"
#include "model/np-article.h"
#include "worker/np-worker-pool.h"

G_BEGIN_DECLS

/* More pages than this are no story; the rest stays on the web, which a diagnostic says. */
#define NP_IMPORT_MAX_PAGES 20

/* What it works with, and who is told. A plain record that owns nothing. */
typedef struct
{
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  NpFetchProgress received;        /* (nullable) */
  void (*reading) (gpointer data); /* (nullable) a page has come and is being read */
  gpointer data;                   /* for both */
  GCancellable *cancellable;       /* (nullable) */
} NpImportPagesTools;

/* What came. */
typedef struct
{
  NpPage *page;       /* the first page */
  GPtrArray *next;    /* NpPage* those that it goes on on */
  NpArticle *article; /* all of them */
} NpImportPages;

gboolean np_import_pages_get (const NpImportPagesTools *tools, const char *url, const char *referrer,
                              NpImportPages *pages, GError **error);
void np_import_pages_clear (NpImportPages *pages);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpImportPages, np_import_pages_clear)

G_END_DECLS
