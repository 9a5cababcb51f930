#include "ui/np-window-sought.h"

static void
search_changed_cb (NpStoryPage *story, NpListSearch *search)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (search), NP_TYPE_LIST_PAGE);
  NpQuery *query = list != NULL ? np_list_page_get_query (NP_LIST_PAGE (list)) : NULL;

  np_story_page_mark_search (story, query != NULL ? query->text : NULL);
}

static void
search_active_cb (NpStoryPage *story, GParamSpec *pspec, NpListSearch *search)
{
  search_changed_cb (story, search);
}

/**
 * np_window_sought_attach:
 * @list: the pane in which is searched
 * @story: the pane in which is read
 *
 * From now on the story marks what the list is searched for, and nothing once the search has ended.
 */
void
np_window_sought_attach (NpListPage *list, NpStoryPage *story)
{
  NpListSearch *search;

  g_return_if_fail (NP_IS_LIST_PAGE (list) && NP_IS_STORY_PAGE (story));

  search = np_list_page_get_search (list);
  g_signal_connect_object (search, "changed", G_CALLBACK (search_changed_cb), story,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (search, "notify::active", G_CALLBACK (search_active_cb), story,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
