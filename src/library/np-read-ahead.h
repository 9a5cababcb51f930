/* Reads articles in threads of its own and works out what the index will know of them, while the one who writes the
 * index writes those before. */
#pragma once

#include "index/np-index.h"
#include "store/np-store.h"

G_BEGIN_DECLS

typedef struct _NpReadAhead NpReadAhead;

NpReadAhead *np_read_ahead_new (NpStore *store, const NpIndexFile *files, guint n_files);
void np_read_ahead_free (NpReadAhead *self);
NpIndexEntry *np_read_ahead_next (NpReadAhead *self);
gboolean np_read_ahead_take_trouble (NpReadAhead *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReadAhead, np_read_ahead_free)

G_END_DECLS
