#include "cli/np-cli-topic-change.h"

#include "library/np-library-error.h"
#include "library/np-words.h"

#include <glib/gi18n.h>

/* All words but the last are topics that something is done to with the last. */
static NpCliStatus
change_several (NpTopicRun *run, NpChangeKind kind)
{
  NpCliStatus status = NP_CLI_OK;
  g_auto (GStrv) keys = np_topic_run_find_topics (run, 0, run->count - 1, &status);
  const NpTopic *other = keys != NULL ? np_topic_run_find_topic (run, run->count - 1, &status) : NULL;

  return other != NULL
             ? np_topic_run_do (run, np_change_new_for_topics (kind, (const char *const *) keys, other->key, NULL, -1))
             : status;
}

static NpCliStatus
change_pair (NpTopicRun *run, NpChangeKind kind)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  const NpTopic *other = topic != NULL ? np_topic_run_find_topic (run, 1, &status) : NULL;

  return other != NULL ? np_topic_run_do (run, np_change_new_pair (kind, topic->key, other->key)) : status;
}

/* All words are topics. */
static NpCliStatus
change_all (NpTopicRun *run, NpChangeKind kind)
{
  NpCliStatus status = NP_CLI_OK;
  g_auto (GStrv) keys = np_topic_run_find_topics (run, 0, run->count, &status);

  return keys != NULL
             ? np_topic_run_do (run, np_change_new_for_topics (kind, (const char *const *) keys, NULL, NULL, -1))
             : status;
}

/**
 * np_cli_topic_add:
 * @run: a run
 *
 * Makes a topic, or gives it to stories.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_add (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  g_auto (GStrv) stories = np_topic_run_find_stories (run, 1, &status);
  g_autofree char *name = g_utf8_make_valid (run->words[0], -1);
  const NpTopic *topic = np_topic_tree_find (run->tree, name);

  if (stories == NULL)
    return status;
  if (topic != NULL && *stories == NULL)
    {
      g_autoptr (GError) error =
          g_error_new (NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TOPIC_EXISTS, "%s: exists already", topic->name);
      return np_cli_complain_of (name, error);
    }
  if (topic != NULL)
    return np_topic_run_do (run,
                            np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, topic->key, (const char *const *) stories));
  return np_topic_run_do (run, np_change_new_topic (name, NULL, (const char *const *) stories));
}

/**
 * np_cli_topic_remove:
 * @run: a run
 *
 * Takes a topic off stories.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_remove (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_auto (GStrv) stories = topic != NULL ? np_topic_run_find_stories (run, 1, &status) : NULL;

  if (stories == NULL)
    return status;
  return np_topic_run_do (run,
                          np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, topic->key, (const char *const *) stories));
}

/**
 * np_cli_topic_rename:
 * @run: a run
 *
 * Calls a topic otherwise.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_rename (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_autofree char *name = g_utf8_make_valid (run->words[1], -1);

  return topic != NULL ? np_topic_run_do (run, np_change_new_rename (topic->key, name)) : status;
}

/**
 * np_cli_topic_merge:
 * @run: a run
 *
 * Makes all topics one: the last.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_merge (NpTopicRun *run)
{
  return change_several (run, NP_CHANGE_MERGE_TOPIC);
}

/**
 * np_cli_topic_unmerge:
 * @run: a run
 *
 * Makes a topic of what was merged.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_unmerge (NpTopicRun *run)
{
  const NpTopic *alias = np_topic_tree_find_alias (run->tree, run->words[0]);
  g_autoptr (GError) error = NULL;

  if (alias != NULL)
    return np_topic_run_do (run, np_change_new_for_topic (NP_CHANGE_UNMERGE_TOPIC, alias->key, NULL));
  g_set_error (&error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC, "%s: nothing was merged of that name",
               run->words[0]);
  return np_cli_complain_of (run->words[0], error);
}

/**
 * np_cli_topic_nest:
 * @run: a run
 *
 * Puts topics inside another, the last; one alone goes to the top.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_nest (NpTopicRun *run)
{
  return run->count > 1 ? change_several (run, NP_CHANGE_MOVE_TOPIC) : np_cli_topic_unnest (run);
}

/**
 * np_cli_topic_unnest:
 * @run: a run
 *
 * Puts topics at the top.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_unnest (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  g_auto (GStrv) keys = np_topic_run_find_topics (run, 0, run->count, &status);

  return keys != NULL ? np_topic_run_do (
             run, np_change_new_for_topics (NP_CHANGE_MOVE_TOPIC, (const char *const *) keys, NULL, NULL, -1))
                      : status;
}

/**
 * np_cli_topic_move:
 * @run: a run
 *
 * Gives a topic another place among its siblings, from 1.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_move (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status), *parent;
  guint64 place;

  if (topic == NULL)
    return status;
  if (!g_ascii_string_to_unsigned (run->words[1], 10, 1, 1000000, &place, NULL))
    return np_cli_complain_of_usage (_ ("%s: not a place, from 1"), run->words[1]);
  parent = np_topic_tree_resolve (run->tree, topic->parent);
  return np_topic_run_do (run, np_change_new_move (topic->key, parent != NULL ? parent->key : NULL, (int) place - 1));
}

/**
 * np_cli_topic_relate:
 * @run: a run
 *
 * Says that topics belong to another, the last.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_relate (NpTopicRun *run)
{
  return change_several (run, NP_CHANGE_RELATE_TOPIC);
}

/**
 * np_cli_topic_unrelate:
 * @run: a run
 *
 * Takes back that two topics belong together.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_unrelate (NpTopicRun *run)
{
  return change_pair (run, NP_CHANGE_UNRELATE_TOPIC);
}

/**
 * np_cli_topic_dismiss:
 * @run: a run
 *
 * Says that two topics do not belong together, so that they are not offered again.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_dismiss (NpTopicRun *run)
{
  return change_pair (run, NP_CHANGE_DISMISS_TOPIC);
}

/**
 * np_cli_topic_keep_apart:
 * @run: a run
 *
 * Says that two topics are not the same, so that they are not offered again.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_keep_apart (NpTopicRun *run)
{
  return change_pair (run, NP_CHANGE_OTHER_TOPIC);
}

/**
 * np_cli_topic_color:
 * @run: a run
 *
 * Gives a topic a color, or takes it away.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_color (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);

  return topic != NULL ? np_topic_run_do (run, np_change_new_color (topic->key, run->count > 1 ? run->words[1] : NULL))
                       : status;
}

/**
 * np_cli_topic_hide:
 * @run: a run
 *
 * Leaves topics out where topics are listed.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_hide (NpTopicRun *run)
{
  return change_all (run, NP_CHANGE_HIDE_TOPIC);
}

/**
 * np_cli_topic_unhide:
 * @run: a run
 *
 * Shows hidden topics again.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_unhide (NpTopicRun *run)
{
  return change_all (run, NP_CHANGE_UNHIDE_TOPIC);
}

/**
 * np_cli_topic_delete:
 * @run: a run
 *
 * Removes topics; stories stay.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_delete (NpTopicRun *run)
{
  return change_all (run, NP_CHANGE_DROP_TOPIC);
}

/**
 * np_cli_topic_rule:
 * @run: a run
 *
 * Makes a rule: stories that a search finds get the topic when they are saved; with --apply those that are there too.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_rule (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_autofree char *search = g_utf8_make_valid (run->words[1], -1);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  if (topic == NULL)
    return status;
  if (run->apply && (ids = np_library_find_by_rule (run->library, topic->key, search, &error)) == NULL)
    return np_cli_complain_of (search, error);
  return np_topic_run_do (run, np_change_new_rule (NP_CHANGE_ADD_RULE, topic->key, search, (const char *const *) ids));
}

/**
 * np_cli_topic_unrule:
 * @run: a run
 *
 * Takes a rule away.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_unrule (NpTopicRun *run)
{
  NpCliStatus status = NP_CLI_OK;
  const NpTopic *topic = np_topic_run_find_topic (run, 0, &status);
  g_autofree char *search = g_utf8_make_valid (run->words[1], -1);

  return topic != NULL ? np_topic_run_do (run, np_change_new_rule (NP_CHANGE_REMOVE_RULE, topic->key, search, NULL))
                       : status;
}

/* @undo: the last change that was done; else the last that was undone. */
static NpCliStatus
go_back (NpTopicRun *run, gboolean undo)
{
  NpChange *next = undo ? np_library_get_undo (run->library) : np_library_get_redo (run->library);
  g_autofree char *words = next == NULL ? NULL : undo ? np_words_for_undo (next) : np_words_for_redo (next);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpChange) gone = NULL;

  if (next == NULL)
    return NP_CLI_NOTHING;
  gone = undo ? np_library_undo (run->library, &error) : np_library_redo (run->library, &error);
  if (gone == NULL)
    return np_cli_complain_of (words, error);
  np_cli_print ("%s\n", words);
  return NP_CLI_OK;
}

/**
 * np_cli_topic_undo:
 * @run: a run
 *
 * Takes the last change back.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_undo (NpTopicRun *run)
{
  return go_back (run, TRUE);
}

/**
 * np_cli_topic_redo:
 * @run: a run
 *
 * Does again what was taken back.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_topic_redo (NpTopicRun *run)
{
  return go_back (run, FALSE);
}
