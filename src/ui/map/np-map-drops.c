#include "ui/map/np-map-drops.h"

#include "ui/np-drag.h"
#include "ui/np-popup.h"
#include "ui/topics/np-topic-drop-menu.h"

/* One map that things are dropped on; it lives as long as the map. */
typedef struct
{
  GtkWidget *map; /* not owned: it owns this */
  NpLibrary *library;
  NpMapTargetFunc find_target;
} Drops;

static void
drops_free (gpointer data)
{
  Drops *drops = data;

  g_object_unref (drops->library);
  g_free (drops);
}

/**
 * np_map_drops_relate:
 * @map: the map
 * @key: key of a topic
 * @other: key of another
 *
 * Relates the two.
 */
void
np_map_drops_relate (GtkWidget *map, const char *key, const char *other)
{
  const char *const keys[] = { key, NULL };

  g_return_if_fail (key != NULL && other != NULL);

  gtk_widget_activate_action (map, "topic.relate", "(^ass)", keys, other);
}

static void
open_menu (GtkWidget *map, NpLibrary *library, const char *const *keys, const char *onto, double x, double y)
{
  GtkWidget *popover = np_library_is_writable (library, NULL) ? np_topic_drop_menu_new (library, keys, onto) : NULL;

  if (popover != NULL)
    np_popup_open (popover, map, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/**
 * np_map_drops_open_menu:
 * @map: the map
 * @library: the library
 * @key: (nullable): key of the topic that is carried
 * @onto: (nullable): key of the one it was dropped on
 * @x: where in @map
 * @y: the same
 *
 * Opens the small menu: put inside, merge, relate.
 */
void
np_map_drops_open_menu (GtkWidget *map, NpLibrary *library, const char *key, const char *onto, double x, double y)
{
  const char *const keys[] = { key, NULL };

  if (key != NULL && onto != NULL)
    open_menu (map, library, keys, onto, x, y);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  Drops *drops = user_data;
  NpTopicDrag *carried = np_drag_get_topics (gtk_drop_target_get_current_drop (target));
  const char *onto = drops->find_target (drops->map, x, y, TRUE);

  if (onto == NULL || !np_library_is_writable (drops->library, NULL)
      || (carried != NULL
          && (np_topic_drag_get_keys (carried)[0] == NULL || g_strv_contains (np_topic_drag_get_keys (carried), onto))))
    {
      drops->find_target (drops->map, -1000, -1000, FALSE);
      return 0;
    }
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  Drops *drops = user_data;

  drops->find_target (drops->map, -1000, -1000, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  Drops *drops = user_data;
  const char *onto = drops->find_target (drops->map, x, y, FALSE);

  if (onto == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, NP_TYPE_TOPIC_DRAG))
    open_menu (drops->map, drops->library, np_topic_drag_get_keys (g_value_get_object (value)), onto, x, y);
  else if (G_VALUE_HOLDS (value, NP_TYPE_STORY_DRAG))
    gtk_widget_activate_action (drops->map, "topic.add", "(s^as)", onto,
                                np_story_drag_get_ids (g_value_get_object (value)));
  return TRUE;
}

/**
 * np_map_drops_attach:
 * @map: a map
 * @library: the library
 * @find_target: finds what is in a place
 *
 * Lets topics and stories be dropped on the topics of @map.
 */
void
np_map_drops_attach (GtkWidget *map, NpLibrary *library, NpMapTargetFunc find_target)
{
  GType types[] = { NP_TYPE_STORY_DRAG, NP_TYPE_TOPIC_DRAG };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  Drops *drops = g_new0 (Drops, 1);

  drops->map = map;
  drops->library = g_object_ref (library);
  drops->find_target = find_target;
  g_object_set_data_full (G_OBJECT (map), "np-map-drops", drops, drops_free);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), drops);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), drops);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), drops);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drops);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (target));
}
