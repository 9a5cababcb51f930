/* What np-library.c hands to its other parts, np-library-changes.c and np-library-looking.c. */
#pragma once

#include "library/np-advisor.h"
#include "library/np-catalog-update.h"
#include "library/np-editor.h"
#include "library/np-import-queue.h"
#include "library/np-library.h"
#include "library/np-tally.h"
#include "library/np-work-queue.h"

G_BEGIN_DECLS

gboolean np_library_check_folder (const char *folder, GError **error);
gboolean np_library_is_open (NpLibrary *self);
NpCatalog *np_library_get_catalog (NpLibrary *self);
NpEditor *np_library_get_editor (NpLibrary *self);
NpImportQueue *np_library_get_queue (NpLibrary *self);
NpFetcher *np_library_get_fetcher (NpLibrary *self);
NpTally *np_library_get_tally (NpLibrary *self);
NpAdvisor *np_library_get_advisor (NpLibrary *self);
gboolean np_library_push_work (NpLibrary *self, NpWorkFunc func, gpointer data);
void np_library_refresh_work (gpointer owner, gpointer data);
void np_library_tell_progress (double progress, gpointer user_data);
void np_library_tell_damage (NpLibrary *self);
void np_library_tell_changed (NpLibrary *self, gboolean topics_too);
void np_library_tell_searches (NpLibrary *self);
void np_library_tell_news (const NpCatalogNews *news, gpointer user_data);
void np_library_keep_imports (NpLibrary *self);
void np_library_resume_imports (NpLibrary *self);
char *np_library_dup_referring_feed (NpLibrary *self, const char *url);
void np_library_close_feeds (NpLibrary *self);
void np_library_look_at_feeds (NpLibrary *self);
gboolean np_library_import_saved (const NpImportTask *task, const NpImportResult *result, gpointer user_data,
                                  GError **error);

G_END_DECLS
