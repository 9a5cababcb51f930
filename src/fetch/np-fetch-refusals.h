/* How servers said no, until somebody asks. Safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpFetchRefusals NpFetchRefusals;

NpFetchRefusals *np_fetch_refusals_new (void);
void np_fetch_refusals_free (NpFetchRefusals *self);
void np_fetch_refusals_add (NpFetchRefusals *self, const char *url, guint status, guint retry_after);
gboolean np_fetch_refusals_take (NpFetchRefusals *self, const char *url, guint *status, guint *retry_after);

G_END_DECLS
