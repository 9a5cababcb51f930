/* What the two halves of np-trash share: finding out what would go, and having it gone. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-trash-run-result.h"

G_BEGIN_DECLS

typedef struct _NpTrashRun NpTrashRun;

NpTrashRun *np_trash_run_new (NpCatalog *catalog, const char *const *ids);
void np_trash_run_free (NpTrashRun *run);
gboolean np_trash_run_look (NpTrashRun *run, GCancellable *cancellable, GError **error);
void np_trash_run_weigh (NpTrashRun *run, NpTrashResult *result);
gboolean np_trash_run_delete (NpTrashRun *run, NpTrashResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTrashRun, np_trash_run_free)

G_END_DECLS
