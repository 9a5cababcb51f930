/* What the files of NpStore share. */
#pragma once

#include "store/np-ancestors.h"
#include "store/np-disk.h"
#include "store/np-store-news.h"
#include "store/np-store.h"

G_BEGIN_DECLS

/* No file of the library that is read whole is larger. */
#define NP_STORE_MAX_FILE ((gsize) 256 << 20)

NpDisk *np_store_get_disk (NpStore *self);
NpAncestors *np_store_get_ancestors (NpStore *self);
NpStoreNews *np_store_get_news (NpStore *self);
void np_store_add_later (NpStore *self, const char *path, gboolean governs);
gboolean np_store_begin_write (NpStore *self, GError **error);
void np_store_end_write (NpStore *self);
gboolean np_store_keep_named (NpStore *self, const char *path, GBytes *bytes, GError **error);
gboolean np_store_set_aside (NpStore *self, const char *path, GBytes *bytes, const char *why, char **where,
                             GError **error);

/* Holds the right to write until the end of the block. */
typedef NpStore NpStoreWriting;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoreWriting, np_store_end_write)

/* Gives @self when it may be written to, else NULL with an error. */
static inline NpStoreWriting *
np_store_writing (NpStore *self, GError **error)
{
  return np_store_begin_write (self, error) ? self : NULL;
}

G_END_DECLS
