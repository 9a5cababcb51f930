#include "fetch/np-fetch-seat.h"

#include "np-config.h"

/* Why not one session for all: libsoup 3.2 lets several threads send over one session, but only send; its connections,
 * timers and the HTTP/2 streams on them stay with the thread that made them, and the blocking calls cannot be given up
 * in the middle of a name look-up. A seat is used by one fetch at a time, in one thread at a time, with its context as
 * that thread's default: nothing in it is ever touched from two sides, every wait can be cancelled and timed, and a
 * page's photos still come over the connection that brought the page. */

#define USER_AGENT "Newsprint/" NP_VERSION " (+https://newsprint.page)"

#define MAX_IDLE_SEATS 8
#define MAX_IDLE_TIME  (30 * G_USEC_PER_SEC)

struct _NpFetchSeat
{
  GMainContext *context;
  SoupSession *session;
  GPtrArray *sockets; /* GSocket* of its connections, also of some that are closed by now */
  gboolean broken;    /* a fetch ended badly */
  GThread *thread;    /* the last one that sat here; only ever compared */
  gint64 left;        /* when it did */
};

struct _NpFetchSeats
{
  GMutex lock;
  GPtrArray *idle; /* NpFetchSeat*, the one that was left last at the end */
};

static NpFetchSeat *
seat_new (void)
{
  NpFetchSeat *seat = g_new0 (NpFetchSeat, 1);

  seat->context = g_main_context_new ();
  g_main_context_push_thread_default (seat->context);
  /* No cookie jar, no cache, no sniffer: a new session has none. Time limits are NpFetchWatch's. */
  seat->session =
      soup_session_new_with_options ("user-agent", USER_AGENT, "accept-language-auto", TRUE, "timeout", 0, NULL);
  seat->sockets = g_ptr_array_new_with_free_func (g_object_unref);
  g_main_context_pop_thread_default (seat->context);
  return seat;
}

/* Whether libsoup has let go of all connections; of those that it has not, the files at least are closed. */
static gboolean
close_sockets (NpFetchSeat *seat)
{
  gboolean all = TRUE;

  for (guint i = 0; i < seat->sockets->len; i++)
    if (!g_socket_is_closed (seat->sockets->pdata[i]))
      {
        g_socket_close (seat->sockets->pdata[i], NULL);
        all = FALSE;
      }
  return all;
}

static void
seat_free (NpFetchSeat *seat)
{
  g_main_context_push_thread_default (seat->context);
  soup_session_abort (seat->session);
  if (seat->broken)
    np_fetch_seat_cut (seat);
  while (g_main_context_iteration (seat->context, FALSE))
    ;
  /* libsoup 3.2 never lets go of an HTTP/2 connection that the server broke in the middle of an answer, and such a
   * connection uses its session when that is gone: then the session stays, as small as it is, for good. */
  if (!seat->broken || close_sockets (seat))
    {
      g_object_unref (seat->session);
      while (g_main_context_iteration (seat->context, FALSE))
        ;
    }
  g_main_context_pop_thread_default (seat->context);
  g_main_context_unref (seat->context);
  g_ptr_array_unref (seat->sockets);
  g_free (seat);
}

/**
 * np_fetch_seats_new:
 *
 * Returns: (transfer full): a pool of seats, for any number of threads
 */
NpFetchSeats *
np_fetch_seats_new (void)
{
  NpFetchSeats *seats = g_new0 (NpFetchSeats, 1);

  g_mutex_init (&seats->lock);
  seats->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) seat_free);
  return seats;
}

/**
 * np_fetch_seats_free:
 * @seats: (transfer full): a pool that no fetch uses any more
 */
void
np_fetch_seats_free (NpFetchSeats *seats)
{
  g_ptr_array_unref (seats->idle);
  g_mutex_clear (&seats->lock);
  g_free (seats);
}

/**
 * np_fetch_seats_take:
 * @seats: a pool
 *
 * Takes a seat, if there is one that where this thread sat before: its connections are of use again. Seats that were
 * left long ago are given up first, since nothing closes their connections while nobody sits there.
 *
 * Returns: (transfer full): a seat for np_fetch_seats_give_back()
 */
NpFetchSeat *
np_fetch_seats_take (NpFetchSeats *seats)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&seats->lock);
  gint64 now = g_get_monotonic_time ();

  while (seats->idle->len > 0 && now - ((NpFetchSeat *) seats->idle->pdata[0])->left > MAX_IDLE_TIME)
    g_ptr_array_remove_index (seats->idle, 0);
  for (guint i = seats->idle->len; i > 0; i--)
    if (((NpFetchSeat *) seats->idle->pdata[i - 1])->thread == g_thread_self ())
      return g_ptr_array_steal_index (seats->idle, i - 1);
  if (seats->idle->len > 0)
    return g_ptr_array_steal_index (seats->idle, seats->idle->len - 1);
  return seat_new ();
}

/**
 * np_fetch_seats_give_back:
 * @seats: the pool
 * @seat: (transfer full): a seat of it
 * @clean: whether the fetch ended well; a seat with a broken-off one is not used again
 */
void
np_fetch_seats_give_back (NpFetchSeats *seats, NpFetchSeat *seat, gboolean clean)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (!clean)
    {
      seat->broken = TRUE;
      seat_free (seat);
      return;
    }
  seat->thread = g_thread_self ();
  seat->left = g_get_monotonic_time ();
  locker = g_mutex_locker_new (&seats->lock);
  g_ptr_array_add (seats->idle, seat);
  if (seats->idle->len > MAX_IDLE_SEATS)
    g_ptr_array_remove_index (seats->idle, 0);
}

/**
 * np_fetch_seat_get_context:
 * @seat: a seat
 *
 * Returns: (transfer none): what has to be the thread's default context, and run by it, while a message is sent
 */
GMainContext *
np_fetch_seat_get_context (NpFetchSeat *seat)
{
  return seat->context;
}

/**
 * np_fetch_seat_get_session:
 * @seat: a seat
 *
 * Returns: (transfer none): the session
 */
SoupSession *
np_fetch_seat_get_session (NpFetchSeat *seat)
{
  return seat->session;
}

/**
 * np_fetch_seat_set_user_agent:
 * @seat: a seat
 * @user_agent: (nullable): what the program is called; `NULL` or empty: by its name
 */
void
np_fetch_seat_set_user_agent (NpFetchSeat *seat, const char *user_agent)
{
  const char *wanted = user_agent != NULL && *user_agent != '\0' ? user_agent : USER_AGENT;

  if (g_strcmp0 (soup_session_get_user_agent (seat->session), wanted) != 0)
    soup_session_set_user_agent (seat->session, wanted);
}

/**
 * np_fetch_seat_add_socket:
 * @seat: a seat
 * @socket: of a connection that its session makes
 */
void
np_fetch_seat_add_socket (NpFetchSeat *seat, GSocket *socket)
{
  for (guint i = seat->sockets->len; i > 0; i--)
    if (g_socket_is_closed (seat->sockets->pdata[i - 1]))
      g_ptr_array_remove_index_fast (seat->sockets, i - 1);
  g_ptr_array_add (seat->sockets, g_object_ref (socket));
}

/**
 * np_fetch_seat_cut:
 * @seat: a seat that is not to be used again
 *
 * Cuts the wires of its connections. A call that was cancelled ends by that at the latest: libsoup waits for the end of
 * a frame of HTTP/2 whatever it is told, and a server need never send it.
 */
void
np_fetch_seat_cut (NpFetchSeat *seat)
{
  for (guint i = 0; i < seat->sockets->len; i++)
    if (!g_socket_is_closed (seat->sockets->pdata[i]))
      g_socket_shutdown (seat->sockets->pdata[i], TRUE, TRUE, NULL);
}
