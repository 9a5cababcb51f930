#include "ui/sidebar/np-search-dnd.h"

#include "ui/np-drag-escape.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NpSearchRow *row)
{
  return gdk_content_provider_new_typed (NP_TYPE_SEARCH_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, NpSearchRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 0, 0);
  np_drag_escape_watch (drag);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NpSearchRow *row)
{
  NpSearchRow *carried = g_value_get_object (value);
  NpChanger *changer = g_object_get_data (G_OBJECT (row), "np-changer");
  int from, to;

  if (carried == NULL || carried == row)
    return FALSE;
  from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (carried));
  to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + (y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);
  to -= from < to;
  if (from != to)
    np_changer_do (changer, np_change_new_move_search (np_search_row_get_id (carried), to));
  return TRUE;
}

/**
 * np_search_dnd_attach:
 * @row: the row of a search
 * @changer: does what a drop means
 *
 * Lets @row be dragged, and others be dropped before and behind it.
 */
void
np_search_dnd_attach (NpSearchRow *row, NpChanger *changer)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NP_TYPE_SEARCH_ROW, GDK_ACTION_MOVE);

  g_object_set_data_full (G_OBJECT (row), "np-changer", g_object_ref (changer), g_object_unref);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
