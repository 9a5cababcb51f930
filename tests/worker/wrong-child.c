/* A child of a worker that does not do what it should: the first word of its command line says what instead, the second
 * is the name of the domain of errors that it may speak of. */
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *domain;

static void
say (const void *data, size_t length)
{
  const char *p = data;

  while (length > 0)
    {
      ssize_t n = write (STDOUT_FILENO, p, length);

      if (n <= 0)
        _exit (0);
      p += n;
      length -= (size_t) n;
    }
}

static void
say_head (guint32 length)
{
  say ("NPw1", 4);
  say (&length, 4);
}

static void
hear_page (void)
{
  static char buffer[65536];
  guint32 length;

  if (read (STDIN_FILENO, buffer, 8) != 8)
    _exit (0);
  memcpy (&length, buffer + 4, 4);
  while (length > 0)
    {
      ssize_t n = read (STDIN_FILENO, buffer, MIN (length, sizeof buffer));

      if (n <= 0)
        _exit (0);
      length -= (guint32) n;
    }
}

/* A frame that carries an error of the domain @name, or @json. */
static void
say_answer (const char *name, int code, const char *message, const char *json)
{
  g_autoptr (GVariant) frame = g_variant_ref_sink (g_variant_new (
      "(^ayi^ay@ay)", name, code, message, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, json, strlen (json), 1)));

  say_head ((guint32) g_variant_get_size (frame));
  say (g_variant_get_data (frame), g_variant_get_size (frame));
}

static void
say_without_end (void)
{
  static char zeros[65536];

  for (;;)
    say (zeros, sizeof zeros);
}

static void
fall (int number)
{
  signal (number, SIG_DFL); /* a sanitizer's own handler would tell of it at length */
  raise (number);
}

static void
answer_wrongly (const char *how)
{
  if (g_str_equal (how, "segv"))
    fall (SIGSEGV);
  else if (g_str_equal (how, "cpu"))
    fall (SIGPROF);
  else if (g_str_equal (how, "exit"))
    _exit (3);
  else if (g_str_equal (how, "memory"))
    _exit (112);
  else if (g_str_equal (how, "close"))
    {
      close (STDIN_FILENO);
      close (STDOUT_FILENO);
      pause ();
    }
  else if (g_str_equal (how, "garbage"))
    say ("HTTP/1.1 200 OK\r\n\r\n", 19);
  else if (g_str_equal (how, "too-long"))
    say_head (G_MAXUINT32);
  else if (g_str_equal (how, "half"))
    {
      say_head (1000);
      say ("abc", 3);
      _exit (0);
    }
  else if (g_str_equal (how, "no-variant"))
    {
      say_head (5);
      say ("\xFF\xFF\xFF\xFF\xFF", 5);
    }
  else if (g_str_equal (how, "no-json"))
    say_answer ("", 0, "", "{ \"format\": \"newsprint-art");
  else if (g_str_equal (how, "strange-domain"))
    say_answer ("some-domain-or-other", 1, "message", "");
  else if (g_str_equal (how, "strange-code"))
    say_answer (domain, 77, "message", "");
  else if (g_str_equal (how, "no-utf8"))
    say_answer (domain, 0, "a\xFF z", "");
  else if (g_str_equal (how, "flood"))
    say_without_end ();
  else if (g_str_equal (how, "drip"))
    for (say_head (1000);; say ("x", 1))
      g_usleep (100 * 1000);
}

int
main (int argc, char **argv)
{
  const char *how = argc > 1 ? argv[1] : "exit";

  domain = argc > 2 ? argv[2] : "";

  if (g_str_equal (how, "mute-start"))
    pause ();
  if (g_str_equal (how, "bad-start"))
    say ("hello, this is some other program\n", 34);
  if (g_str_equal (how, "exit-start"))
    return 1;
  say_head (0);
  if (g_str_equal (how, "deaf"))
    pause ();
  hear_page ();
  if (g_str_equal (how, "die-idle"))
    {
      say_answer (domain, 0, "none", "");
      _exit (0);
    }
  answer_wrongly (how);
  pause (); /* "hang", and all that have said their part */
  return 0;
}
