#include "ui/np-window-state.h"

#include "ui/list/np-place-sort.h"

/**
 * np_window_state_restore_size:
 * @window: a window that was not shown yet
 * @settings: what it remembers
 *
 * Makes the window as large as it was.
 */
void
np_window_state_restore_size (GtkWindow *window, NpSettings *settings)
{
  gtk_window_set_default_size (window, np_settings_get_int (settings, "window-width"),
                               np_settings_get_int (settings, "window-height"));
  if (np_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

/**
 * np_window_state_restore:
 * @sidebar: the first pane, filled
 * @list: the second pane, filled
 * @library: what they show
 * @settings: what the window remembers
 *
 * Shows the place and the story that were shown last.
 */
void
np_window_state_restore (NpSidebar *sidebar, NpListPage *list, NpLibrary *library, NpSettings *settings)
{
  g_autofree char *place = np_settings_dup_string (settings, "place");
  g_autofree char *story = np_settings_dup_string (settings, "story");
  g_autoptr (NpTopicTree) topics = np_library_get_topics (library);
  const NpTopic *topic = g_str_has_prefix (place, "topic:") ? np_topic_tree_resolve (topics, place + 6) : NULL;
  NpPlace known = NP_PLACE_INBOX;
  g_autoptr (GVariant) pinned = NULL;
  g_autofree const char **keys = NULL;

  np_place_from_string (place, &known);
  pinned = np_settings_dup_value (settings, "pinned-topics");
  keys = g_variant_get_strv (pinned, NULL);
  np_topic_shelf_set_pinned (np_sidebar_get_shelf (sidebar), keys);
  np_sidebar_select (sidebar, known, topic != NULL ? topic->key : NULL);
  if (*story != '\0')
    np_list_page_select (list, story);
}

/**
 * np_window_state_keep_place:
 * @settings: what the window remembers
 * @place: the place that is shown
 * @topic: (nullable): key of the topic that is shown
 *
 * Remembers what is shown.
 */
void
np_window_state_keep_place (NpSettings *settings, NpPlace place, const char *topic)
{
  g_autofree char *name = np_place_sort_dup_name (place, topic);

  np_settings_set_value (settings, "place", g_variant_new_string (name));
}

/**
 * np_window_state_keep:
 * @window: the window, about to close
 * @sidebar: its first pane
 * @story: its third pane
 * @settings: what it remembers
 *
 * Remembers size, place, topics that are open and story, on disk.
 */
void
np_window_state_keep (GtkWindow *window, NpSidebar *sidebar, NpStoryPage *story, NpSettings *settings)
{
  g_auto (GStrv) expanded = np_sidebar_dup_expanded (sidebar);
  g_auto (GStrv) pinned = np_topic_shelf_dup_pinned (np_sidebar_get_shelf (sidebar));
  g_autofree char *place = np_settings_dup_string (settings, "place");
  const char *id = np_story_page_get_story_id (story);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  np_settings_set_value (settings, "window-width", g_variant_new_int32 (width));
  np_settings_set_value (settings, "window-height", g_variant_new_int32 (height));
  np_settings_set_value (settings, "window-maximized", g_variant_new_boolean (gtk_window_is_maximized (window)));
  np_settings_set_value (settings, "story", g_variant_new_string (id != NULL ? id : ""));
  if (expanded != NULL)
    {
      /* Only with a library: otherwise nothing is shown that could be remembered. */
      np_settings_set_value (settings, "expanded-topics", g_variant_new_strv ((const char *const *) expanded, -1));
      np_settings_set_value (settings, "pinned-topics", g_variant_new_strv ((const char *const *) pinned, -1));
      /* A search that is kept was remembered when it was chosen. */
      if (!g_str_has_prefix (place, "search:"))
        np_window_state_keep_place (settings, np_sidebar_get_place (sidebar), np_sidebar_get_topic (sidebar));
    }
  np_settings_flush (settings);
}

/**
 * np_window_state_forget:
 * @settings: what the window remembers
 *
 * Forgets place, topics and story: the next window shows another library.
 */
void
np_window_state_forget (NpSettings *settings)
{
  static const char *const keys[] = { "place", "story", "expanded-topics", "pinned-topics" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) value = np_settings_dup_default (keys[i]);

      np_settings_set_value (settings, keys[i], value);
    }
}
