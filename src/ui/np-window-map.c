#include "ui/np-window-map.h"

#include "ui/map/np-map-page.h"

#include <glib/gi18n.h>

static void
picked_cb (NpWindow *window, const char *key)
{
  np_window_show_place (window, NP_PLACE_ALL, key);
}

/* A story that is opened takes the place of the map. */
static void
opened_cb (NpWindow *window)
{
  np_story_page_show_instead (np_window_get_story_page (window), NULL, NULL);
}

/* The map has a thread that counts in the library: it ends before the library does. */
static void
gone_cb (NpMapPage *page)
{
  np_map_page_close (page);
}

static GtkWidget *
new_page (NpWindow *window)
{
  GtkWidget *page = np_map_page_new (np_window_get_library (window));

  g_signal_connect_object (page, "picked", G_CALLBACK (picked_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (np_window_get_list (window), "story-activated", G_CALLBACK (opened_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (gone_cb), page, G_CONNECT_SWAPPED);
  return page;
}

/**
 * np_window_map_toggle:
 * @window: a window with a library
 *
 * Shows the map of topics where stories are read, or the story again.
 */
void
np_window_map_toggle (NpWindow *window)
{
  NpStoryPage *story = np_window_get_story_page (window);
  GtkWidget *page = g_object_get_data (G_OBJECT (window), "np-map");

  if (np_story_page_get_instead (story) != NULL)
    {
      np_story_page_show_instead (story, NULL, NULL);
      return;
    }
  if (page == NULL)
    {
      page = g_object_ref_sink (new_page (window));
      g_object_set_data_full (G_OBJECT (window), "np-map", page, g_object_unref);
    }
  np_map_page_select (NP_MAP_PAGE (page), np_sidebar_get_topic (np_window_get_sidebar (window)));
  np_story_page_show_instead (story, page, _ ("Topic Map"));
  np_window_show_pane (window, 2);
  np_map_page_focus (NP_MAP_PAGE (page));
}
