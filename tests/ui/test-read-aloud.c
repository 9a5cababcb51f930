/* A story read aloud: first by somebody who only remembers what to say, then over the wire to a daemon that is none. */
#include "reader-fixture.h"

#include "ui/reader/np-reader-view.h"
#include "ui/speech/np-read-aloud.h"

#include <adwaita.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

/* --- somebody who only remembers --- */

#define FAKE_TYPE_SPEAKER (fake_speaker_get_type ())
G_DECLARE_FINAL_TYPE (FakeSpeaker, fake_speaker, FAKE, SPEAKER, GObject)

struct _FakeSpeaker
{
  GObject parent_instance;
  char *text, *language;
  int rate;
  guint said, stopped;
};

static void
fake_speaker_say (NpSpeaker *speaker, const char *text, const char *language, int rate)
{
  FakeSpeaker *self = FAKE_SPEAKER (speaker);

  g_free (self->text);
  g_free (self->language);
  self->text = g_strdup (text);
  self->language = g_strdup (language);
  self->rate = rate;
  self->said++;
}

static void
fake_speaker_stop (NpSpeaker *speaker)
{
  FAKE_SPEAKER (speaker)->stopped++;
}

static void
fake_speaker_init_iface (NpSpeakerInterface *iface)
{
  iface->say = fake_speaker_say;
  iface->stop = fake_speaker_stop;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeSpeaker, fake_speaker, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_SPEAKER, fake_speaker_init_iface))

static void
fake_speaker_finalize (GObject *object)
{
  g_free (FAKE_SPEAKER (object)->text);
  g_free (FAKE_SPEAKER (object)->language);
  G_OBJECT_CLASS (fake_speaker_parent_class)->finalize (object);
}

static void
fake_speaker_class_init (FakeSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_speaker_finalize;
}

static void
fake_speaker_init (FakeSpeaker *self)
{
}

static GtkTextView *
get_view (ReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (reader_wait_for (fixture, NP_TYPE_READER_VIEW, NULL, NULL));
}

/* The words that are marked as those that are spoken. */
static char *
dup_marked (GtkTextView *view)
{
  GtkTextTag *tag = np_reader_view_get_tag (NP_READER_VIEW (view), NP_READER_TAG_SPOKEN);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  if (!gtk_text_iter_starts_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return g_strdup ("");
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, FALSE);
}

static void
test_sentences (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (FakeSpeaker) speaker = g_object_new (FAKE_TYPE_SPEAKER, NULL);
  g_autoptr (NpReadAloud) aloud = NULL;
  g_autoptr (NpArticle) article = reader_read_story (fixture, fixture->sample);
  g_autofree char *marked = NULL, *nothing = NULL;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  aloud = np_read_aloud_new (NP_READER_VIEW (get_view (fixture)), NP_SPEAKER (speaker));
  np_read_aloud_toggle (aloud);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_SILENT); /* no story yet */
  np_read_aloud_set_article (aloud, article);
  np_read_aloud_step (aloud, 1);
  g_assert_cmpuint (speaker->said, ==, 0);

  np_read_aloud_toggle (aloud);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_SPEAKING);
  g_assert_cmpstr (speaker->text, ==, article->headline);
  g_assert_cmpstr (speaker->language, ==, "en");
  marked = dup_marked (get_view (fixture));
  g_assert_cmpstr (marked, ==, article->headline);

  np_speaker_tell_end (NP_SPEAKER (speaker), NP_SPEAKER_SAID);
  g_assert_cmpstr (speaker->text, ==, article->deck);
  np_read_aloud_step (aloud, 1);
  g_assert_true (g_str_has_prefix (speaker->text, "The last ferry of the season left Linnea"));
  g_assert_true (g_str_has_suffix (speaker->text, "since boats were counted."));
  np_read_aloud_step (aloud, -1);
  g_assert_cmpstr (speaker->text, ==, article->deck);
  np_read_aloud_step (aloud, -100);
  g_assert_cmpstr (speaker->text, ==, article->headline);

  np_read_aloud_toggle (aloud);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_PAUSED);
  np_read_aloud_step (aloud, 1);
  g_assert_cmpstr (speaker->text, ==, article->headline); /* silent, but one further */
  np_read_aloud_toggle (aloud);
  g_assert_cmpstr (speaker->text, ==, article->deck);
  g_object_set (aloud, "rate", 1000, NULL);
  g_assert_cmpint (speaker->rate, ==, NP_SPEAKER_RATE_MAX);

  np_speaker_tell_end (NP_SPEAKER (speaker), NP_SPEAKER_INTERRUPTED);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_PAUSED);
  np_read_aloud_stop (aloud);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_SILENT);
  nothing = dup_marked (get_view (fixture));
  g_assert_cmpstr (nothing, ==, "");
}

static gboolean
is_marked_in_sight (GtkTextView *view)
{
  GtkTextTag *tag = np_reader_view_get_tag (NP_READER_VIEW (view), NP_READER_TAG_SPOKEN);
  GdkRectangle visible, at;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, tag));
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &start, &at);
  return at.y >= visible.y && at.y + at.height <= visible.y + visible.height;
}

/* It comes into sight, to the end of the story, and is silent there. */
static void
test_sight (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (FakeSpeaker) speaker = g_object_new (FAKE_TYPE_SPEAKER, NULL);
  g_autoptr (NpReadAloud) aloud = NULL;
  g_autoptr (NpArticle) article = reader_read_story (fixture, fixture->lengthy);

  reader_show (fixture, fixture->lengthy, "Paragraph 120");
  aloud = np_read_aloud_new (NP_READER_VIEW (get_view (fixture)), NP_SPEAKER (speaker));
  np_read_aloud_set_article (aloud, article);
  np_read_aloud_toggle (aloud);
  np_read_aloud_step (aloud, 60);
  g_assert_true (g_str_has_prefix (speaker->text, "Paragraph 60"));
  for (int i = 0; i < 1000 && !is_marked_in_sight (get_view (fixture)); i++)
    reader_run_for (10);
  g_assert_true (is_marked_in_sight (get_view (fixture)));
  np_read_aloud_step (aloud, 1000);
  g_assert_true (g_str_has_prefix (speaker->text, "Paragraph 120"));
  np_speaker_tell_end (NP_SPEAKER (speaker), NP_SPEAKER_SAID);
  g_assert_cmpint (np_read_aloud_get_state (aloud), ==, NP_READ_ALOUD_SILENT);
}

/* --- a daemon that is none --- */

typedef struct
{
  GSocketService *service;
  char *folder;
  GString *heard; /* what the client said, its lines */
  GIOStream *connection;
  GOutputStream *out;
  GDataInputStream *in;
  gboolean in_text;
  guint ids;
} Daemon;

static void
answer (Daemon *daemon, const char *text)
{
  g_assert_true (g_output_stream_write_all (daemon->out, text, strlen (text), NULL, NULL, NULL));
}

static void read_line (Daemon *daemon);

static void
take_line (Daemon *daemon, const char *line)
{
  g_autofree char *queued = NULL;

  g_string_append_printf (daemon->heard, "%s\n", line);
  if (!daemon->in_text)
    {
      daemon->in_text = g_str_equal (line, "SPEAK");
      answer (daemon, daemon->in_text ? "230 OK RECEIVING DATA\r\n" : "208 OK\r\n");
    }
  else if (g_str_equal (line, "."))
    {
      daemon->in_text = FALSE;
      queued = g_strdup_printf ("225-%u\r\n225 OK MESSAGE QUEUED\r\n", ++daemon->ids);
      answer (daemon, queued);
    }
}

static void
on_line (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Daemon *daemon = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, NULL);

  if (line == NULL)
    return;
  g_strchomp (line);
  take_line (daemon, line);
  read_line (daemon);
}

static void
read_line (Daemon *daemon)
{
  g_data_input_stream_read_line_async (daemon->in, 0, NULL, on_line, daemon);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, Daemon *daemon)
{
  daemon->connection = g_object_ref (G_IO_STREAM (connection));
  daemon->out = g_object_ref (g_io_stream_get_output_stream (G_IO_STREAM (connection)));
  daemon->in = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  read_line (daemon);
  return TRUE;
}

static void
daemon_start (Daemon *daemon)
{
  g_autofree char *path = NULL, *given = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  *daemon = (Daemon){ .service = g_socket_service_new (), .heard = g_string_new (NULL) };
  daemon->folder = g_dir_make_tmp ("newsprint-speech-XXXXXX", NULL);
  path = g_build_filename (daemon->folder, "socket", NULL);
  given = g_strconcat ("unix_socket:", path, NULL);
  g_setenv ("SPEECHD_ADDRESS", given, TRUE);
  address = g_unix_socket_address_new (path);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (daemon->service), address, G_SOCKET_TYPE_STREAM, 0,
                                                NULL, NULL, NULL));
  g_signal_connect (daemon->service, "incoming", G_CALLBACK (on_incoming), daemon);
}

static void
daemon_stop (Daemon *daemon)
{
  g_socket_service_stop (daemon->service);
  g_socket_listener_close (G_SOCKET_LISTENER (daemon->service));
  g_socket_shutdown (g_socket_connection_get_socket (G_SOCKET_CONNECTION (daemon->connection)), TRUE, TRUE, NULL);
  reader_run_for (50);
  g_clear_object (&daemon->in);
  g_clear_object (&daemon->out);
  g_clear_object (&daemon->connection);
  g_clear_object (&daemon->service);
  g_string_free (daemon->heard, TRUE);
  g_free (daemon->folder);
}

static void
wait_to_hear (Daemon *daemon, const char *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (strstr (daemon->heard->str, words) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” was not heard, but:\n%s", words, daemon->heard->str);
      reader_run_for (10);
    }
}

static void
activate (ReaderFixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (np_reader_get_actions (fixture->reader), action, parameter);
}

static void
test_wire (ReaderFixture *fixture, gconstpointer data)
{
  Daemon daemon;

  daemon_start (&daemon);
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  activate (fixture, "read-aloud", NULL);
  wait_to_hear (&daemon, "\nSPEAK\nLast ferry leaves Linnea after the longest summer on record\n.\n");
  g_assert_nonnull (strstr (daemon.heard->str, ":newsprint:main\n"));
  g_assert_nonnull (strstr (daemon.heard->str, "\nSET SELF LANGUAGE en\nSET SELF RATE 0\nSPEAK\n"));
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Pause");

  /* An end of something else, then that of the headline. */
  answer (&daemon, "702-77\r\n702-1\r\n702 END\r\n");
  answer (&daemon, "702-1\r\n702-1\r\n702 END\r\n");
  wait_to_hear (&daemon, "\nSPEAK\nThe island goes over");
  g_assert_null (strstr (daemon.heard->str, "CANCEL SELF"));

  activate (fixture, "read-aloud-step", g_variant_new_int32 (1));
  wait_to_hear (&daemon, "\nCANCEL SELF\n");
  wait_to_hear (&daemon, "\nSPEAK\nThe last ferry of the season left");
  g_string_truncate (daemon.heard, 0);
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Pause"), "clicked");
  wait_to_hear (&daemon, "CANCEL SELF\n");
  answer (&daemon, "703-3\r\n703-1\r\n703 CANCELED\r\n");
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Read On");

  /* Another story: its language, and silence until people want to hear it. */
  reader_show (fixture, fixture->arabic, "غادرت");
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Read On");
  activate (fixture, "read-aloud", NULL);
  wait_to_hear (&daemon, "\nSET SELF LANGUAGE ar\n");
  daemon_stop (&daemon);
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Close");
}

/* Where there is no daemon, it says so, and can be sent away. */
static void
test_nobody (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *close;

  g_setenv ("SPEECHD_ADDRESS", "unix_socket:/nonexistent/socket", TRUE);
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  activate (fixture, "read-aloud", NULL);
  close = reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Close");
  g_signal_emit_by_name (close, "clicked");
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Close");
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/read-aloud/sentences", ReaderFixture, NULL, reader_set_up, test_sentences, reader_tear_down);
  g_test_add ("/read-aloud/sight", ReaderFixture, NULL, reader_set_up, test_sight, reader_tear_down);
  g_test_add ("/read-aloud/wire", ReaderFixture, NULL, reader_set_up, test_wire, reader_tear_down);
  g_test_add ("/read-aloud/nobody", ReaderFixture, NULL, reader_set_up, test_nobody, reader_tear_down);
  return g_test_run ();
}
