#include "ui/sidebar/np-sidebar-drop.h"

#include "ui/np-drag.h"
#include "ui/np-intake.h"
#include "ui/np-popup.h"
#include "ui/topics/np-topic-drop-menu.h"

static const NpDropMeaning nothing = { NP_DROP_NONE, 0 };

/* Where topics that are let go between rows would stand. */
typedef struct
{
  const NpTopic *parent; /* (nullable) */
  int position;          /* among its children that are not carried */
} Between;

static NpDropMeaning
mean (NpDropZone zone, GdkDrop *drop, GdkDragAction wanted)
{
  return (NpDropMeaning){ zone, np_drag_choose (drop, wanted) };
}

/* Below a topic that is open means: first inside it. */
static Between
find_between (NpTopicTree *tree, const char *const *keys, NpSidebarItem *over, NpDropZone zone)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, np_sidebar_item_get_key (over));
  GListStore *children = np_sidebar_item_get_children (over);
  g_autoptr (GPtrArray) siblings = NULL;
  Between between = { NULL, 0 };

  if (topic == NULL)
    return between;
  if (zone == NP_DROP_BELOW && np_sidebar_item_get_expanded (over)
      && g_list_model_get_n_items (G_LIST_MODEL (children)) > 0)
    {
      between.parent = topic;
      return between;
    }
  between.parent = np_topic_tree_resolve (tree, topic->parent);
  siblings = np_topic_tree_list_children (tree, between.parent != NULL ? between.parent->key : NULL);
  for (guint i = 0; i < siblings->len && siblings->pdata[i] != topic; i++)
    between.position += !g_strv_contains (keys, ((const NpTopic *) siblings->pdata[i])->key);
  between.position += zone == NP_DROP_BELOW;
  return between;
}

/* Whether the topic stands there already. */
static gboolean
is_there (NpTopicTree *tree, const NpTopic *topic, Between between)
{
  g_autoptr (GPtrArray) siblings = NULL;
  guint at;

  if (np_topic_tree_resolve (tree, topic->parent) != between.parent)
    return FALSE;
  siblings = np_topic_tree_list_children (tree, between.parent != NULL ? between.parent->key : NULL);
  return g_ptr_array_find (siblings, topic, &at) && (int) at == between.position;
}

static gboolean
are_above (NpTopicTree *tree, const char *const *keys, const char *key)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (np_topic_tree_is_below (tree, key, keys[i]))
      return TRUE;
  return FALSE;
}

static gboolean
are_inside_others (NpTopicTree *tree, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      if (topic != NULL && topic->parent != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is pinned stands beside nothing: there topics can only be let go on each other. */
static gboolean
is_pinned (NpSidebarRow *row)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_VIEW);

  return list != NULL && gtk_widget_has_css_class (list, "np-topic-shelf");
}

static NpDropMeaning
find_for_topic_row (NpSidebarRow *row, NpTopicTree *tree, const char *const *keys, GdkDrop *drop, double y)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  double height = gtk_widget_get_height (GTK_WIDGET (row));
  const char *over = np_sidebar_item_get_key (item);
  const NpTopic *topic = np_topic_tree_resolve (tree, keys[0]);
  NpDropMeaning meaning = mean (NP_DROP_ONTO, drop, GDK_ACTION_MOVE);

  if (topic == NULL || g_strv_contains (keys, over))
    return nothing;
  /* To be added they are related, which no order has a part in. Between the rows inside one of them they cannot go. */
  if (meaning.action != GDK_ACTION_MOVE || is_pinned (row) || are_above (tree, keys, over))
    return meaning;
  meaning.zone = y < height * 0.25 ? NP_DROP_ABOVE : y > height * 0.75 ? NP_DROP_BELOW : NP_DROP_ONTO;
  if (meaning.zone != NP_DROP_ONTO && keys[1] == NULL
      && is_there (tree, topic, find_between (tree, keys, item, meaning.zone)))
    return nothing;
  return meaning;
}

static NpDropMeaning
find_for_topics (NpSidebarRow *row, NpLibrary *library, NpTopicDrag *drag, GdkDrop *drop, double y)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const char *const *keys = np_topic_drag_get_keys (drag);
  NpSidebarKind kind = np_sidebar_item_get_kind (np_sidebar_row_get_item (row));

  if (kind == NP_SIDEBAR_PLACE)
    return nothing;
  if (np_topic_drag_get_new_name (drag) != NULL)
    return mean (NP_DROP_ONTO, drop, GDK_ACTION_COPY);
  if (kind == NP_SIDEBAR_HEADING)
    return are_inside_others (tree, keys) ? mean (NP_DROP_ONTO, drop, GDK_ACTION_MOVE) : nothing;
  return find_for_topic_row (row, tree, keys, drop, y);
}

/* Stories that were taken hold of in the list of a topic leave it for the other, unless that is to be added. */
static NpDropMeaning
find_for_stories (NpSidebarItem *item, NpStoryDrag *drag, GdkDrop *drop)
{
  const char *key = np_sidebar_item_get_key (item), *from = np_story_drag_get_from (drag);
  NpPlace place = np_sidebar_item_get_place (item);
  NpDropMeaning meaning = mean (NP_DROP_ONTO, drop, from != NULL ? GDK_ACTION_MOVE : GDK_ACTION_COPY);

  switch (np_sidebar_item_get_kind (item))
    {
    case NP_SIDEBAR_HEADING:
      return mean (NP_DROP_ONTO, drop, GDK_ACTION_COPY);
    case NP_SIDEBAR_PLACE:
      return place == NP_PLACE_ALL
                 ? nothing
                 : mean (NP_DROP_ONTO, drop, place == NP_PLACE_STARRED ? GDK_ACTION_COPY : GDK_ACTION_MOVE);
    case NP_SIDEBAR_TOPIC:
      break;
    }
  if (g_strcmp0 (key, from) == 0)
    return nothing;
  if ((from == NULL || meaning.action != GDK_ACTION_MOVE) && np_story_drag_all_have (drag, key))
    return nothing;
  return meaning;
}

/**
 * np_sidebar_drop_find:
 * @row: a row of the sidebar
 * @library: the library
 * @drop: (nullable): what is carried over it
 * @y: where, in the row
 *
 * Returns: what letting go there would mean
 */
NpDropMeaning
np_sidebar_drop_find (NpSidebarRow *row, NpLibrary *library, GdkDrop *drop, double y)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  NpTopicDrag *topics = np_drag_get_topics (drop);
  NpStoryDrag *stories = np_drag_get_stories (drop);
  NpSidebarKind kind;
  NpPlace place;

  if (item == NULL || drop == NULL || !np_library_is_writable (library, NULL))
    return nothing;
  if (topics != NULL)
    return find_for_topics (row, library, topics, drop, y);
  if (stories != NULL)
    return find_for_stories (item, stories, drop);
  kind = np_sidebar_item_get_kind (item);
  place = np_sidebar_item_get_place (item);
  if (kind == NP_SIDEBAR_TOPIC || (kind == NP_SIDEBAR_PLACE && (place == NP_PLACE_INBOX || place == NP_PLACE_ALL)))
    return mean (NP_DROP_ONTO, drop, GDK_ACTION_COPY);
  return nothing;
}

static void
open_menu (NpSidebarRow *row, NpLibrary *library, const char *const *keys, const char *onto)
{
  GtkWidget *page = np_popup_find_page (GTK_WIDGET (row));
  GtkWidget *popover = np_topic_drop_menu_new (library, keys, onto);
  GdkRectangle at;

  if (popover != NULL && page != NULL && np_popup_locate (GTK_WIDGET (row), page, &at))
    np_popup_open (popover, page, &at);
}

static void
drop_topics (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, NpTopicDrag *drag, NpDropMeaning meaning)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  const char *const *keys = np_topic_drag_get_keys (drag);
  const char *over = np_sidebar_item_get_key (item), *name = np_topic_drag_get_new_name (drag);
  Between between;

  if (name != NULL)
    np_changer_do (changer, np_change_new_topic (name, over, np_topic_drag_get_stories (drag)));
  else if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING)
    np_changer_do (changer, np_change_new_for_topics (NP_CHANGE_MOVE_TOPIC, keys, NULL, NULL, -1));
  else if (meaning.zone == NP_DROP_ONTO && meaning.action == GDK_ACTION_COPY)
    np_changer_do (changer, np_change_new_for_topics (NP_CHANGE_RELATE_TOPIC, keys, over, NULL, -1));
  else if (meaning.zone == NP_DROP_ONTO)
    open_menu (row, library, keys, over);
  else
    {
      between = find_between (tree, keys, item, meaning.zone);
      np_changer_do (changer, np_change_new_for_topics (NP_CHANGE_MOVE_TOPIC, keys,
                                                        between.parent != NULL ? between.parent->key : NULL, NULL,
                                                        between.position));
    }
}

static NpChange *
change_for_place (NpLibrary *library, NpPlace place, const char *const *ids)
{
  g_autoptr (NpStory) story = NULL;

  switch (place)
    {
    case NP_PLACE_STARRED:
      return np_change_new_for_stories (NP_CHANGE_STAR, ids);
    case NP_PLACE_ARCHIVE:
      return np_change_new_for_stories (NP_CHANGE_ARCHIVE, ids);
    case NP_PLACE_TRASH:
      return np_change_new_for_stories (NP_CHANGE_TRASH, ids);
    case NP_PLACE_INBOX:
      story = np_library_find_story (library, ids[0], NULL);
      return np_change_new_for_stories (
          story != NULL && np_story_get_trashed (story) ? NP_CHANGE_RESTORE : NP_CHANGE_UNARCHIVE, ids);
    case NP_PLACE_ALL:
      break;
    }
  return NULL;
}

static void
drop_stories (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, NpStoryDrag *drag, NpDropMeaning meaning)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  const char *const keys[] = { np_sidebar_item_get_key (item), NULL }, *const *ids = np_story_drag_get_ids (drag);
  const char *from = meaning.action == GDK_ACTION_MOVE ? np_story_drag_get_from (drag) : NULL;
  NpChange *change = NULL;

  switch (np_sidebar_item_get_kind (item))
    {
    case NP_SIDEBAR_HEADING:
      gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.new-topic", "(s^as)", "", ids);
      return;
    case NP_SIDEBAR_TOPIC:
      change = np_change_new_give_topics (keys, from, ids);
      break;
    case NP_SIDEBAR_PLACE:
      change = change_for_place (library, np_sidebar_item_get_place (item), ids);
      break;
    }
  if (change != NULL)
    np_changer_do (changer, change);
}

/**
 * np_sidebar_drop_do:
 * @row: a row of the sidebar
 * @library: the library
 * @changer: does what the drop means
 * @value: what was dropped
 * @meaning: what that means
 *
 * Returns: whether it means something
 */
gboolean
np_sidebar_drop_do (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, const GValue *value,
                    NpDropMeaning meaning)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);

  if (item == NULL || meaning.zone == NP_DROP_NONE)
    return FALSE;
  if (G_VALUE_HOLDS (value, NP_TYPE_STORY_DRAG))
    drop_stories (row, library, changer, g_value_get_object (value), meaning);
  else if (G_VALUE_HOLDS (value, NP_TYPE_TOPIC_DRAG))
    drop_topics (row, library, changer, g_value_get_object (value), meaning);
  else
    np_intake_value (library, value, np_sidebar_item_get_key (item));
  return TRUE;
}
