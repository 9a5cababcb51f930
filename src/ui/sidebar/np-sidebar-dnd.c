#include "ui/sidebar/np-sidebar-dnd.h"

#include "ui/np-drag.h"
#include "ui/np-intake.h"
#include "ui/np-popup.h"
#include "ui/topics/np-topic-drop-menu.h"

/* How long a drag rests on a closed topic until it opens. */
#define OPEN_AFTER_MS 700

/* Where over a row something is carried. */
typedef enum
{
  ZONE_NONE,
  ZONE_ONTO,
  ZONE_ABOVE,
  ZONE_BELOW
} Zone;

static const char *const zone_classes[] = { NULL, "drop-onto", "drop-above", "drop-below" };

/* The two ends of drags on one row; it lives as long as the row. */
typedef struct
{
  NpSidebarRow *row; /* not owned: it owns this */
  NpLibrary *library;
  NpChanger *changer;
  Zone zone;
  guint open_id;
} Ends;

static void
ends_free (gpointer data)
{
  Ends *ends = data;

  g_clear_handle_id (&ends->open_id, g_source_remove);
  g_clear_object (&ends->library);
  g_clear_object (&ends->changer);
  g_free (ends);
}

static void
set_zone (Ends *ends, Zone zone)
{
  if (ends->zone == zone)
    return;
  if (ends->zone != ZONE_NONE)
    gtk_widget_remove_css_class (GTK_WIDGET (ends->row), zone_classes[ends->zone]);
  ends->zone = zone;
  if (zone != ZONE_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (ends->row), zone_classes[zone]);
}

static gboolean
place_takes_stories (NpPlace place)
{
  return place != NP_PLACE_ALL;
}

static Zone
zone_for_topic (Ends *ends, NpSidebarItem *item, const char *key, double y)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (ends->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, key);
  double height = gtk_widget_get_height (GTK_WIDGET (ends->row));
  const char *over = np_sidebar_item_get_key (item);

  if (topic == NULL || np_sidebar_item_get_kind (item) == NP_SIDEBAR_PLACE)
    return ZONE_NONE;
  if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING)
    return topic->parent != NULL ? ZONE_ONTO : ZONE_NONE;
  if (g_str_equal (over, topic->key))
    return ZONE_NONE;
  /* Between rows would put it inside itself here; onto can still merge or relate. */
  if (np_topic_tree_is_below (tree, over, topic->key))
    return ZONE_ONTO;
  return y < height * 0.25 ? ZONE_ABOVE : y > height * 0.75 ? ZONE_BELOW : ZONE_ONTO;
}

/* What a drop here would mean; ZONE_NONE when it would mean nothing. */
static Zone
find_zone (Ends *ends, GdkDrop *drop, double y)
{
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);
  NpTopicDrag *topic = np_drag_get_topic (drop);
  NpSidebarKind kind;
  NpPlace place;

  if (item == NULL || drop == NULL || !np_library_is_writable (ends->library, NULL))
    return ZONE_NONE;
  kind = np_sidebar_item_get_kind (item);
  place = np_sidebar_item_get_place (item);
  if (topic != NULL)
    return zone_for_topic (ends, item, np_topic_drag_get_key (topic), y);
  if (np_drag_get_stories (drop) != NULL)
    return kind != NP_SIDEBAR_PLACE || place_takes_stories (place) ? ZONE_ONTO : ZONE_NONE;
  if (kind == NP_SIDEBAR_PLACE)
    return place == NP_PLACE_INBOX || place == NP_PLACE_ALL ? ZONE_ONTO : ZONE_NONE;
  return kind == NP_SIDEBAR_TOPIC ? ZONE_ONTO : ZONE_NONE;
}

static gboolean
open_cb (gpointer user_data)
{
  Ends *ends = user_data;
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);

  ends->open_id = 0;
  if (item != NULL && !np_sidebar_item_get_expanded (item))
    g_signal_emit_by_name (ends->row, "toggle");
  return G_SOURCE_REMOVE;
}

static void
open_soon (Ends *ends)
{
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);
  GListStore *children = np_sidebar_item_get_children (item);
  gboolean can_open = children != NULL && g_list_model_get_n_items (G_LIST_MODEL (children)) > 0
                      && !np_sidebar_item_get_expanded (item);

  if (ends->zone != ZONE_ONTO || !can_open)
    g_clear_handle_id (&ends->open_id, g_source_remove);
  else if (ends->open_id == 0)
    ends->open_id = g_timeout_add (OPEN_AFTER_MS, open_cb, ends);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDragAction offered = drop != NULL ? gdk_drop_get_actions (drop) : 0;

  set_zone (ends, find_zone (ends, drop, y));
  if (ends->zone == ZONE_NONE)
    return 0;
  open_soon (ends);
  return offered & GDK_ACTION_COPY ? GDK_ACTION_COPY : offered & GDK_ACTION_MOVE ? GDK_ACTION_MOVE : GDK_ACTION_LINK;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  Ends *ends = user_data;

  set_zone (ends, ZONE_NONE);
  g_clear_handle_id (&ends->open_id, g_source_remove);
}

static void
popup_menu (Ends *ends, const char *key, const char *onto)
{
  GtkWidget *page = np_popup_find_page (GTK_WIDGET (ends->row));
  GtkWidget *popover = np_topic_drop_menu_new (ends->library, key, onto);
  GdkRectangle at;

  if (popover != NULL && page != NULL && np_popup_locate (GTK_WIDGET (ends->row), page, &at))
    np_popup_open (popover, page, &at);
}

/* The carried topic goes beside @over; below an open topic means: first inside it. */
static void
drop_between (Ends *ends, const char *key, NpSidebarItem *over, Zone zone)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (ends->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, np_sidebar_item_get_key (over));
  const NpTopic *parent = topic != NULL ? np_topic_tree_resolve (tree, topic->parent) : NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  int position = 0;

  if (topic == NULL)
    return;
  if (zone == ZONE_BELOW && np_sidebar_item_get_expanded (over)
      && g_list_model_get_n_items (G_LIST_MODEL (np_sidebar_item_get_children (over))) > 0)
    {
      np_changer_do (ends->changer, np_change_new_move (key, topic->key, 0));
      return;
    }
  siblings = np_topic_tree_list_children (tree, parent != NULL ? parent->key : NULL);
  for (guint i = 0; i < siblings->len && siblings->pdata[i] != topic; i++)
    position += !g_str_equal (((const NpTopic *) siblings->pdata[i])->key, key);
  position += zone == ZONE_BELOW;
  np_changer_do (ends->changer, np_change_new_move (key, parent != NULL ? parent->key : NULL, position));
}

static void
drop_topic (Ends *ends, const char *key, NpSidebarItem *item, Zone zone)
{
  if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING)
    np_changer_do (ends->changer, np_change_new_move (key, NULL, -1));
  else if (zone == ZONE_ONTO)
    popup_menu (ends, key, np_sidebar_item_get_key (item));
  else
    drop_between (ends, key, item, zone);
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
drop_stories (Ends *ends, const char *const *ids, NpSidebarItem *item)
{
  NpChange *change = NULL;

  switch (np_sidebar_item_get_kind (item))
    {
    case NP_SIDEBAR_HEADING:
      gtk_widget_activate_action (GTK_WIDGET (ends->row), "sidebar.new-topic", "(s^as)", "", ids);
      return;
    case NP_SIDEBAR_TOPIC:
      change = np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, np_sidebar_item_get_key (item), ids);
      break;
    case NP_SIDEBAR_PLACE:
      change = change_for_place (ends->library, np_sidebar_item_get_place (item), ids);
      break;
    }
  if (change != NULL)
    np_changer_do (ends->changer, change);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);
  Zone zone = find_zone (ends, gtk_drop_target_get_current_drop (target), y);

  set_zone (ends, ZONE_NONE);
  g_clear_handle_id (&ends->open_id, g_source_remove);
  if (zone == ZONE_NONE)
    return FALSE;
  if (G_VALUE_HOLDS (value, NP_TYPE_STORY_DRAG))
    drop_stories (ends, np_story_drag_get_ids (g_value_get_object (value)), item);
  else if (G_VALUE_HOLDS (value, NP_TYPE_TOPIC_DRAG))
    drop_topic (ends, np_topic_drag_get_key (g_value_get_object (value)), item, zone);
  else
    np_intake_value (ends->library, value, np_sidebar_item_get_key (item));
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);

  if (item == NULL || np_sidebar_item_get_kind (item) != NP_SIDEBAR_TOPIC)
    return NULL;
  return np_drag_provide_topic (np_sidebar_item_get_key (item), np_sidebar_item_get_name (item));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  Ends *ends = user_data;
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);

  if (item != NULL)
    np_drag_set_icon (source, np_sidebar_item_get_name (item), 1);
}

/**
 * np_sidebar_dnd_attach:
 * @row: a row of the sidebar
 * @library: the library
 * @changer: does what a drop means
 *
 * Lets topics be dragged from @row, and stories, topics and what other programs carry be dropped on it.
 */
void
np_sidebar_dnd_attach (NpSidebarRow *row, NpLibrary *library, NpChanger *changer)
{
  g_autoptr (GdkContentFormats) formats = np_drag_list_formats ();
  Ends *ends = g_new0 (Ends, 1);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);
  GtkDragSource *source = gtk_drag_source_new ();
  gsize n_types;
  const GType *types = gdk_content_formats_get_gtypes (formats, &n_types);

  ends->row = row;
  ends->library = g_object_ref (library);
  ends->changer = g_object_ref (changer);
  g_object_set_data_full (G_OBJECT (row), "np-drag-ends", ends, ends_free);
  gtk_drop_target_set_gtypes (target, (GType *) types, n_types);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), ends);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), ends);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), ends);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), ends);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), ends);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), ends);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
}
