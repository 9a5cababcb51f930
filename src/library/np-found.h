/* The files of stories that a scan found, and which of them the index knows otherwise. */
#pragma once

#include "index/np-index.h"
#include "store/np-store.h"

G_BEGIN_DECLS

typedef struct _NpFound NpFound;

NpFound *np_found_new (void);
void np_found_free (NpFound *found);
gboolean np_found_scan (NpFound *found, NpStore *store, GCancellable *cancellable, GError **error);
GHashTable *np_found_leave_changed (NpFound *found, NpIndex *index, GError **error);
const NpIndexFile *np_found_get_files (NpFound *found, guint *n_files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFound, np_found_free)

G_END_DECLS
