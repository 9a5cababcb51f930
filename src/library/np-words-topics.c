#include "library/np-words-topics.h"

#include <glib/gi18n.h>

/**
 * np_words_for_month:
 * @year: a year
 * @month: a month, from 1
 *
 * Returns: (transfer full): "May 2018"
 */
char *
np_words_for_month (guint year, guint month)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc ((int) year, (int) month, 1, 0, 0, 0);

  /* Translators: a month, as g_date_time_format() writes it: "May 2018" */
  return date != NULL ? g_date_time_format (date, _ ("%B %Y")) : g_strdup ("");
}

static char *
for_shared (const NpTopicPair *pair)
{
  g_autofree char *stories =
      g_strdup_printf (ngettext ("%u story in common", "%u stories in common", pair->shared), pair->shared);
  g_autofree char *month = pair->year > 0 ? np_words_for_month (pair->year, pair->month) : NULL;

  if (month == NULL || pair->shared < 2)
    return g_steal_pointer (&stories);
  if (pair->in_month == pair->shared)
    /* Translators: “41 stories in common”, and a month */
    return g_strdup_printf (_ ("%s, all in %s"), stories, month);
  /* Translators: “41 stories in common”, and a month */
  return g_strdup_printf (_ ("%s, most in %s"), stories, month);
}

/**
 * np_words_for_relation:
 * @pair: two topics that are related
 *
 * Returns: (transfer full): why: "41 stories in common, most in May 2018 · 6 headlines name both"
 */
char *
np_words_for_relation (const NpTopicPair *pair)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (pair != NULL, NULL);

  if (pair->mine)
    g_strv_builder_add (parts, _ ("related by you"));
  if (pair->shared > 0)
    {
      g_autofree char *shared = for_shared (pair);

      g_strv_builder_add (parts, shared);
    }
  if (pair->named > 0)
    {
      g_autofree char *named = g_strdup_printf (
          ngettext ("%u headline of one names the other", "%u headlines of one name the other", pair->named),
          pair->named);

      g_strv_builder_add (parts, named);
    }
  if (pair->words != NULL && pair->words[0] != NULL)
    {
      g_autofree char *words = g_strjoinv (", ", pair->words);
      /* Translators: words that headlines have: “missiles, talks” */
      g_autofree char *both = g_strdup_printf (_ ("both about %s"), words);

      g_strv_builder_add (parts, both);
    }
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

/* What follows the two names. */
static const char *
get_evidence (const char *why)
{
  static const struct
  {
    const char *why, *words;
  } evidence[] = {
    { "spelling", N_ ("“%s” and “%s” are two spellings of one name") },
    { "order", N_ ("“%s” and “%s” have the same words") },
    { "plural", N_ ("“%s” and “%s” differ by the plural") },
    { "short", N_ ("one of “%s” and “%s” is cut short") },
    { "acronym", N_ ("one of “%s” and “%s” has the initials of the other") },
    { "language", N_ ("“%s” and “%s” are one name in two languages") },
    { "letters", N_ ("“%s” and “%s” differ by a letter") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (evidence); i++)
    if (g_strcmp0 (evidence[i].why, why) == 0)
      return _ (evidence[i].words);
  return NULL;
}

/**
 * np_words_for_twins:
 * @pair: two topics that may be one and the same
 *
 * Returns: (transfer full): what speaks for it: "of “N. Korea” and “North Korea” one is cut short"
 */
char *
np_words_for_twins (const NpTopicPair *pair)
{
  const char *evidence;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (pair != NULL, NULL);

  evidence = get_evidence (pair->why);
  if (evidence == NULL)
    return g_strdup ("");
  parts = g_strsplit (evidence, "%s", 3);
  return g_strconcat (parts[0], pair->name, parts[1], pair->other_name, parts[2], NULL);
}

/**
 * np_words_for_related_story:
 * @related: a story that has to do with another
 *
 * Returns: (transfer full): what both have: "North Korea, Summits · Mike Pompeo"; empty when it is but words
 */
char *
np_words_for_related_story (const NpRelatedStory *related)
{
  g_autofree char *topics = NULL, *names = NULL;

  g_return_val_if_fail (related != NULL, NULL);

  topics = g_strjoinv (", ", related->topics);
  names = g_strjoinv (", ", related->names);
  if (*topics != '\0' && *names != '\0')
    return g_strconcat (topics, " · ", names, NULL);
  return g_strconcat (topics, names, NULL);
}

/**
 * np_words_for_suggestion:
 * @suggestion: a topic that a story could have
 *
 * Returns: (transfer full): why: "the page says so"
 */
char *
np_words_for_suggestion (const NpTopicSuggestion *suggestion)
{
  g_return_val_if_fail (suggestion != NULL, NULL);

  if (g_str_equal (suggestion->why, "keyword"))
    return g_strdup (_ ("the page says so"));
  if (g_str_equal (suggestion->why, "named"))
    return g_strdup_printf (
        ngettext ("one of your topics, named %u time", "one of your topics, named %u times", suggestion->count),
        suggestion->count);
  return g_strdup_printf (ngettext ("named %u time", "named %u times", suggestion->count), suggestion->count);
}
