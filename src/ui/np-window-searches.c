#include "ui/np-window-searches.h"

#include <glib/gi18n.h>

#define PREFIX "search:"

/* What shows a search and what shows places have to agree on which of them is shown; it lives as long as the window. */
typedef struct
{
  NpSearchList *searches;
  NpSidebar *sidebar; /* not owned, as the list: both are the window's */
  NpListPage *list;
  NpSettings *settings;
} Join;

static void
join_free (gpointer data)
{
  Join *join = data;

  g_object_unref (join->searches);
  g_object_unref (join->settings);
  g_free (join);
}

static void
chosen_cb (NpSearchList *list, const char *id, gpointer user_data)
{
  Join *join = user_data;
  g_autoptr (NpSearches) searches = np_search_list_dup_searches (list);
  const NpSearch *search = np_searches_find (searches, id);
  g_autofree char *place = g_strconcat (PREFIX, id, NULL);

  if (search == NULL)
    return;
  np_sidebar_unselect (join->sidebar);
  np_list_page_show_search (join->list, search);
  np_settings_set_value (join->settings, "place", g_variant_new_string (place));
}

/* A place is shown without the words of the search that was shown before. */
static void
place_selected_cb (NpSidebar *sidebar, int place, const char *topic, gpointer user_data)
{
  Join *join = user_data;

  if (np_search_list_get_chosen (join->searches) == NULL)
    return;
  np_search_list_choose (join->searches, NULL);
  np_list_search_stop (np_list_page_get_search (join->list));
}

/* A search that was closed gives way to the place it looked in; one that is typed on stays chosen: it can be kept anew.
 */
static void
search_active_cb (NpListSearch *bar, GParamSpec *pspec, gpointer user_data)
{
  Join *join = user_data;
  NpQuery *query = np_list_page_get_query (join->list);

  if (np_list_search_get_active (bar) || np_search_list_get_chosen (join->searches) == NULL || query == NULL)
    return;
  np_search_list_choose (join->searches, NULL);
  np_sidebar_select (join->sidebar, query->place, query->topic);
}

/**
 * np_window_searches_attach:
 * @window: the window
 * @searches: its searches that are kept, filled
 * @sidebar: its places and topics, filled
 * @list: its stories, filled
 * @settings: what it remembers
 *
 * Lets the list show the search that is chosen; shows the one that was shown last.
 */
void
np_window_searches_attach (GtkWidget *window, NpSearchList *searches, NpSidebar *sidebar, NpListPage *list,
                           NpSettings *settings)
{
  Join *join = g_new0 (Join, 1);
  g_autofree char *place = np_settings_dup_string (settings, "place");

  join->searches = g_object_ref (searches);
  join->sidebar = sidebar;
  join->list = list;
  join->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (window), "np-searches", join, join_free);
  g_signal_connect (searches, "chosen", G_CALLBACK (chosen_cb), join);
  g_signal_connect (sidebar, "place-selected", G_CALLBACK (place_selected_cb), join);
  g_signal_connect (np_list_page_get_search (list), "notify::active", G_CALLBACK (search_active_cb), join);
  if (g_str_has_prefix (place, PREFIX) && np_search_list_choose (searches, place + strlen (PREFIX)))
    chosen_cb (searches, place + strlen (PREFIX), join);
}

/**
 * np_window_searches_keep:
 * @window: a window with a library
 *
 * Keeps the search that is shown in the sidebar. One that is there already is shown there; where nothing is typed, it
 * says so.
 */
void
np_window_searches_keep (GtkWidget *window)
{
  Join *join = g_object_get_data (G_OBJECT (window), "np-searches");
  NpQuery *query = join != NULL ? np_list_page_get_query (join->list) : NULL;
  NpChanger *changer;
  g_autoptr (NpSearches) searches = NULL;
  g_autoptr (NpSearch) search = NULL;
  const NpSearch *same;

  if (query == NULL)
    return;
  changer = np_search_list_get_changer (join->searches);
  searches = np_search_list_dup_searches (join->searches);
  same = np_searches_find_same (searches, query);
  if (query->text == NULL)
    np_changer_tell (changer, _ ("Type a search first, then keep it"));
  else if (same != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Already kept as “%s”"), same->name);

      np_search_list_choose (join->searches, same->id);
      np_sidebar_unselect (join->sidebar);
      np_changer_tell (changer, words);
    }
  else
    {
      search = np_search_new_for (query, NULL);
      np_search_list_choose (join->searches, search->id);
      np_sidebar_unselect (join->sidebar);
      np_changer_do (changer, np_change_new_keep_search (search, -1));
    }
}
