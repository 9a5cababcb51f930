#include "library/np-change-do.h"

#include "library/np-catalog-topics.h"
#include "library/np-change-search.h"
#include "library/np-change-text.h"
#include "library/np-change-variant.h"
#include "library/np-library-error.h"

static void
remove_topic (NpArticle *article, const NpTopicTree *tree, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  for (guint i = article->topics->len; i-- > 0;)
    {
      const char *own = article->topics->pdata[i];
      const NpTopic *real = np_topic_tree_resolve (tree, own);

      if (g_str_equal (own, key) || (topic != NULL && real == topic))
        g_ptr_array_remove_index (article->topics, i);
    }
}

static void
add_topic (NpArticle *article, const NpTopicTree *tree, const char *key)
{
  for (guint i = 0; i < article->topics->len; i++)
    {
      const NpTopic *real = np_topic_tree_resolve (tree, article->topics->pdata[i]);

      if (real != NULL && g_str_equal (real->key, key))
        return;
    }
  g_ptr_array_add (article->topics, g_strdup (key));
}

/* The topics that the change names; one that the story is moved out of goes first, so that it can be above the others.
 */
static void
give_topics (NpChange *change, NpArticle *article, const NpTopicTree *tree)
{
  g_auto (GStrv) more = g_strsplit (np_change_get_name (change) != NULL ? np_change_get_name (change) : "", "\n", -1);

  if (np_change_get_other (change) != NULL)
    remove_topic (article, tree, np_change_get_other (change));
  add_topic (article, tree, np_change_get_topic (change));
  for (guint i = 0; more[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, more[i]);

      if (topic != NULL)
        add_topic (article, tree, topic->key);
    }
}

/* Changes @article as the change says; the trash is not its business. */
static void
change_article (NpChange *change, NpArticle *article, const NpTopicTree *tree)
{
  switch (np_change_get_kind (change))
    {
    case NP_CHANGE_STAR:
    case NP_CHANGE_UNSTAR:
      article->starred = np_change_get_kind (change) == NP_CHANGE_STAR;
      break;
    case NP_CHANGE_ARCHIVE:
    case NP_CHANGE_UNARCHIVE:
      article->archived = np_change_get_kind (change) == NP_CHANGE_ARCHIVE;
      break;
    case NP_CHANGE_READ:
    case NP_CHANGE_UNREAD:
      article->read = np_change_get_kind (change) == NP_CHANGE_READ;
      break;
    case NP_CHANGE_ADD_TOPIC:
      give_topics (change, article, tree);
      break;
    case NP_CHANGE_NEW_TOPIC:
    case NP_CHANGE_ADD_RULE:
      add_topic (article, tree, np_change_get_topic (change));
      break;
    case NP_CHANGE_REMOVE_TOPIC:
      remove_topic (article, tree, np_change_get_topic (change));
      break;
    case NP_CHANGE_TRASH:
    case NP_CHANGE_RESTORE:
    case NP_CHANGE_IMPORT:
    case NP_CHANGE_EDIT:
    case NP_CHANGE_KEEP_SEARCH:
    case NP_CHANGE_RENAME_SEARCH:
    case NP_CHANGE_MOVE_SEARCH:
    case NP_CHANGE_DROP_SEARCH:
    case NP_CHANGE_RENAME_TOPIC:
    case NP_CHANGE_MOVE_TOPIC:
    case NP_CHANGE_MERGE_TOPIC:
    case NP_CHANGE_RELATE_TOPIC:
    case NP_CHANGE_UNRELATE_TOPIC:
    case NP_CHANGE_COLOR_TOPIC:
    case NP_CHANGE_DROP_TOPIC:
    case NP_CHANGE_UNMERGE_TOPIC:
    case NP_CHANGE_HIDE_TOPIC:
    case NP_CHANGE_UNHIDE_TOPIC:
    case NP_CHANGE_DISMISS_TOPIC:
    case NP_CHANGE_OTHER_TOPIC:
    case NP_CHANGE_REMOVE_RULE:
    case NP_CHANGE_REEXTRACT:
    case NP_CHANGE_UPDATE:
    case NP_CHANGE_RESTORE_VERSION:
      break;
    }
}

static gboolean
same_state (const NpArticle *a, const NpArticle *b)
{
  if (a->read != b->read || a->starred != b->starred || a->archived != b->archived || a->topics->len != b->topics->len)
    return FALSE;
  for (guint i = 0; i < a->topics->len; i++)
    if (!g_str_equal (a->topics->pdata[i], b->topics->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
do_story (NpChange *change, NpCatalog *catalog, const NpTopicTree *tree, const char *id, NpEffect *effect,
          GError **error)
{
  NpChangeKind kind = np_change_get_kind (change);
  gboolean trashed = FALSE, trash;
  g_autoptr (NpArticle) before = np_catalog_read (catalog, id, &trashed, error);
  g_autoptr (NpArticle) after = NULL;

  if (before == NULL)
    return FALSE;
  if (kind == NP_CHANGE_TRASH || kind == NP_CHANGE_RESTORE)
    {
      trash = kind == NP_CHANGE_TRASH;
      if (trash == !!trashed)
        return TRUE;
      if (!np_catalog_set_trashed (catalog, id, trash, error))
        return FALSE;
      np_effect_add_story (effect, before, trashed, before, trash);
      return TRUE;
    }
  if (np_change_is_of_text (kind))
    return np_change_do_text (change, catalog, before, trashed, effect, error);
  after = np_article_copy (before);
  change_article (change, after, tree);
  if (same_state (before, after))
    return TRUE;
  if (!np_catalog_write (catalog, after, error))
    return FALSE;
  np_effect_add_story (effect, before, trashed, after, trashed);
  return TRUE;
}

/* Makes the topic, or takes the one that has the name: both are what was asked for when stories are to get it. */
static gboolean
new_topic (NpChange *change, NpTopicTree *tree, GError **error)
{
  const NpTopic *topic = np_topic_tree_find (tree, np_change_get_name (change));

  if (topic == NULL || np_change_get_n_stories (change) == 0)
    topic = np_topic_tree_add (tree, np_change_get_name (change), np_change_get_other (change), error);
  if (topic != NULL)
    np_change_set_topic (change, topic->key);
  return topic != NULL;
}

static gboolean
drop_topic (NpTopicTree *tree, const char *key, GError **error)
{
  g_autoptr (GPtrArray) aliases = np_topic_tree_list_aliases (tree, key);

  if (np_topic_tree_get (tree, key) == NULL)
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_UNKNOWN, "there is no topic “%s”", key);
      return FALSE;
    }
  for (guint i = 0; i < aliases->len; i++)
    g_hash_table_add (np_topic_tree_get_dropped (tree), g_strdup (((const NpTopic *) aliases->pdata[i])->key));
  np_topic_tree_drop (tree, key);
  g_hash_table_add (np_topic_tree_get_dropped (tree), g_strdup (key));
  return TRUE;
}

/* Changes @tree as the change says of the topic of @key; @position is its new place. */
static gboolean
change_topic (NpChange *change, NpTopicTree *tree, const char *key, int position, GError **error)
{
  const char *other = np_change_get_other (change), *name = np_change_get_name (change);

  switch (np_change_get_kind (change))
    {
    case NP_CHANGE_NEW_TOPIC:
      return new_topic (change, tree, error);
    case NP_CHANGE_RENAME_TOPIC:
      return np_topic_tree_rename (tree, key, name, error);
    case NP_CHANGE_MOVE_TOPIC:
      return np_topic_tree_move (tree, key, other, position, error);
    case NP_CHANGE_MERGE_TOPIC:
      return np_topic_tree_merge (tree, key, other, error);
    case NP_CHANGE_RELATE_TOPIC:
      return np_topic_tree_relate (tree, key, other, "mine", error);
    case NP_CHANGE_UNRELATE_TOPIC:
      return np_topic_tree_relate (tree, key, other, NULL, error);
    case NP_CHANGE_COLOR_TOPIC:
      return np_topic_tree_set_color (tree, key, name, error);
    case NP_CHANGE_DROP_TOPIC:
      return drop_topic (tree, key, error);
    case NP_CHANGE_UNMERGE_TOPIC:
      return np_topic_tree_unmerge (tree, key, error);
    case NP_CHANGE_HIDE_TOPIC:
    case NP_CHANGE_UNHIDE_TOPIC:
      return np_topic_tree_set_hidden (tree, key, np_change_get_kind (change) == NP_CHANGE_HIDE_TOPIC, error);
    case NP_CHANGE_DISMISS_TOPIC:
      return np_topic_tree_dismiss (tree, key, other, error);
    case NP_CHANGE_OTHER_TOPIC:
      return np_topic_tree_set_other (tree, key, other, TRUE, error);
    case NP_CHANGE_ADD_RULE:
      if (other != NULL && !np_topic_tree_set_rule (tree, key, other, FALSE, error))
        return FALSE;
      return np_topic_tree_set_rule (tree, key, name, TRUE, error);
    case NP_CHANGE_REMOVE_RULE:
      return np_topic_tree_set_rule (tree, key, name, FALSE, error);
    case NP_CHANGE_STAR:
    case NP_CHANGE_UNSTAR:
    case NP_CHANGE_ARCHIVE:
    case NP_CHANGE_UNARCHIVE:
    case NP_CHANGE_READ:
    case NP_CHANGE_UNREAD:
    case NP_CHANGE_TRASH:
    case NP_CHANGE_RESTORE:
    case NP_CHANGE_IMPORT:
    case NP_CHANGE_ADD_TOPIC:
    case NP_CHANGE_REMOVE_TOPIC:
    case NP_CHANGE_EDIT:
    case NP_CHANGE_KEEP_SEARCH:
    case NP_CHANGE_RENAME_SEARCH:
    case NP_CHANGE_MOVE_SEARCH:
    case NP_CHANGE_DROP_SEARCH:
    case NP_CHANGE_REEXTRACT:
    case NP_CHANGE_UPDATE:
    case NP_CHANGE_RESTORE_VERSION:
      break;
    }
  return TRUE;
}

/* Of several topics those that are inside another of them go with it where they are moved. */
static gboolean
goes_along (const NpTopicTree *tree, const char *const *keys, guint i)
{
  for (guint j = 0; keys[j] != NULL; j++)
    if (j != i && np_topic_tree_is_below (tree, keys[i], keys[j]))
      return TRUE;
  return FALSE;
}

/* Changes @tree as the change says; all of it or, with an error, something that is not to be kept. */
static gboolean
change_tree (NpChange *change, const NpTopicTree *before, NpTopicTree *tree, GError **error)
{
  const char *const *keys = np_change_get_topics (change);
  int position = np_change_get_position (change);

  if (keys[0] == NULL)
    return change_topic (change, tree, np_change_get_topic (change), position, error);
  /* A place is one among those that stay where they are: first all that are carried go behind them. */
  for (guint i = 0; position >= 0 && keys[i] != NULL; i++)
    if (!goes_along (before, keys, i) && !change_topic (change, tree, keys[i], -1, error))
      return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (np_change_get_kind (change) == NP_CHANGE_MOVE_TOPIC && goes_along (before, keys, i))
        continue;
      if (!change_topic (change, tree, keys[i], position, error))
        return FALSE;
      position += position >= 0;
    }
  return TRUE;
}

static gboolean
do_topics (NpChange *change, NpCatalog *catalog, NpEffect *effect, GError **error)
{
  g_autoptr (NpTopicTree) before = np_catalog_read_topics (catalog, error);
  g_autoptr (NpTopicTree) after = NULL;
  g_autoptr (GError) local = NULL;

  if (before == NULL)
    return FALSE;
  after = np_topic_tree_copy (before);
  np_change_remember_names (change, before);
  if (!change_tree (change, before, after, &local))
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return FALSE;
    }
  if (!np_catalog_set_topics (catalog, after, error))
    return FALSE;
  np_effect_set_topics (effect, before, after);
  if (np_change_get_kind (change) == NP_CHANGE_NEW_TOPIC)
    np_change_remember_names (change, after);
  return TRUE;
}

/**
 * np_change_do:
 * @change: what to do
 * @catalog: where
 * @effect: gets what was done, also when it ends in an error half-way
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Does @change, story by story. The topics are changed before the stories, so that no story ever names a topic that is
 * not there. A story that is gone or damaged keeps none of the others from its change.
 *
 * Returns: whether all of it was done
 */
gboolean
np_change_do (NpChange *change, NpCatalog *catalog, NpEffect *effect, GError **error)
{
  const char *const *ids = np_change_get_stories (change);
  NpChangeKind kind = np_change_get_kind (change);
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GError) trouble = NULL;

  if (np_change_is_of_searches (change))
    return np_change_do_search (change, catalog, effect, error);
  if (np_change_is_of_topics (change) && !do_topics (change, catalog, effect, error))
    return FALSE;
  tree = np_catalog_get_topics (catalog);
  if (kind < NP_CHANGE_NEW_TOPIC)
    np_change_remember_names (change, tree);
  if (kind == NP_CHANGE_ADD_TOPIC || kind == NP_CHANGE_ADD_RULE)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, np_change_get_topic (change));

      if (topic == NULL)
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC, "there is no topic “%s”",
                       np_change_get_topic (change));
          return FALSE;
        }
      np_change_set_topic (change, topic->key);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;

      if (do_story (change, catalog, tree, ids[i], effect, &local))
        continue;
      if (!np_library_error_is_of_story (local))
        {
          g_clear_error (&trouble);
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (trouble == NULL)
        trouble = g_steal_pointer (&local);
    }
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}
