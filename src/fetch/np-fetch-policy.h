/* Whom a fetcher may ask, and what it calls itself. Safe from any thread. */
#pragma once

#include "fetch/np-fetch-seat.h"

G_BEGIN_DECLS

typedef struct _NpFetchPolicy NpFetchPolicy;

NpFetchPolicy *np_fetch_policy_new (void);
void np_fetch_policy_free (NpFetchPolicy *self);
void np_fetch_policy_set_user_agent (NpFetchPolicy *self, const char *user_agent);
void np_fetch_policy_set_own_network (NpFetchPolicy *self, gboolean allowed);
void np_fetch_policy_apply (NpFetchPolicy *self, NpFetchSeat *seat);
gboolean np_fetch_policy_may_be_private (NpFetchPolicy *self, const char *referring_page);
void np_fetch_policy_add_private (NpFetchPolicy *self, GUri *uri);

G_END_DECLS
