#include "ui/np-format.h"

#include "model/np-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* How fast people read news silently, in words a minute. */
#define READING_SPEED 230

static gboolean
has_zone (const char *time)
{
  return strchr (time, 'Z') != NULL || strpbrk (time + strlen ("2018-05-31"), "+-") != NULL;
}

/**
 * np_format_published:
 * @time: (nullable): a time as np_time_is_valid() knows it
 *
 * Says when a story was published: `May 31, 2018, 3:48 PM`. A time with a zone is shown in the reader's own, one
 * without as it is written, and a day alone as a day.
 *
 * Returns: (transfer full) (nullable): the words, %NULL when @time is unknown or not valid
 */
char *
np_format_published (const char *time)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (!np_time_is_valid (time))
    return NULL;
  seconds = np_time_sort_key (time);
  if (seconds == G_MININT64)
    return NULL;
  date = has_zone (time) ? g_date_time_new_from_unix_local (seconds) : g_date_time_new_from_unix_utc (seconds);
  if (date == NULL)
    return NULL;
  if (strchr (time, 'T') == NULL)
    /* Translators: a day, as g_date_time_format() writes it: "May 31, 2018" */
    return g_date_time_format (date, _ ("%B %-d, %Y"));
  /* Translators: a day and a time, as g_date_time_format() writes them: "May 31, 2018, 3:48 PM" */
  return g_date_time_format (date, _ ("%B %-d, %Y, %-l:%M %p"));
}

/**
 * np_format_reading_time:
 * @words: how many words a story has
 *
 * Returns: (transfer full): how long reading it takes: `4 min`; never less than one minute
 */
char *
np_format_reading_time (guint words)
{
  guint minutes = MAX (1, (words + READING_SPEED / 2) / READING_SPEED);

  /* Translators: how long it takes to read a story */
  return g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
}
