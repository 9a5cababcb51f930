#include "ui/sidebar/np-sidebar-dnd.h"

#include "ui/np-drag.h"
#include "ui/np-drag-icon.h"
#include "ui/sidebar/np-sidebar-drop.h"
#include "ui/topics/np-topic-size.h"

/* How long a drag rests on a closed topic until it opens. */
#define OPEN_AFTER_MS 700

static const char *const zone_classes[] = { NULL, "drop-onto", "drop-above", "drop-below" };

/* The two ends of drags on one row; it lives as long as the row. */
typedef struct
{
  NpSidebarRow *row; /* not owned: it owns this */
  NpLibrary *library;
  NpChanger *changer;
  NpSidebarSelection *selection;
  NpDropMeaning meaning;
  guint open_id;
} Ends;

static void
ends_free (gpointer data)
{
  Ends *ends = data;

  g_clear_handle_id (&ends->open_id, g_source_remove);
  g_clear_object (&ends->library);
  g_clear_object (&ends->changer);
  g_clear_object (&ends->selection);
  g_free (ends);
}

static void
set_meaning (Ends *ends, NpDropMeaning meaning)
{
  NpDropZone zone = ends->meaning.zone;

  ends->meaning = meaning;
  if (zone == meaning.zone)
    return;
  if (zone != NP_DROP_NONE)
    gtk_widget_remove_css_class (GTK_WIDGET (ends->row), zone_classes[zone]);
  if (meaning.zone != NP_DROP_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (ends->row), zone_classes[meaning.zone]);
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

  if (!can_open)
    g_clear_handle_id (&ends->open_id, g_source_remove);
  else if (ends->open_id == 0)
    ends->open_id = g_timeout_add (OPEN_AFTER_MS, open_cb, ends);
}

/* A closed topic opens under what rests on it even where that means nothing here: it may inside. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;

  if (np_sidebar_row_get_item (ends->row) == NULL)
    return 0;
  set_meaning (ends, np_sidebar_drop_find (ends->row, ends->library, gtk_drop_target_get_current_drop (target), y));
  open_soon (ends);
  return ends->meaning.zone != NP_DROP_NONE ? ends->meaning.action : 0;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  Ends *ends = user_data;

  set_meaning (ends, (NpDropMeaning){ NP_DROP_NONE, 0 });
  g_clear_handle_id (&ends->open_id, g_source_remove);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;
  NpDropMeaning meaning = ends->meaning;

  leave_cb (target, ends);
  return np_sidebar_drop_do (ends->row, ends->library, ends->changer, value, meaning);
}

/* The whole selection when the row is part of it, else it alone. */
static char **
dup_carried (Ends *ends)
{
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);

  if (item == NULL || np_sidebar_item_get_kind (item) != NP_SIDEBAR_TOPIC)
    return NULL;
  return np_sidebar_selection_dup_meant (ends->selection, np_sidebar_item_get_key (item));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  Ends *ends = user_data;
  g_autoptr (NpTopicTree) tree = np_library_get_topics (ends->library);
  g_auto (GStrv) keys = dup_carried (ends);
  g_autofree char *names = NULL;

  if (keys == NULL)
    return NULL;
  names = np_topic_size_join_names (tree, (const char *const *) keys);
  return np_drag_provide_topics ((const char *const *) keys, names);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  Ends *ends = user_data;
  NpSidebarItem *item = np_sidebar_row_get_item (ends->row);
  g_autoptr (NpTopicTree) tree = np_library_get_topics (ends->library);
  g_auto (GStrv) keys = dup_carried (ends);
  g_autofree char *size = NULL;

  if (keys == NULL)
    return;
  size = np_topic_size_describe (ends->library, tree, (const char *const *) keys);
  np_drag_icon_set (source, np_sidebar_item_get_name (item), size, g_strv_length (keys));
}

/**
 * np_sidebar_dnd_attach:
 * @row: a row of the sidebar
 * @library: the library
 * @changer: does what a drop means
 * @selection: what is selected in the sidebar
 *
 * Lets topics be dragged from @row, and stories, topics and what other programs carry be dropped on it.
 */
void
np_sidebar_dnd_attach (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, NpSidebarSelection *selection)
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
  ends->selection = g_object_ref (selection);
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
