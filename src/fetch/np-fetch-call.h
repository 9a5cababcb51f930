/* What libsoup and GIO do in their own time, waited for: each call ends when its watch says so, whatever they do. */
#pragma once

#include "fetch/np-fetch-seat.h"
#include "fetch/np-fetch-watch.h"

G_BEGIN_DECLS

GInputStream *np_fetch_call_send (NpFetchSeat *seat, NpFetchWatch *watch, SoupMessage *message, GError **error);
gssize np_fetch_call_read (NpFetchSeat *seat, NpFetchWatch *watch, GInputStream *stream, GByteArray *body,
                           GError **error);
void np_fetch_call_close (NpFetchSeat *seat, NpFetchWatch *watch, GInputStream *stream);
char **np_fetch_call_find_proxies (NpFetchSeat *seat, NpFetchWatch *watch, const char *uri);

G_END_DECLS
