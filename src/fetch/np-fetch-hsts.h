/* Sites that want to be asked over https alone (HSTS, RFC 6797), also after a restart. Safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpFetchHsts NpFetchHsts;

NpFetchHsts *np_fetch_hsts_new (void);
void np_fetch_hsts_free (NpFetchHsts *self);
void np_fetch_hsts_set_file (NpFetchHsts *self, const char *path);
void np_fetch_hsts_learn (NpFetchHsts *self, const char *host, const char *header, gint64 now);
gboolean np_fetch_hsts_has (NpFetchHsts *self, const char *host, gint64 now);

G_END_DECLS
