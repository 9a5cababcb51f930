#include "library/np-words.h"

#include <glib/gi18n.h>

/* Each change in two forms: what was done, as a sentence, and what undo would take back, as what follows "Undo". */
typedef enum
{
  FORM_DONE,
  FORM_NAME
} Form;

static char *
for_stories (NpChangeKind kind, guint n, Form form)
{
  gboolean done = form == FORM_DONE;

  switch ((int) kind)
    {
    case NP_CHANGE_STAR:
      return done ? g_strdup_printf (ngettext ("Starred %u story", "Starred %u stories", n), n)
                  : g_strdup_printf (ngettext ("starring %u story", "starring %u stories", n), n);
    case NP_CHANGE_UNSTAR:
      return done ? g_strdup_printf (ngettext ("Unstarred %u story", "Unstarred %u stories", n), n)
                  : g_strdup_printf (ngettext ("unstarring %u story", "unstarring %u stories", n), n);
    case NP_CHANGE_ARCHIVE:
      return done ? g_strdup_printf (ngettext ("Archived %u story", "Archived %u stories", n), n)
                  : g_strdup_printf (ngettext ("archiving %u story", "archiving %u stories", n), n);
    case NP_CHANGE_UNARCHIVE:
      return done ? g_strdup_printf (
                 ngettext ("Moved %u story back to the inbox", "Moved %u stories back to the inbox", n), n)
                  : g_strdup_printf (
                      ngettext ("moving %u story back to the inbox", "moving %u stories back to the inbox", n), n);
    case NP_CHANGE_READ:
      return done ? g_strdup_printf (ngettext ("Marked %u story as read", "Marked %u stories as read", n), n)
                  : g_strdup_printf (ngettext ("marking %u story as read", "marking %u stories as read", n), n);
    case NP_CHANGE_UNREAD:
      return done ? g_strdup_printf (ngettext ("Marked %u story as unread", "Marked %u stories as unread", n), n)
                  : g_strdup_printf (ngettext ("marking %u story as unread", "marking %u stories as unread", n), n);
    case NP_CHANGE_TRASH:
      return done ? g_strdup_printf (ngettext ("Moved %u story to the trash", "Moved %u stories to the trash", n), n)
                  : g_strdup_printf (ngettext ("moving %u story to the trash", "moving %u stories to the trash", n), n);
    case NP_CHANGE_RESTORE:
      return done ? g_strdup_printf (ngettext ("Restored %u story", "Restored %u stories", n), n)
                  : g_strdup_printf (ngettext ("restoring %u story", "restoring %u stories", n), n);
    case NP_CHANGE_IMPORT:
      return done ? g_strdup_printf (ngettext ("Saved %u story", "Saved %u stories", n), n)
                  : g_strdup_printf (ngettext ("saving %u story", "saving %u stories", n), n);
    case NP_CHANGE_REEXTRACT:
      return done ? g_strdup_printf (
                 ngettext ("Read %u story anew from its page", "Read %u stories anew from their pages", n), n)
                  : g_strdup_printf (ngettext ("reading %u story anew", "reading %u stories anew", n), n);
    case NP_CHANGE_UPDATE:
      return g_strdup (done ? _ ("Saved the new version of the story") : _ ("saving the new version of the story"));
    case NP_CHANGE_RESTORE_VERSION:
      return g_strdup (done ? _ ("Restored an earlier version of the story")
                            : _ ("restoring an earlier version of the story"));
    }
  return NULL;
}

static char *
for_topic_of_stories (NpChangeKind kind, const char *topic, guint n, Form form)
{
  gboolean done = form == FORM_DONE;

  if (kind == NP_CHANGE_ADD_TOPIC)
    return done ? g_strdup_printf (ngettext ("Added “%s” to %u story", "Added “%s” to %u stories", n), topic, n)
                : g_strdup_printf (ngettext ("adding “%s” to %u story", "adding “%s” to %u stories", n), topic, n);
  if (kind == NP_CHANGE_REMOVE_TOPIC)
    return done ? g_strdup_printf (ngettext ("Removed “%s” from %u story", "Removed “%s” from %u stories", n), topic, n)
                : g_strdup_printf (ngettext ("removing “%s” from %u story", "removing “%s” from %u stories", n), topic,
                                   n);
  return NULL;
}

/* Stories that get one topic or several, or are moved from one to another. */
static char *
for_giving (const char *topic, const char *from, const char *more, guint n, Form form)
{
  gboolean done = form == FORM_DONE;
  guint n_topics = 2;

  if (more == NULL && from == NULL)
    return for_topic_of_stories (NP_CHANGE_ADD_TOPIC, topic, n, form);
  if (more == NULL)
    return g_strdup_printf (
        done ? ngettext ("Moved %u story from “%s” to “%s”", "Moved %u stories from “%s” to “%s”", n)
             : ngettext ("moving %u story from “%s” to “%s”", "moving %u stories from “%s” to “%s”", n),
        n, from, topic);
  for (const char *p = more; *p != '\0'; p++)
    n_topics += *p == '\n';
  return g_strdup_printf (done ? ngettext ("Added %u topics to %u story", "Added %u topics to %u stories", n)
                               : ngettext ("adding %u topics to %u story", "adding %u topics to %u stories", n),
                          n_topics, n);
}

static char *
for_topic (NpChangeKind kind, const char *topic, Form form)
{
  gboolean done = form == FORM_DONE;

  if (kind == NP_CHANGE_NEW_TOPIC)
    return g_strdup_printf (done ? _ ("Made the topic “%s”") : _ ("making the topic “%s”"), topic);
  if (kind == NP_CHANGE_DROP_TOPIC)
    return g_strdup_printf (done ? _ ("Deleted the topic “%s”") : _ ("deleting the topic “%s”"), topic);
  if (kind == NP_CHANGE_COLOR_TOPIC)
    return g_strdup_printf (done ? _ ("Changed the color of “%s”") : _ ("changing the color of “%s”"), topic);
  if (kind == NP_CHANGE_HIDE_TOPIC)
    return g_strdup_printf (done ? _ ("Hid the topic “%s”") : _ ("hiding the topic “%s”"), topic);
  if (kind == NP_CHANGE_UNHIDE_TOPIC)
    return g_strdup_printf (done ? _ ("The topic “%s” is no longer hidden") : _ ("showing the topic “%s” again"),
                            topic);
  if (kind == NP_CHANGE_UNMERGE_TOPIC)
    return g_strdup_printf (done ? _ ("“%s” is a topic of its own again") : _ ("taking “%s” out again"), topic);
  return NULL;
}

static char *
for_two_topics (NpChangeKind kind, const char *topic, const char *other, Form form)
{
  gboolean done = form == FORM_DONE;

  if (kind == NP_CHANGE_RENAME_TOPIC)
    return g_strdup_printf (done ? _ ("Renamed “%s” to “%s”") : _ ("renaming “%s” to “%s”"), topic, other);
  if (kind == NP_CHANGE_MERGE_TOPIC)
    return g_strdup_printf (done ? _ ("Merged “%s” into “%s”") : _ ("merging “%s” into “%s”"), topic, other);
  if (kind == NP_CHANGE_RELATE_TOPIC)
    return g_strdup_printf (done ? _ ("Related “%s” to “%s”") : _ ("relating “%s” to “%s”"), topic, other);
  if (kind == NP_CHANGE_UNRELATE_TOPIC)
    return g_strdup_printf (done ? _ ("“%s” is no longer related to “%s”") : _ ("no longer relating “%s” and “%s”"),
                            topic, other);
  if (kind == NP_CHANGE_DISMISS_TOPIC)
    return g_strdup_printf (done ? _ ("“%s” and “%s” are not offered as related any more")
                                 : _ ("not relating “%s” and “%s”"),
                            topic, other);
  if (kind == NP_CHANGE_OTHER_TOPIC)
    return g_strdup_printf (done ? _ ("“%s” and “%s” are not offered for merging any more")
                                 : _ ("keeping “%s” and “%s” apart"),
                            topic, other);
  return NULL;
}

/* A change of several topics. */
static char *
for_topics (NpChangeKind kind, guint n, const char *other, Form form)
{
  gboolean done = form == FORM_DONE;

  if (kind == NP_CHANGE_MOVE_TOPIC && other == NULL)
    return g_strdup_printf (done ? ngettext ("Moved %u topic", "Moved %u topics", n)
                                 : ngettext ("moving %u topic", "moving %u topics", n),
                            n);
  if (kind == NP_CHANGE_MOVE_TOPIC)
    return g_strdup_printf (done ? ngettext ("Put %u topic inside “%s”", "Put %u topics inside “%s”", n)
                                 : ngettext ("putting %u topic inside “%s”", "putting %u topics inside “%s”", n),
                            n, other);
  if (kind == NP_CHANGE_MERGE_TOPIC)
    return g_strdup_printf (done ? ngettext ("Merged %u topic into “%s”", "Merged %u topics into “%s”", n)
                                 : ngettext ("merging %u topic into “%s”", "merging %u topics into “%s”", n),
                            n, other);
  if (kind == NP_CHANGE_RELATE_TOPIC)
    return g_strdup_printf (done ? ngettext ("Related %u topic to “%s”", "Related %u topics to “%s”", n)
                                 : ngettext ("relating %u topic to “%s”", "relating %u topics to “%s”", n),
                            n, other);
  if (kind == NP_CHANGE_COLOR_TOPIC)
    return g_strdup_printf (done ? ngettext ("Changed the color of %u topic", "Changed the color of %u topics", n)
                                 : ngettext ("changing the color of %u topic", "changing the color of %u topics", n),
                            n);
  if (kind == NP_CHANGE_HIDE_TOPIC)
    return g_strdup_printf (
        done ? ngettext ("Hid %u topic", "Hid %u topics", n) : ngettext ("hiding %u topic", "hiding %u topics", n), n);
  if (kind == NP_CHANGE_UNHIDE_TOPIC)
    return g_strdup_printf (done ? ngettext ("%u topic is no longer hidden", "%u topics are no longer hidden", n)
                                 : ngettext ("showing %u topic again", "showing %u topics again", n),
                            n);
  return g_strdup_printf (done ? ngettext ("Deleted %u topic", "Deleted %u topics", n)
                               : ngettext ("deleting %u topic", "deleting %u topics", n),
                          n);
}

static char *
for_rule (NpChange *change, const char *topic, const char *search, Form form)
{
  gboolean done = form == FORM_DONE;
  NpChangeKind kind = np_change_get_kind (change);
  guint n = np_change_get_n_stories (change);

  if (np_change_get_other (change) != NULL)
    return g_strdup_printf (done ? _ ("Changed a rule for “%s” to “%s”") : _ ("changing a rule for “%s” to “%s”"),
                            topic, search);

  if (kind == NP_CHANGE_REMOVE_RULE)
    return g_strdup_printf (done ? _ ("Removed the rule “%s” from “%s”") : _ ("removing the rule “%s” from “%s”"),
                            search, topic);
  if (n == 0)
    return g_strdup_printf (done ? _ ("Made the rule “%s” for “%s”") : _ ("making the rule “%s” for “%s”"), search,
                            topic);
  return g_strdup_printf (done ? ngettext ("Made the rule “%s” for “%s”, which %u story got",
                                           "Made the rule “%s” for “%s”, which %u stories got", n)
                               : ngettext ("making the rule “%s” for “%s”, which %u story got",
                                           "making the rule “%s” for “%s”, which %u stories got", n),
                          search, topic, n);
}

static char *
for_move (const char *topic, const char *parent, Form form)
{
  if (parent == NULL)
    return g_strdup_printf (form == FORM_DONE ? _ ("Moved “%s”") : _ ("moving “%s”"), topic);
  return g_strdup_printf (form == FORM_DONE ? _ ("Put “%s” inside “%s”") : _ ("putting “%s” inside “%s”"), topic,
                          parent);
}

/* An edit of one field is named by it. */
static char *
for_edit (NpArticleFields fields, Form form)
{
  static const struct
  {
    NpArticleFields field;
    const char *done, *name;
  } words[] = {
    { NP_ARTICLE_HEADLINE, N_ ("Corrected the headline"), N_ ("correcting the headline") },
    { NP_ARTICLE_DECK, N_ ("Corrected the deck"), N_ ("correcting the deck") },
    { NP_ARTICLE_BYLINE, N_ ("Corrected the byline"), N_ ("correcting the byline") },
    { NP_ARTICLE_PUBLISHED, N_ ("Corrected the time of publication"), N_ ("correcting the time of publication") },
    { NP_ARTICLE_BODY, N_ ("Corrected the text"), N_ ("correcting the text") },
    { NP_ARTICLE_FIGURES, N_ ("Corrected the caption or credit"), N_ ("correcting the caption or credit") },
    { NP_ARTICLE_NOTE, N_ ("Changed the note"), N_ ("changing the note") },
    { NP_ARTICLE_HIGHLIGHTS, N_ ("Changed the highlights"), N_ ("changing the highlights") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fields == words[i].field)
      return g_strdup (form == FORM_DONE ? _ (words[i].done) : _ (words[i].name));
  return g_strdup (form == FORM_DONE ? _ ("Corrected the story") : _ ("correcting the story"));
}

static char *
for_search (NpChangeKind kind, const char *old, const char *name, Form form)
{
  gboolean done = form == FORM_DONE;

  if (kind == NP_CHANGE_KEEP_SEARCH)
    return g_strdup_printf (done ? _ ("Kept the search “%s”") : _ ("keeping the search “%s”"), name);
  if (kind == NP_CHANGE_RENAME_SEARCH)
    return g_strdup_printf (done ? _ ("Renamed the search “%s” to “%s”") : _ ("renaming the search “%s” to “%s”"), old,
                            name);
  if (kind == NP_CHANGE_MOVE_SEARCH)
    return g_strdup_printf (done ? _ ("Moved the search “%s”") : _ ("moving the search “%s”"), old);
  return g_strdup_printf (done ? _ ("Removed the search “%s”") : _ ("removing the search “%s”"), old);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
in_words (NpChange *change, Form form)
{
  NpChangeKind kind = np_change_get_kind (change);
  const char *topic = or_empty (np_change_get_topic_name (change)), *other = np_change_get_other_name (change);
  guint n = np_change_get_n_stories (change), n_topics = g_strv_length ((char **) np_change_get_topics (change));

  if (n_topics > 0)
    return for_topics (kind, n_topics, other, form);
  switch (kind)
    {
    case NP_CHANGE_STAR:
    case NP_CHANGE_UNSTAR:
    case NP_CHANGE_ARCHIVE:
    case NP_CHANGE_UNARCHIVE:
    case NP_CHANGE_READ:
    case NP_CHANGE_UNREAD:
    case NP_CHANGE_TRASH:
    case NP_CHANGE_RESTORE:
    case NP_CHANGE_IMPORT:
    case NP_CHANGE_REEXTRACT:
    case NP_CHANGE_UPDATE:
    case NP_CHANGE_RESTORE_VERSION:
      return for_stories (kind, n, form);
    case NP_CHANGE_ADD_TOPIC:
      return for_giving (topic, other, np_change_get_name (change), n, form);
    case NP_CHANGE_REMOVE_TOPIC:
      return for_topic_of_stories (kind, topic, n, form);
    case NP_CHANGE_EDIT:
      return for_edit (np_change_get_fields (change), form);
    case NP_CHANGE_KEEP_SEARCH:
    case NP_CHANGE_RENAME_SEARCH:
    case NP_CHANGE_MOVE_SEARCH:
    case NP_CHANGE_DROP_SEARCH:
      return for_search (kind, topic, or_empty (other), form);
    case NP_CHANGE_NEW_TOPIC:
      return n > 0 ? for_topic_of_stories (NP_CHANGE_ADD_TOPIC, topic, n, form) : for_topic (kind, topic, form);
    case NP_CHANGE_COLOR_TOPIC:
    case NP_CHANGE_DROP_TOPIC:
    case NP_CHANGE_HIDE_TOPIC:
    case NP_CHANGE_UNHIDE_TOPIC:
    case NP_CHANGE_UNMERGE_TOPIC:
      return for_topic (kind, topic, form);
    case NP_CHANGE_ADD_RULE:
    case NP_CHANGE_REMOVE_RULE:
      return for_rule (change, topic, or_empty (np_change_get_name (change)), form);
    case NP_CHANGE_MOVE_TOPIC:
      return for_move (topic, other, form);
    case NP_CHANGE_RENAME_TOPIC:
      return for_two_topics (kind, topic, or_empty (np_change_get_name (change)), form);
    case NP_CHANGE_MERGE_TOPIC:
    case NP_CHANGE_RELATE_TOPIC:
    case NP_CHANGE_UNRELATE_TOPIC:
    case NP_CHANGE_DISMISS_TOPIC:
    case NP_CHANGE_OTHER_TOPIC:
      return for_two_topics (kind, topic, or_empty (other), form);
    }
  return NULL;
}

/**
 * np_words_for_change:
 * @change: a change that was done
 *
 * Returns: (transfer full): what was done, without a full stop: "Merged “DPRK” into “North Korea”"
 */
char *
np_words_for_change (NpChange *change)
{
  g_return_val_if_fail (NP_IS_CHANGE (change), NULL);

  return in_words (change, FORM_DONE);
}

/**
 * np_words_for_undo:
 * @change: a change that was done
 *
 * Returns: (transfer full): what undoing it is called: "Undo merging “DPRK” into “North Korea”"
 */
char *
np_words_for_undo (NpChange *change)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (NP_IS_CHANGE (change), NULL);

  name = in_words (change, FORM_NAME);
  /* Translators: %s is what follows, like “merging “DPRK” into “North Korea”” */
  return g_strdup_printf (_ ("Undo %s"), name);
}

/**
 * np_words_for_redo:
 * @change: a change that was undone
 *
 * Returns: (transfer full): what doing it again is called: "Redo merging “DPRK” into “North Korea”"
 */
char *
np_words_for_redo (NpChange *change)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (NP_IS_CHANGE (change), NULL);

  name = in_words (change, FORM_NAME);
  /* Translators: %s is what follows, like “merging “DPRK” into “North Korea”” */
  return g_strdup_printf (_ ("Redo %s"), name);
}
