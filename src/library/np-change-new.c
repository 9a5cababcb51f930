/* The kinds of NpChange, each with what it needs. */
#include "library/np-change-variant.h"

/**
 * np_change_new_for_stories:
 * @kind: `NP_CHANGE_STAR` … `NP_CHANGE_IMPORT`
 * @ids: (array zero-terminated=1): the stories
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_for_stories (NpChangeKind kind, const char *const *ids)
{
  g_return_val_if_fail (kind <= NP_CHANGE_IMPORT && ids != NULL, NULL);

  return np_change_new_of (kind, ids, NULL, NULL, NULL, -1);
}

/**
 * np_change_new_for_topic:
 * @kind: `NP_CHANGE_ADD_TOPIC`, `NP_CHANGE_REMOVE_TOPIC`, `NP_CHANGE_DROP_TOPIC`, `NP_CHANGE_UNMERGE_TOPIC`,
 *   `NP_CHANGE_HIDE_TOPIC` or `NP_CHANGE_UNHIDE_TOPIC`
 * @key: the key of the topic
 * @ids: (nullable) (array zero-terminated=1): the stories, for the first two
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_for_topic (NpChangeKind kind, const char *key, const char *const *ids)
{
  g_return_val_if_fail (key != NULL, NULL);

  return np_change_new_of (kind, ids, key, NULL, NULL, -1);
}

/**
 * np_change_new_give_topics:
 * @keys: (array zero-terminated=1): the keys of topics, at least one
 * @from: (nullable): the key of a topic that the stories are moved out of
 * @ids: (array zero-terminated=1): the stories
 *
 * Returns: (transfer full): a change that gives all of the topics to all of the stories, not yet done
 */
NpChange *
np_change_new_give_topics (const char *const *keys, const char *from, const char *const *ids)
{
  g_autofree char *more = NULL;

  g_return_val_if_fail (keys != NULL && keys[0] != NULL && ids != NULL, NULL);

  more = keys[1] != NULL ? g_strjoinv ("\n", (char **) keys + 1) : NULL;
  return np_change_new_of (NP_CHANGE_ADD_TOPIC, ids, keys[0], from, more, -1);
}

/**
 * np_change_new_restore_version:
 * @id: a story
 * @file: the file of one of its versions
 *
 * The text that the story has now becomes a version in turn.
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_restore_version (const char *id, const char *file)
{
  const char *ids[] = { id, NULL };

  g_return_val_if_fail (id != NULL && file != NULL, NULL);

  return np_change_new_of (NP_CHANGE_RESTORE_VERSION, ids, NULL, NULL, file, -1);
}

/**
 * np_change_new_topic:
 * @name: the name of the new topic; when there is a topic of that name, the stories get that one
 * @parent: (nullable): key of the topic it goes into
 * @ids: (nullable) (array zero-terminated=1): stories that get it
 *
 * Returns: (transfer full): a change, not yet done; once done, np_change_get_topic() is the key
 */
NpChange *
np_change_new_topic (const char *name, const char *parent, const char *const *ids)
{
  g_return_val_if_fail (name != NULL, NULL);

  return np_change_new_of (NP_CHANGE_NEW_TOPIC, ids, NULL, parent, name, -1);
}

/**
 * np_change_new_rename:
 * @key: the key of the topic
 * @name: its new name
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_rename (const char *key, const char *name)
{
  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  return np_change_new_of (NP_CHANGE_RENAME_TOPIC, NULL, key, NULL, name, -1);
}

/**
 * np_change_new_move:
 * @key: the key of the topic
 * @parent: (nullable): key of the topic it goes into, `NULL` for the top level
 * @position: its place among its new siblings from 0, -1 for the last
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_move (const char *key, const char *parent, int position)
{
  g_return_val_if_fail (key != NULL, NULL);

  return np_change_new_of (NP_CHANGE_MOVE_TOPIC, NULL, key, parent, NULL, position);
}

/**
 * np_change_new_pair:
 * @kind: `NP_CHANGE_MERGE_TOPIC` (@key into @other), `NP_CHANGE_RELATE_TOPIC`, `NP_CHANGE_UNRELATE_TOPIC`,
 *   `NP_CHANGE_DISMISS_TOPIC` or `NP_CHANGE_OTHER_TOPIC`
 * @key: the key of a topic
 * @other: the key of another
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_pair (NpChangeKind kind, const char *key, const char *other)
{
  g_return_val_if_fail (key != NULL && other != NULL, NULL);

  return np_change_new_of (kind, NULL, key, other, NULL, -1);
}

/**
 * np_change_new_color:
 * @key: the key of a topic
 * @color: (nullable): the name of a colour, see NpTopic
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_color (const char *key, const char *color)
{
  g_return_val_if_fail (key != NULL, NULL);

  return np_change_new_of (NP_CHANGE_COLOR_TOPIC, NULL, key, NULL, color, -1);
}

/**
 * np_change_new_rule:
 * @kind: `NP_CHANGE_ADD_RULE` or `NP_CHANGE_REMOVE_RULE`
 * @key: the key of a topic
 * @search: the search that is its rule
 * @ids: (nullable) (array zero-terminated=1): for `NP_CHANGE_ADD_RULE`: stories that get the topic at once
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_rule (NpChangeKind kind, const char *key, const char *search, const char *const *ids)
{
  g_return_val_if_fail (key != NULL && search != NULL, NULL);

  return np_change_new_of (kind, ids, key, NULL, search, -1);
}

/**
 * np_change_new_rule_instead:
 * @key: the key of a topic
 * @old: a search that is its rule
 * @search: the search that is to be its rule instead
 * @ids: (nullable) (array zero-terminated=1): stories that get the topic at once
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_rule_instead (const char *key, const char *old, const char *search, const char *const *ids)
{
  g_return_val_if_fail (key != NULL && old != NULL && search != NULL, NULL);

  return np_change_new_of (NP_CHANGE_ADD_RULE, ids, key, g_str_equal (old, search) ? NULL : old, search, -1);
}

/**
 * np_change_new_for_topics:
 * @kind: `NP_CHANGE_MOVE_TOPIC`, `NP_CHANGE_MERGE_TOPIC`, `NP_CHANGE_RELATE_TOPIC`, `NP_CHANGE_COLOR_TOPIC`,
 *   `NP_CHANGE_DROP_TOPIC`, `NP_CHANGE_HIDE_TOPIC` or `NP_CHANGE_UNHIDE_TOPIC`
 * @keys: (array zero-terminated=1): the keys of the topics, at least one
 * @other: (nullable): the key of the one they go into, are merged into or related to
 * @name: (nullable): the colour
 * @position: the place of the first among its new siblings from 0, -1 for the last
 *
 * Returns: (transfer full): one change of them all, not yet done
 */
NpChange *
np_change_new_for_topics (NpChangeKind kind, const char *const *keys, const char *other, const char *name, int position)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (np_change_takes_topics (kind) && keys != NULL && keys[0] != NULL, NULL);

  return np_change_new_of (kind, keys[1] != NULL ? keys : none, keys[0], other, name, position);
}
