#include "cli/np-cli-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Cells of the bar, and of a terminal that does not say how wide it is. */
#define BAR_CELLS       24
#define DEFAULT_COLUMNS 80

/* Microseconds between two drawings: more often nobody reads. */
#define PAUSE (100 * 1000)

/* Before that a rate is a guess. */
#define RATE_SECONDS 2

struct _NpCliProgress
{
  guint total;
  gint64 began;
  gint64 drawn; /* when; 0 = nothing is drawn */
  gboolean plain;
};

/**
 * np_cli_progress_new:
 * @total: how much there is to be done
 *
 * Returns: (transfer full) (nullable): a line; `NULL` when standard error is no terminal, and nothing is to be shown
 */
NpCliProgress *
np_cli_progress_new (guint total)
{
  NpCliProgress *self;

  if (!isatty (STDERR_FILENO) || g_strcmp0 (g_getenv ("TERM"), "dumb") == 0)
    return NULL;
  self = g_new0 (NpCliProgress, 1);
  self->total = total;
  self->began = g_get_monotonic_time ();
  self->plain = !g_get_charset (NULL);
  return self;
}

/**
 * np_cli_progress_free:
 * @self: (transfer full) (nullable): a line
 */
void
np_cli_progress_free (NpCliProgress *self)
{
  np_cli_progress_clear (self);
  g_free (self);
}

static void
append_bar (GString *line, const NpCliMoment *moment, gboolean plain)
{
  guint filled = moment->total > 0 ? (guint) ((guint64) moment->done * BAR_CELLS / moment->total) : 0;

  g_string_append (line, plain ? "[" : "▕");
  for (guint i = 0; i < BAR_CELLS; i++)
    g_string_append (line, i < filled ? (plain ? "#" : "█") : (plain ? "." : "░"));
  g_string_append (line, plain ? "]" : "▏");
}

static void
append_rate (GString *line, const NpCliMoment *moment)
{
  double rate = moment->done / MAX (moment->seconds, 0.001);
  guint minutes;

  if (moment->seconds < RATE_SECONDS || moment->done == 0)
    return;
  /* Translators: how many stories are saved in a second. */
  g_string_append_printf (line, _ (" · %.1f/s"), rate);
  if (moment->done >= moment->total)
    return;
  minutes = (guint) ((moment->total - moment->done) / rate / 60);
  if (minutes == 0)
    g_string_append (line, _ (" · less than a minute left"));
  else
    g_string_append_printf (line, ngettext (" · %u minute left", " · %u minutes left", minutes), minutes);
}

/* How many cells of a terminal it takes. */
static guint
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* Cuts @line so that it stays one line, and takes out what a terminal would obey: a title comes from strangers. */
static char *
fit (const char *line, guint columns, gboolean plain)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_autoptr (GString) fitting = g_string_new (NULL);
  guint used = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        c = ' ';
      if (plain && c > 0x7F)
        c = c == 0xB7 ? '-' : '?';
      used += width_of (c);
      if (used >= columns) /* the last cell stays free: some terminals begin a new line with it */
        break;
      g_string_append_unichar (fitting, c);
    }
  return g_strdup (fitting->str);
}

/**
 * np_cli_progress_dup_line:
 * @moment: how far it is
 * @columns: how wide the terminal is
 * @plain: whether it may show ASCII only
 *
 * Returns: (transfer full): what to write, without an end of line; as wide as fits
 */
char *
np_cli_progress_dup_line (const NpCliMoment *moment, guint columns, gboolean plain)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_bar (line, moment, plain);
  g_string_append_printf (line, " %u/%u", moment->done, moment->total);
  append_rate (line, moment);
  if (moment->step != NULL && moment->title != NULL)
    g_string_append_printf (line, " · %s: %s", moment->step, moment->title);
  return fit (line->str, columns, plain);
}

static guint
count_columns (void)
{
  struct winsize size;

  return ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : DEFAULT_COLUMNS;
}

/**
 * np_cli_progress_show:
 * @self: (nullable): a line
 * @done: how much of it is done
 * @step: (nullable): words for what happens now
 * @title: (nullable): to what; may have anything in it
 *
 * Draws the line, unless that was done a moment ago.
 */
void
np_cli_progress_show (NpCliProgress *self, guint done, const char *step, const char *title)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *line = NULL;

  if (self == NULL || now - self->drawn < PAUSE)
    return;
  self->drawn = now;
  line = np_cli_progress_dup_line (
      &(NpCliMoment){ done, self->total, (double) (now - self->began) / G_USEC_PER_SEC, step, title }, count_columns (),
      self->plain);
  fprintf (stderr, "\r\033[K%s", line);
  fflush (stderr);
}

/**
 * np_cli_progress_clear:
 * @self: (nullable): a line
 *
 * Takes the line away, so that something else can be printed there; the next np_cli_progress_show() draws it again.
 */
void
np_cli_progress_clear (NpCliProgress *self)
{
  if (self == NULL || self->drawn == 0)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  self->drawn = 0;
}
