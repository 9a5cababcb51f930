/* Connections that readers have in turn. Safe from any thread. */
#pragma once

#include "index/np-db.h"

G_BEGIN_DECLS

typedef struct _NpDbPool NpDbPool;

NpDbPool *np_db_pool_new (void);
void np_db_pool_free (NpDbPool *self);
NpDb *np_db_pool_take (NpDbPool *self, const char *path, GError **error);
void np_db_pool_give (NpDbPool *self, NpDb *db);
guint np_db_pool_renew (NpDbPool *self);
void np_db_pool_close (NpDbPool *self);
gboolean np_db_pool_is_current (NpDbPool *self, const NpDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpDbPool, np_db_pool_free)

G_END_DECLS
