/* Brings one story into the library: gets it, reads it, gets its photos, saves it. Blocking; safe from any thread. */
#pragma once

#include "fetch/np-fetcher.h"
#include "library/np-catalog.h"
#include "library/np-import-step.h"
#include "worker/np-worker-pool.h"

#include "np-config.h"

G_BEGIN_DECLS

/* What the provenance of a story says that read its page. */
#define NP_IMPORTER_EXTRACTOR "newsprint " NP_VERSION

/* What is to be imported. Exactly one of url, file and bytes is set. A plain record. */
typedef struct
{
  char *url;
  char *referrer; /* (nullable) the address of what leads to url; NULL: the user does */
  char *file;     /* path or file: address */
  GBytes *bytes;
  char *content_type; /* (nullable) of bytes */
  char *topic;        /* (nullable) key of a topic the story gets */
  gboolean no_photos; /* the photos stay where they are; captions and credits come all the same */
  gboolean again;     /* a story that was saved before gets the new version, if there is one */
  char *story;        /* (nullable) with again: the id of this story, whatever its page says of itself */
} NpImportTask;

/* What became of it. */
typedef struct
{
  char *story_id;       /* (nullable) */
  gboolean already;     /* story_id was in the library before */
  gboolean was_trashed; /* and in the trash */
  NpArticle *update;    /* (nullable) that story as it is to be; not yet saved */
  NpArticle *added;     /* (nullable) the story, when it was not there before */
  char **diagnostics;   /* (nullable) what could not be had */
} NpImportResult;

/* Called in the thread of the import; @title is NULL until it is known; @progress below 0 = not known. */
typedef void (*NpImporterProgress) (NpImportStep step, double progress, const char *title, gpointer user_data);

NpImportTask *np_import_task_copy (const NpImportTask *task);
void np_import_task_free (NpImportTask *task);
void np_import_result_clear (NpImportResult *result);
gboolean np_importer_run (NpCatalog *catalog, NpFetcher *fetcher, NpWorkerPool *workers, const NpImportTask *task,
                          NpImporterProgress progress, gpointer user_data, NpImportResult *result,
                          GCancellable *cancellable, GError **error);
void np_importer_suggest (NpCatalog *catalog, NpArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpImportTask, np_import_task_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpImportResult, np_import_result_clear)

G_END_DECLS
