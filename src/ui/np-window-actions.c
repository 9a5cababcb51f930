#include "ui/np-window-actions.h"

#include "ui/dialogs/np-trash-dialog.h"
#include "ui/highlights/np-highlights-window.h"
#include "ui/np-window-import.h"
#include "ui/np-window-map.h"
#include "ui/np-window-meant.h"
#include "ui/np-window-searches.h"
#include "ui/np-window-shortcuts.h"
#include "ui/photos/np-photo-desk.h"

#include <glib/gi18n.h>

/* What has to be there for an action to be of use. */
typedef enum
{
  NEEDS_LIBRARY = 1 << 0,
  NEEDS_WRITABLE = 1 << 1,
  NEEDS_STORY = 1 << 2,
  NEEDS_KEPT = 1 << 3,    /* a story that is not in the trash */
  NEEDS_TRASHED = 1 << 4, /* one that is */
  NEEDS_URL = 1 << 5,
  NEEDS_UNDO = 1 << 6,
  NEEDS_REDO = 1 << 7,
  NEEDS_TRASH = 1 << 8 /* anything in the trash */
} Needs;

static gboolean
all_are (GPtrArray *stories, gboolean (*is) (NpStory *))
{
  for (guint i = 0; i < stories->len; i++)
    if (!is (stories->pdata[i]))
      return FALSE;
  return stories->len > 0;
}

static char **
dup_ids (GPtrArray *stories)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < stories->len; i++)
    g_strv_builder_add (builder, np_story_get_id (stories->pdata[i]));
  return g_strv_builder_end (builder);
}

/* A change of the stories that are meant; @leaves: it may take them out of the list. */
static void
change_meant (NpWindow *window, NpChangeKind kind, gboolean leaves)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_auto (GStrv) ids = dup_ids (stories);

  if (leaves)
    np_list_page_follow (np_window_get_list (window));
  np_changer_do (np_window_get_changer (window), np_change_new_for_stories (kind, (const char *const *) ids));
}

static void
star_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  gboolean off = all_are (stories, np_story_get_starred);

  change_meant (window, off ? NP_CHANGE_UNSTAR : NP_CHANGE_STAR, off);
}

static void
archive_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);

  change_meant (window, all_are (stories, np_story_get_archived) ? NP_CHANGE_UNARCHIVE : NP_CHANGE_ARCHIVE, TRUE);
}

static void
read_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);

  change_meant (window, all_are (stories, np_story_get_read) ? NP_CHANGE_UNREAD : NP_CHANGE_READ, FALSE);
}

static void
trash_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  change_meant (window, NP_CHANGE_TRASH, TRUE);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  change_meant (window, NP_CHANGE_RESTORE, TRUE);
}

/* Asks; what is selected then may leave the list. */
static void
ask_to_delete (NpWindow *window, const char *const *ids)
{
  GtkWidget *dialog =
      np_trash_dialog_new (GTK_WINDOW (window), np_window_get_library (window), np_window_get_changer (window), ids);

  g_signal_connect_object (dialog, "response::delete", G_CALLBACK (np_list_page_follow), np_window_get_list (window),
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_auto (GStrv) ids = dup_ids (stories);

  ask_to_delete (window, (const char *const *) ids);
}

static void
empty_trash_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ask_to_delete (window, NULL);
}

static void
change_topic (NpWindow *window, NpChangeKind kind, const char *key)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_auto (GStrv) ids = dup_ids (stories);

  if (stories->len > 0)
    np_changer_do (np_window_get_changer (window), np_change_new_for_topic (kind, key, (const char *const *) ids));
}

static void
add_topic_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  change_topic (window, NP_CHANGE_ADD_TOPIC, g_variant_get_string (parameter, NULL));
}

static void
remove_topic_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  change_topic (window, NP_CHANGE_REMOVE_TOPIC, g_variant_get_string (parameter, NULL));
}

static void
add_new_topic_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_auto (GStrv) ids = dup_ids (stories);

  np_changer_do (np_window_get_changer (window),
                 np_change_new_topic (g_variant_get_string (parameter, NULL), NULL, (const char *const *) ids));
}

static void
topics_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_pane (window, 2);
  np_story_page_open_topics (np_window_get_story_page (window));
}

static void
new_topic_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_pane (window, 0);
  np_sidebar_new_topic (np_window_get_sidebar (window), NULL, NULL);
}

static void
new_topic_from_stories_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_auto (GStrv) ids = dup_ids (stories);

  np_window_show_pane (window, 0);
  np_sidebar_new_topic (np_window_get_sidebar (window), NULL, (const char *const *) ids);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_changer_undo (np_window_get_changer (window));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_changer_redo (np_window_get_changer (window));
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_list_page_step (np_window_get_list (window), g_variant_get_int32 (parameter));
}

static void
turn_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_story_page_turn (np_window_get_story_page (window), g_variant_get_int32 (parameter));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_pane (window, 1);
  np_list_search_start (np_list_page_get_search (np_window_get_list (window)));
}

static void
keep_search_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_searches_keep (window);
}

static void
search_all_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_place (window, NP_PLACE_ALL, NULL);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_pane (window, 2);
  np_story_page_start_find (np_window_get_story_page (window));
}

static void
open_highlight_cb (NpWindow *window, const char *story, const char *highlight)
{
  np_window_open_story (window, story);
  np_story_page_show_highlight (np_window_get_story_page (window), highlight);
  gtk_window_present (GTK_WINDOW (window));
}

static void
highlights_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GtkWidget *highlights = np_highlights_window_new (window, np_window_get_library (window),
                                                    np_list_page_get_topic (np_window_get_list (window)),
                                                    np_story_page_get_story_id (np_window_get_story_page (window)));

  g_signal_connect_object (highlights, "open", G_CALLBACK (open_highlight_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (highlights));
}

static void
photos_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GtkWidget *desk =
      np_photo_desk_new (window, np_window_get_library (window), np_list_page_get_query (np_window_get_list (window)));

  g_signal_connect_object (desk, "open", G_CALLBACK (np_window_open_story), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (desk));
}

static void
read_story_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_show_pane (window, 2);
  np_story_page_focus_text (np_window_get_story_page (window));
}

static void
place_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  NpPlace place;

  if (!np_place_from_string (g_variant_get_string (parameter, NULL), &place))
    return;
  np_window_show_place (window, place, NULL);
  np_window_show_pane (window, 1);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_back (window);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_import_paste (window);
}

static void
choose_files_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_import_choose (window);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_open_add (window);
}

static void
open_in_browser_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);

  for (guint i = 0; i < MIN (stories->len, 10); i++)
    if (np_story_get_url (stories->pdata[i]) != NULL)
      gtk_show_uri (window, np_story_get_url (stories->pdata[i]), GDK_CURRENT_TIME);
}

static void
copy_link_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 0; i < stories->len; i++)
    if (np_story_get_url (stories->pdata[i]) != NULL)
      g_string_append_printf (links, "%s%s", links->len > 0 ? "\n" : "", np_story_get_url (stories->pdata[i]));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), links->str);
  np_changer_tell (np_window_get_changer (window), _ ("Link copied"));
}

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *uri = g_filename_to_uri (np_library_get_folder (np_window_get_library (window)), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (window, uri, GDK_CURRENT_TIME);
}

static void
map_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  np_window_map_toggle (window);
}

static const struct
{
  GActionEntry entry;
  guint needs;
} actions[] = {
  { { .name = "star", .activate = star_cb, .state = "false" }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "archive", .activate = archive_cb, .state = "false" }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "read", .activate = read_cb }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "trash", .activate = trash_cb }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "restore", .activate = restore_cb }, NEEDS_WRITABLE | NEEDS_TRASHED },
  { { .name = "delete", .activate = delete_cb }, NEEDS_WRITABLE | NEEDS_TRASHED },
  { { .name = "empty-trash", .activate = empty_trash_cb }, NEEDS_WRITABLE | NEEDS_TRASH },
  { { .name = "add-topic", .activate = add_topic_cb, .parameter_type = "s" }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "remove-topic", .activate = remove_topic_cb, .parameter_type = "s" }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "add-new-topic", .activate = add_new_topic_cb, .parameter_type = "s" }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "topics", .activate = topics_cb }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "new-topic", .activate = new_topic_cb }, NEEDS_WRITABLE },
  { { .name = "new-topic-from-stories", .activate = new_topic_from_stories_cb }, NEEDS_WRITABLE | NEEDS_KEPT },
  { { .name = "undo", .activate = undo_cb }, NEEDS_UNDO },
  { { .name = "redo", .activate = redo_cb }, NEEDS_REDO },
  { { .name = "step", .activate = step_cb, .parameter_type = "i" }, NEEDS_LIBRARY },
  { { .name = "turn", .activate = turn_cb, .parameter_type = "i" }, NEEDS_STORY },
  { { .name = "search", .activate = search_cb }, NEEDS_LIBRARY },
  { { .name = "keep-search", .activate = keep_search_cb }, NEEDS_WRITABLE },
  { { .name = "search-all", .activate = search_all_cb }, NEEDS_LIBRARY },
  { { .name = "find", .activate = find_cb }, NEEDS_STORY },
  { { .name = "read-story", .activate = read_story_cb }, NEEDS_STORY },
  { { .name = "photos", .activate = photos_cb }, NEEDS_LIBRARY },
  { { .name = "highlights", .activate = highlights_cb }, NEEDS_LIBRARY },
  { { .name = "place", .activate = place_cb, .parameter_type = "s" }, NEEDS_LIBRARY },
  { { .name = "map", .activate = map_cb }, NEEDS_LIBRARY },
  { { .name = "back", .activate = back_cb }, NEEDS_LIBRARY },
  { { .name = "paste", .activate = paste_cb }, NEEDS_WRITABLE },
  { { .name = "choose-files", .activate = choose_files_cb }, NEEDS_WRITABLE },
  { { .name = "add", .activate = add_cb }, NEEDS_WRITABLE },
  { { .name = "update-story", .activate = np_window_import_update_cb, .parameter_type = "s" }, NEEDS_WRITABLE },
  { { .name = "open-in-browser", .activate = open_in_browser_cb }, NEEDS_URL },
  { { .name = "copy-link", .activate = copy_link_cb }, NEEDS_URL },
  { { .name = "open-folder", .activate = open_folder_cb }, NEEDS_LIBRARY },
};

static gboolean
has_url (NpStory *story)
{
  return np_story_get_url (story) != NULL;
}

static guint
find_given (NpLibrary *library, GPtrArray *stories)
{
  guint given = 0;
  NpCounts counts;

  if (library == NULL)
    return 0;
  np_library_get_counts (library, &counts);
  given |= NEEDS_LIBRARY;
  given |= np_library_is_writable (library, NULL) ? NEEDS_WRITABLE : 0;
  given |= np_library_get_undo (library) != NULL ? NEEDS_UNDO : 0;
  given |= np_library_get_redo (library) != NULL ? NEEDS_REDO : 0;
  given |= stories->len > 0 ? NEEDS_STORY : 0;
  given |= stories->len > 0 && !all_are (stories, np_story_get_trashed) ? NEEDS_KEPT : 0;
  given |= all_are (stories, np_story_get_trashed) ? NEEDS_TRASHED : 0;
  given |= counts.trash > 0 ? NEEDS_TRASH : 0;
  given |= all_are (stories, has_url) ? NEEDS_URL : 0;
  return given;
}

static void
set_state (NpWindow *window, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

/* Brings up to date which actions can be done and in what state they are. The only place that decides this. */
static void
update (NpWindow *window)
{
  g_autoptr (GPtrArray) stories = np_window_list_meant (window);
  guint given = find_given (np_window_get_library (window), stories);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].entry.name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (actions[i].needs & ~given) == 0);
    }
  if (np_window_get_library (window) == NULL)
    return;
  set_state (window, "star", all_are (stories, np_story_get_starred));
  set_state (window, "archive", all_are (stories, np_story_get_archived));
  np_story_page_set_meant (np_window_get_story_page (window), stories, stories->len > 1);
}

/**
 * np_window_actions_install:
 * @window: a window
 *
 * Gives @window its actions and their shortcuts, and keeps up to date which of them can be done.
 */
void
np_window_actions_install (NpWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_add_action_entries (G_ACTION_MAP (window), &actions[i].entry, 1, window);
  np_window_shortcuts_install (window);
  g_signal_connect (window, "changed", G_CALLBACK (update), NULL);
  update (window);
}
