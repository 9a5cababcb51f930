#include "ui/speech/np-ssip-link.h"

#include <gio/gunixsocketaddress.h>
#include <stdlib.h>
#include <string.h>

#define LINE_END "\r\n"

/* From this code on a line tells of something that happened, and answers no command. */
#define EVENTS 700

struct _NpSsipLink
{
  const NpSsipLinkFuncs *funcs;
  gpointer user_data;
  GSocketConnection *connection;
  GDataInputStream *input;
  GCancellable *cancellable;
  GQueue commands; /* char* to be sent, the first one perhaps on its way */
  gboolean sending;
  gboolean waiting; /* for the reply to a command that was sent */
  gboolean spawned; /* the daemon was started from here */
  char *detail;     /* (nullable) of the reply or event that is coming in */
  char *first;      /* (nullable) its first such line */
};

static void connect_to_daemon (NpSsipLink *self);
static void send_next (NpSsipLink *self);

/* A call that was cancelled must not touch the link, which may be gone: cancelling is the only way to lose it. */
static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
lose (NpSsipLink *self)
{
  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->commands, g_free);
  self->waiting = FALSE;
  self->funcs->lost (self->user_data);
}

/* --- what comes in --- */

static void
take_end_of_answer (NpSsipLink *self, int code)
{
  g_autofree char *first = g_steal_pointer (&self->first), *detail = g_steal_pointer (&self->detail);
  g_autofree char *command = NULL;

  if (code >= EVENTS)
    {
      self->funcs->event (code, first, self->user_data);
      return;
    }
  self->waiting = FALSE;
  command = g_queue_pop_head (&self->commands);
  if (command != NULL)
    self->funcs->reply (command, code, detail, self->user_data);
  send_next (self);
}

/* "225-17" goes on, "225 OK MESSAGE QUEUED" ends. */
static void
take_line (NpSsipLink *self, const char *line)
{
  if (strlen (line) < 4 || !g_ascii_isdigit (line[0]))
    return;
  if (line[3] == '-')
    {
      if (self->first == NULL)
        self->first = g_strdup (line + 4);
      g_free (self->detail);
      self->detail = g_strdup (line + 4);
    }
  else
    take_end_of_answer (self, atoi (line));
}

static void
on_line (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NpSsipLink *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
      g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (object), result, NULL, &error);

  if (is_gone (error))
    return;
  if (line == NULL)
    {
      lose (self);
      return;
    }
  g_strchomp (line);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable, on_line, self);
  take_line (self, line);
}

/* --- what goes out --- */

/* The bytes of a command while they are written: they outlive a link that goes meanwhile. */
typedef struct
{
  NpSsipLink *link;
  char *bytes;
} Sending;

static void
on_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  NpSsipLink *self = sending->link;
  g_autofree char *bytes = sending->bytes;
  g_autoptr (GError) error = NULL;
  gboolean sent = g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error);

  g_free (sending);
  if (is_gone (error))
    return;
  self->sending = FALSE;
  if (sent)
    send_next (self);
  else if (self->connection != NULL)
    lose (self);
}

/* A quick daemon answers before the stream is free again. */
static void
send_next (NpSsipLink *self)
{
  const char *command = g_queue_peek_head (&self->commands);
  Sending *sending;

  if (self->connection == NULL || self->waiting || self->sending || command == NULL)
    return;
  self->waiting = self->sending = TRUE;
  sending = g_new0 (Sending, 1);
  sending->link = self;
  sending->bytes = g_strdup (command);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (self->connection)), sending->bytes,
                                   strlen (sending->bytes), G_PRIORITY_DEFAULT, self->cancellable, on_sent, sending);
}

/* --- the daemon --- */

/* As libspeechd finds it: SPEECHD_ADDRESS, or the socket among the user's own. */
static GSocketConnectable *
find_address (void)
{
  const char *given = g_getenv ("SPEECHD_ADDRESS");
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);

  if (given != NULL && g_str_has_prefix (given, "inet_socket:"))
    {
      GSocketConnectable *address = g_network_address_parse (given + strlen ("inet_socket:"), 6560, NULL);

      if (address != NULL)
        return address;
    }
  if (given != NULL && g_str_has_prefix (given, "unix_socket:"))
    return G_SOCKET_CONNECTABLE (g_unix_socket_address_new (given + strlen ("unix_socket:")));
  return G_SOCKET_CONNECTABLE (g_unix_socket_address_new (path));
}

static void
on_spawned (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It goes into the background when it is ready. */
  if (g_subprocess_wait_finish (G_SUBPROCESS (object), result, &error) || !is_gone (error))
    connect_to_daemon (user_data);
}

/* Gives whether there is a daemon to start. */
static gboolean
spawn (NpSsipLink *self)
{
  g_autofree char *program = g_find_program_in_path ("speech-dispatcher");
  g_autoptr (GSubprocess) process = NULL;

  if (program == NULL || self->spawned || g_getenv ("SPEECHD_ADDRESS") != NULL)
    return FALSE;
  self->spawned = TRUE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, program,
                              "--spawn", NULL);
  if (process == NULL)
    return FALSE;
  g_subprocess_wait_async (process, self->cancellable, on_spawned, self);
  return TRUE;
}

static void
on_connected (GObject *object, GAsyncResult *result, gpointer user_data)
{
  NpSsipLink *self = user_data;
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (object), result, &error);

  if (connection == NULL && is_gone (error))
    return;
  if (connection == NULL)
    {
      if (!spawn (self))
        lose (self);
      return;
    }
  self->connection = connection;
  self->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_LF);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable, on_line, self);
  send_next (self);
}

static void
connect_to_daemon (NpSsipLink *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnectable) address = find_address ();

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_async (client, address, self->cancellable, on_connected, self);
}

/**
 * np_ssip_link_new:
 * @funcs: (scope forever): what is told
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a wire that is being laid; the daemon is started where it does not run
 */
NpSsipLink *
np_ssip_link_new (const NpSsipLinkFuncs *funcs, gpointer user_data)
{
  NpSsipLink *self = g_new0 (NpSsipLink, 1);

  self->funcs = funcs;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->commands);
  connect_to_daemon (self);
  return self;
}

/**
 * np_ssip_link_free:
 * @self: (transfer full) (nullable): a wire; nothing is told any more
 */
void
np_ssip_link_free (NpSsipLink *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->commands, g_free);
  g_free (self->detail);
  g_free (self->first);
  g_free (self);
}

/**
 * np_ssip_link_send:
 * @self: a wire
 * @command: a line without its end, or the lines of a text with the dot that ends them
 *
 * Sends a command when those before it were answered.
 */
void
np_ssip_link_send (NpSsipLink *self, const char *command)
{
  g_queue_push_tail (&self->commands, g_strconcat (command, LINE_END, NULL));
  send_next (self);
}
