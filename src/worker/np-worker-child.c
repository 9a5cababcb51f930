#include "worker/np-worker-child.h"

#include "worker/np-worker-frame.h"
#include "worker/np-worker-sandbox.h"
#include "worker/np-worker-serve.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct _NpWorkerChild
{
  GSubprocess *process;
  int fd; /* a socket rather than two pipes: writing to one that is closed raises no SIGPIPE */
};

/* One conversation, and until when. */
typedef struct
{
  NpWorkerChild *child;
  gint64 deadline;
  GCancellable *cancellable;
} Talk;

/* What a child needs of our environment: where its libraries are, where that was said by hand. */
static char **
make_environment (const char *mark)
{
  static const char *const kept[] = { "LD_LIBRARY_PATH", "GCONV_PATH" };
  char **environment = g_environ_setenv (NULL, NP_WORKER_MARK_VARIABLE, mark, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]) != NULL)
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);
  return environment;
}

static NpWorkerChild *
spawn (const char *const *command, const char *mark, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_auto (GStrv) environment = make_environment (mark);
  GSubprocess *process;
  NpWorkerChild *child;
  int ends[2], other;

  if (g_getenv (NP_WORKER_MARK_VARIABLE) != NULL)
    {
      g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_START, "a worker starts no workers");
      return NULL;
    }
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_START, "No socket: %s", g_strerror (errno));
      return NULL;
    }
  other = dup (ends[1]);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_take_stdout_fd (launcher, other);
  process = g_subprocess_launcher_spawnv (launcher, command, error);
  /* Our copies of the child's ends, or we would never see it end. */
  g_subprocess_launcher_close (launcher);
  if (process == NULL)
    {
      close (ends[0]);
      return NULL;
    }
  child = g_new0 (NpWorkerChild, 1);
  child->process = process;
  child->fd = ends[0];
  return child;
}

/* Ends the process, whatever it does, and takes its status. */
static void
reap (NpWorkerChild *child)
{
  g_subprocess_force_exit (child->process); /* one that is dying already keeps its own reason */
  g_subprocess_wait (child->process, NULL, NULL);
}

/* Says why the child spoke no more. */
static void
set_death (NpWorkerChild *child, GError **error)
{
  int number;

  reap (child);
  if (!g_subprocess_get_if_signaled (child->process))
    {
      number = g_subprocess_get_exit_status (child->process);
      if (number == NP_WORKER_EXIT_MEMORY)
        g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY, "it takes too much memory to read");
      else
        g_set_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_CRASHED, "its reader ended with status %d", number);
      return;
    }
  number = g_subprocess_get_term_sig (child->process);
  if (number == SIGPROF || number == SIGXCPU)
    g_set_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_TIMEOUT, "it takes more than %d seconds to read",
                 NP_WORKER_PAGE_SECONDS);
  else
    g_set_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_CRASHED, "its reader was ended by signal %d (%s)", number,
                 g_strsignal (number));
}

/* Waits until the child listens or speaks; errors: cancelled, or too late. */
static gboolean
wait_for (Talk *talk, short events, GError **error)
{
  GPollFD cancel = { .fd = -1 };
  gboolean has_cancel = talk->cancellable != NULL && g_cancellable_make_pollfd (talk->cancellable, &cancel);
  struct pollfd fds[] = { { .fd = talk->child->fd, .events = events }, { .fd = cancel.fd, .events = POLLIN } };
  gint64 left;
  int n;

  do
    {
      left = MAX (talk->deadline - g_get_monotonic_time (), 0);
      n = poll (fds, has_cancel ? 2 : 1, (int) ((left + 999) / 1000));
    }
  while (n < 0 && errno == EINTR);
  if (has_cancel)
    g_cancellable_release_fd (talk->cancellable);
  if (g_cancellable_set_error_if_cancelled (talk->cancellable, error))
    return FALSE;
  /* The clock first: a child that sends a byte now and then is not in time either. */
  if (g_get_monotonic_time () < talk->deadline && n != 0)
    return TRUE;
  g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_TIMEOUT, "its reader does not answer");
  return FALSE;
}

static gboolean
send_all (Talk *talk, const guint8 *from, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = send (talk->child->fd, from, length, MSG_NOSIGNAL | MSG_DONTWAIT);

      if (n >= 0)
        {
          from += n;
          length -= (gsize) n;
        }
      else if (errno == EAGAIN)
        {
          if (!wait_for (talk, POLLOUT, error))
            return FALSE;
        }
      else if (errno != EINTR)
        {
          set_death (talk->child, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
receive_all (Talk *talk, guint8 *to, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n;

      if (!wait_for (talk, POLLIN, error))
        return FALSE;
      n = recv (talk->child->fd, to, length, MSG_DONTWAIT);
      if (n > 0)
        {
          to += n;
          length -= (gsize) n;
        }
      else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        {
          set_death (talk->child, error);
          return FALSE;
        }
    }
  return TRUE;
}

static GBytes *
receive_frame (Talk *talk, GError **error)
{
  guint8 head[NP_WORKER_HEAD_BYTES];
  g_autofree guint8 *data = NULL;
  gsize length;

  if (!receive_all (talk, head, sizeof head, error))
    return NULL;
  if (!np_worker_frame_read_head (head, &length))
    {
      g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_CRASHED, "its reader talks nonsense");
      return NULL;
    }
  /* The pages of memory that nothing is written to cost nothing, should the child not keep what it promises. */
  data = g_try_malloc (MAX (length, 1));
  if (data == NULL)
    {
      g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY, "what was read takes too much memory");
      return NULL;
    }
  if (!receive_all (talk, data, length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/**
 * np_worker_child_start:
 * @command: the program and its arguments
 * @deadline: monotonic time by which it has to say hello
 * @cancellable: (nullable): stops it
 * @error: `NP_WORKER_ERROR_START`, or cancelled
 *
 * Starts a child, with nothing of ours but its own end of a socket, and waits until it is ready.
 *
 * Returns: (transfer full) (nullable): the child
 */
NpWorkerChild *
np_worker_child_start (const char *const *command, gint64 deadline, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpWorkerChild) child = NULL;
  g_autoptr (GBytes) hello = NULL;
  g_autoptr (GError) local = NULL;

  child = spawn (command, "1", &local);
  if (child != NULL)
    {
      Talk talk = { child, deadline, cancellable };

      hello = receive_frame (&talk, &local);
    }
  if (hello != NULL && g_bytes_get_size (hello) == 0)
    return g_steal_pointer (&child);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_START, "The process that reads pages cannot be started: %s",
                 local != NULL ? local->message : "it does not say hello");
  return NULL;
}

/**
 * np_worker_child_is_ready:
 * @child: a child
 *
 * Returns: whether it waits for a page: it lives, and has said nothing that it was not asked
 */
gboolean
np_worker_child_is_ready (NpWorkerChild *child)
{
  struct pollfd fd = { .fd = child->fd, .events = POLLIN };

  return poll (&fd, 1, 0) == 0;
}

/**
 * np_worker_child_ask:
 * @child: a child
 * @page: the frame of a page
 * @deadline: monotonic time by which it has to have answered
 * @cancellable: (nullable): stops it
 * @error: any of `NP_WORKER_ERROR` but START, its message the end of a sentence on the page; or cancelled. The child is
 *   of no more use then.
 *
 * Returns: (transfer full) (nullable): the frame that it answers
 */
GBytes *
np_worker_child_ask (NpWorkerChild *child, GBytes *page, gint64 deadline, GCancellable *cancellable, GError **error)
{
  Talk talk = { child, deadline, cancellable };
  guint8 head[NP_WORKER_HEAD_BYTES];
  gsize length;
  const guint8 *data = g_bytes_get_data (page, &length);

  np_worker_frame_write_head (head, length);
  if (!send_all (&talk, head, sizeof head, error) || !send_all (&talk, data, length, error))
    return NULL;
  return receive_frame (&talk, error);
}

/* All that the child says until it says no more. */
static GBytes *
receive_rest (Talk *talk, gsize most, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[64 * 1024];

  for (;;)
    {
      gssize n;

      if (!wait_for (talk, POLLIN, error))
        return NULL;
      n = recv (talk->child->fd, buffer, sizeof buffer, MSG_DONTWAIT);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        {
          set_death (talk->child, error);
          return NULL;
        }
      g_byte_array_append (all, buffer, (guint) MAX (n, 0));
      if (all->len > most)
        {
          g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY, "what was read takes too much memory");
          return NULL;
        }
    }
}

/**
 * np_worker_child_run:
 * @command: a program and its arguments
 * @mark: what its variable `NP_WORKER_MARK_VARIABLE` says
 * @bytes: what it reads
 * @most: how much it may write
 * @deadline: monotonic time by which it has to have ended
 * @cancellable: (nullable): stops it
 * @status: (out): its exit status
 * @error: any of `NP_WORKER_ERROR`, or cancelled
 *
 * Runs a program once, from standard input to standard output.
 *
 * Returns: (transfer full) (nullable): what it wrote
 */
GBytes *
np_worker_child_run (const char *const *command, const char *mark, GBytes *bytes, gsize most, gint64 deadline,
                     GCancellable *cancellable, int *status, GError **error)
{
  g_autoptr (NpWorkerChild) child = NULL;
  g_autoptr (GBytes) written = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Talk talk = { NULL, deadline, cancellable };

  child = talk.child = spawn (command, mark, error);
  if (child == NULL)
    {
      g_prefix_error (error, "The process that reads pages cannot be started: ");
      return NULL;
    }
  /* It may end before it has read everything: then its status says why. */
  if (!send_all (&talk, data, size, NULL) && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  shutdown (child->fd, SHUT_WR);
  written = receive_rest (&talk, most, error);
  if (written == NULL)
    return NULL;
  g_subprocess_wait (child->process, NULL, NULL); /* nobody holds its end any more: it has ended, or does now */
  if (g_subprocess_get_if_signaled (child->process))
    {
      set_death (child, error);
      return NULL;
    }
  *status = g_subprocess_get_exit_status (child->process);
  return g_steal_pointer (&written);
}

/**
 * np_worker_child_end:
 * @child: (transfer full) (nullable): a child
 *
 * Ends it at once; nothing of it is left.
 */
void
np_worker_child_end (NpWorkerChild *child)
{
  if (child == NULL)
    return;
  reap (child);
  close (child->fd);
  g_object_unref (child->process);
  g_free (child);
}
