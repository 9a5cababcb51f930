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
  GThread *thread; /* the last one that sat here; only ever compared */
  gint64 left;     /* when it did */
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
  g_main_context_pop_thread_default (seat->context);
  return seat;
}

static void
seat_free (NpFetchSeat *seat)
{
  g_main_context_push_thread_default (seat->context);
  soup_session_abort (seat->session);
  g_object_unref (seat->session);
  while (g_main_context_iteration (seat->context, FALSE))
    ;
  g_main_context_pop_thread_default (seat->context);
  g_main_context_unref (seat->context);
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
