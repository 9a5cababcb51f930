#include "ui/np-format.h"

#include "model/np-time.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <string.h>

static gboolean
has_zone (const char *time)
{
  return strchr (time, 'Z') != NULL || strpbrk (time + strlen ("2018-05-31"), "+-") != NULL;
}

static gboolean
has_clock (const char *time)
{
  return strchr (time, 'T') != NULL;
}

/* A time with a zone is on the reader's clock; one without is as the page says it. */
static GDateTime *
parse (const char *time)
{
  gint64 seconds;

  if (!np_time_is_valid (time))
    return NULL;
  seconds = np_time_sort_key (time);
  if (seconds == G_MININT64)
    return NULL;
  return has_zone (time) ? g_date_time_new_from_unix_local (seconds) : g_date_time_new_from_unix_utc (seconds);
}

/* A date in Hebrew is "22", a word and "2024": beside the Latin name of a site its parts would change places. */
static char *
keep_together (char *words)
{
  g_autofree char *taken = words;

  if (words == NULL || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_steal_pointer (&taken);
  return g_strconcat ("\u2068", words, "\u2069", NULL); /* first strong isolate, pop directional isolate */
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
  g_autoptr (GDateTime) date = parse (time);

  if (date == NULL)
    return NULL;
  if (!has_clock (time))
    /* Translators: a day, as g_date_time_format() writes it: "May 31, 2018" */
    return keep_together (g_date_time_format (date, _ ("%B %-d, %Y")));
  /* Translators: a day and a time, as g_date_time_format() writes them: "May 31, 2018, 3:48 PM" */
  return keep_together (g_date_time_format (date, _ ("%B %-d, %Y, %-l:%M %p")));
}

/* Days between two dates on the calendar, whatever the clock says. */
static int
days_between (GDateTime *earlier, GDateTime *later)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, g_date_time_get_day_of_month (earlier), g_date_time_get_month (earlier),
                  g_date_time_get_year (earlier));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (later), g_date_time_get_month (later),
                  g_date_time_get_year (later));
  return g_date_days_between (&a, &b);
}

/**
 * np_format_date:
 * @time: (nullable): a time of a story, ISO 8601
 * @now: the present, in the local zone
 *
 * Gives @time as short as a list wants it: the clock for today, "Yesterday", the weekday for the last week, the day for
 * this year, and the whole date before that.
 *
 * Returns: (transfer full): words, "" for an unknown time
 */
char *
np_format_date (const char *time, GDateTime *now)
{
  g_autoptr (GDateTime) when = NULL;
  int days;

  g_return_val_if_fail (now != NULL, NULL);

  when = parse (time);
  if (when == NULL)
    return g_strdup ("");
  days = days_between (when, now);
  if (days == 0)
    /* Translators: a time of day, see strftime(3); %X would have seconds */
    return has_clock (time) ? g_date_time_format (when, _ ("%-l:%M %p")) : g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days > 1 && days < 7)
    return g_date_time_format (when, "%A");
  if (g_date_time_get_year (when) == g_date_time_get_year (now))
    /* xgettext:no-c-format Translators: a day of this year, see strftime(3) */
    return keep_together (g_date_time_format (when, _ ("%b %-d")));
  /* Translators: a day of another year, see strftime(3) */
  return keep_together (g_date_time_format (when, _ ("%b %-d, %Y")));
}

/**
 * np_format_reading_time:
 * @words: how many words a story has
 * @speed: how many of them are read in a minute
 *
 * Returns: (transfer full): how long reading it takes: `4 min`, which no line breaks apart; never less than one minute
 */
char *
np_format_reading_time (guint words, guint speed)
{
  guint minutes = MAX (1, (words + speed / 2) / MAX (1, speed));
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how long it takes to read a story */
  g_string_printf (text, ngettext ("%u min", "%u min", minutes), minutes);
  g_string_replace (text, " ", "\u00a0", 0);
  return keep_together (g_string_free (g_steal_pointer (&text), FALSE));
}

/**
 * np_format_stories:
 * @n: a number
 *
 * Returns: (transfer full): "1 story", "1,200 stories"
 */
char *
np_format_stories (guint n)
{
  return g_strdup_printf (ngettext ("%'u story", "%'u stories", n), n);
}

/**
 * np_format_until:
 * @time: (nullable): ISO 8601
 *
 * Returns: (transfer full): until when something was so: "Until May 31, 2018, 3:48 PM"
 */
char *
np_format_until (const char *time)
{
  g_autofree char *when = np_format_published (time);

  /* Translators: %s is a day, or a day and a time */
  return when != NULL && *when != '\0' ? g_strdup_printf (_ ("Until %s"), when) : g_strdup (_ ("Earlier"));
}

/**
 * np_format_changes:
 * @added: how many words were added
 * @removed: how many were removed
 * @photos: whether the photos are others
 *
 * Returns: (transfer full): what changed in a text: "12 words added, 1 word removed, other photos"
 */
char *
np_format_changes (guint added, guint removed, gboolean photos)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (added > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u word added", "%'u words added", added), added));
  if (removed > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u word removed", "%'u words removed", removed), removed));
  if (photos)
    g_ptr_array_add (parts, g_strdup (_ ("other photos")));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("Only punctuation or spaces changed")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
