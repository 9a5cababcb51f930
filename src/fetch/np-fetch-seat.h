/* Where a fetch runs: a SoupSession with the context that its input and output happens in. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _NpFetchSeat NpFetchSeat;
typedef struct _NpFetchSeats NpFetchSeats;

NpFetchSeats *np_fetch_seats_new (void);
void np_fetch_seats_free (NpFetchSeats *seats);
NpFetchSeat *np_fetch_seats_take (NpFetchSeats *seats);
void np_fetch_seats_give_back (NpFetchSeats *seats, NpFetchSeat *seat, gboolean clean);

GMainContext *np_fetch_seat_get_context (NpFetchSeat *seat);
SoupSession *np_fetch_seat_get_session (NpFetchSeat *seat);
void np_fetch_seat_set_user_agent (NpFetchSeat *seat, const char *user_agent);
void np_fetch_seat_add_socket (NpFetchSeat *seat, GSocket *socket);
void np_fetch_seat_cut (NpFetchSeat *seat);

G_END_DECLS
