#include "ui/list/np-list-sight.h"

#include "ui/list/np-story-row.h"

/* While the list is scrolled, photos come a few times a second. */
#define LOOK_AFTER_MS 60

typedef struct
{
  GtkListView *list; /* not owned: it owns this */
  guint look_id;
} Sight;

static void
sight_free (gpointer data)
{
  Sight *sight = data;

  g_clear_handle_id (&sight->look_id, g_source_remove);
  g_free (sight);
}

/* A list view makes two hundred rows, of which a few are in sight; half a screen more on both sides is ready when it
 * comes into view. */
static gboolean
look_cb (gpointer data)
{
  Sight *sight = data;
  GtkWidget *list = GTK_WIDGET (sight->list);
  float height = (float) gtk_widget_get_height (list);

  sight->look_id = 0;
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);
      graphene_rect_t at;

      if (NP_IS_STORY_ROW (row) && gtk_widget_get_height (row) > 0 && gtk_widget_compute_bounds (row, list, &at)
          && at.origin.y < height * 1.5f && at.origin.y + at.size.height > -height / 2)
        np_story_row_show_picture (NP_STORY_ROW (row));
    }
  return G_SOURCE_REMOVE;
}

/**
 * np_list_sight_look_soon:
 * @list: a list of np_list_sight_attach()
 *
 * Has the rows that are in sight show their photos, in a moment: other stories are in the list.
 */
void
np_list_sight_look_soon (GtkListView *list)
{
  Sight *sight = g_object_get_data (G_OBJECT (list), "np-sight");

  if (sight != NULL && sight->look_id == 0)
    sight->look_id = g_timeout_add (LOOK_AFTER_MS, look_cb, sight);
}

/**
 * np_list_sight_attach:
 * @list: a list of #NpStoryRow, in a scrolled window
 *
 * Has the rows that come into sight show their photos.
 */
void
np_list_sight_attach (GtkListView *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  Sight *sight = g_new0 (Sight, 1);

  sight->list = list;
  g_object_set_data_full (G_OBJECT (list), "np-sight", sight, sight_free);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (np_list_sight_look_soon), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (np_list_sight_look_soon), list, G_CONNECT_SWAPPED);
  g_signal_connect (list, "map", G_CALLBACK (np_list_sight_look_soon), NULL);
}
