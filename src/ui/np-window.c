#include "ui/np-window.h"

#include "ui/np-pane.h"
#include "ui/np-window-buttons.h"
#include "ui/np-window-feeds.h"
#include "ui/np-window-searches.h"
#include "ui/np-window-state.h"
#include "ui/np-window-trouble.h"
#include "ui/topics/np-topic-actions.h"

#include <glib/gi18n.h>

struct _NpWindow
{
  AdwApplicationWindow parent_instance;
  GtkStack *views;
  GtkWidget *failed;
  AdwStatusPage *failure;
  AdwToastOverlay *toasts;
  GtkWidget *main;
  AdwLeaflet *outer;
  AdwLeaflet *inner;
  GtkWidget *sidebar_pane;
  GtkWidget *list_pane;
  NpSidebar *sidebar;
  NpSearchList *searches;
  GtkStack *middle;
  NpListPage *list;
  NpNewPage *shelf;
  NpStoryPage *story;
  GtkRevealer *bar;
  GtkLabel *bar_text;
  NpSettings *settings;
  NpLibrary *library;
  NpChanger *changer;
};

G_DEFINE_FINAL_TYPE (NpWindow, np_window, ADW_TYPE_APPLICATION_WINDOW)

static guint changed_signal;

static void
emit_changed (NpWindow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Each header bar shows what it needs: the window's buttons at the ends of what is visible, and a way back. */
static void
folded_cb (NpWindow *self)
{
  gboolean outer = adw_leaflet_get_folded (self->outer), inner = adw_leaflet_get_folded (self->inner);

  const char *layout = outer && inner ? np_window_buttons_find_narrow (GTK_WIDGET (self)) : NULL;

  np_sidebar_set_title_buttons (self->sidebar, outer && inner, layout);
  np_list_header_set_title_buttons (np_list_page_get_header (self->list), inner, outer, layout);
  np_new_page_set_title_buttons (self->shelf, inner, outer, layout);
  np_story_page_set_title_buttons (self->story, outer, layout);
}

static void
place_selected_cb (NpWindow *self, int place, const char *topic)
{
  np_list_page_show (self->list, (NpPlace) place, topic);
  np_window_state_keep_place (self->settings, (NpPlace) place, topic);
}

/* A place was pressed in the sidebar, or a search begins. */
static void
show_list_cb (gpointer self)
{
  np_window_show_pane (self, 1);
}

static void
selection_changed_cb (NpWindow *self)
{
  g_autoptr (GPtrArray) stories = np_list_page_list_selected (self->list);

  if (stories->len == 1)
    np_story_page_show (self->story, np_story_get_id (stories->pdata[0]));
  emit_changed (self);
}

static void
story_activated_cb (NpWindow *self)
{
  if (adw_leaflet_get_folded (self->outer))
    np_window_show_pane (self, 2);
}

static void
search_topic_cb (NpWindow *self, const char *key)
{
  np_window_show_place (self, NP_PLACE_ALL, key);
  np_window_show_pane (self, 1);
}

static void
saved_cb (NpWindow *self, const char *id, const char *title, gboolean already, gboolean last)
{
  if (already)
    np_changer_tell (self->changer, _ ("Already saved"));
  else
    np_changer_tell_done (self->changer);
  if (last)
    np_window_open_story (self, id);
}

static void
show_bar (NpWindow *self, const char *text)
{
  gtk_label_set_label (self->bar_text, text);
  gtk_revealer_set_reveal_child (self->bar, TRUE);
}

static void
bar_close_cb (NpWindow *self)
{
  gtk_revealer_set_reveal_child (self->bar, FALSE);
}

static gboolean
np_window_close_request (GtkWindow *window)
{
  NpWindow *self = NP_WINDOW (window);

  np_window_state_keep (window, self->sidebar, self->story, self->settings);
  return GTK_WINDOW_CLASS (np_window_parent_class)->close_request (window);
}

static void
np_window_dispose (GObject *object)
{
  NpWindow *self = NP_WINDOW (object);

  G_OBJECT_CLASS (np_window_parent_class)->dispose (object);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
}

static void
np_window_class_init (NpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = np_window_close_request;
  changed_signal = g_signal_new ("changed", NP_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NP_TYPE_PANE);
  g_type_ensure (NP_TYPE_SIDEBAR);
  g_type_ensure (NP_TYPE_SEARCH_LIST);
  g_type_ensure (NP_TYPE_LIST_PAGE);
  g_type_ensure (NP_TYPE_NEW_PAGE);
  g_type_ensure (NP_TYPE_STORY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/np-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, main);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, searches);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, middle);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, shelf);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, story);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, bar_text);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, np_window_open_story);
  gtk_widget_class_bind_template_callback (widget_class, search_topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_close_cb);
}

static void
np_window_init (NpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  np_list_search_set_capture (np_list_page_get_search (self->list), GTK_WIDGET (self));
  folded_cb (self);
}

/**
 * np_window_new:
 * @application: the application it belongs to
 * @settings: what it remembers
 *
 * Returns: (transfer none): a window without a library; GTK owns it
 */
NpWindow *
np_window_new (GtkApplication *application, NpSettings *settings)
{
  NpWindow *self = g_object_new (NP_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  np_window_state_restore_size (GTK_WINDOW (self), settings);
  return self;
}

/**
 * np_window_set_library:
 * @self: a window without a library
 * @library: the library to show
 *
 * Fills the window; once.
 */
void
np_window_set_library (NpWindow *self, NpLibrary *library)
{
  g_autoptr (GVariant) expanded = NULL;
  g_autofree const char **keys = NULL;
  g_autoptr (GSimpleActionGroup) topic_actions = NULL;
  g_autofree char *trouble = NULL;
  NpWindowShelf shelf = { GTK_WIDGET (self), self->sidebar, GTK_WIDGET (self->searches), self->middle, self->list,
                          self->shelf,       show_list_cb };

  g_return_if_fail (NP_IS_WINDOW (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = np_changer_new (library, self->toasts);
  expanded = np_settings_dup_value (self->settings, "expanded-topics");
  keys = g_variant_get_strv (expanded, NULL);
  np_list_page_set_library (self->list, library, self->changer, self->settings);
  np_story_page_set_library (self->story, library, self->changer, self->settings);
  np_sidebar_set_library (self->sidebar, library, self->changer, keys);
  np_search_list_set_library (self->searches, library, self->changer);
  np_window_feeds_install (&shelf, library, self->changer, self->settings);
  topic_actions = np_topic_actions_new (self->changer);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "topic", G_ACTION_GROUP (topic_actions));
  g_signal_connect_object (library, "notice", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "stories-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "history-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  np_window_state_restore (self->sidebar, self->list, library, self->settings);
  np_window_searches_attach (GTK_WIDGET (self), self->searches, self->sidebar, self->list, self->settings);
  trouble = np_window_trouble_dup_read_only (library);
  if (trouble != NULL)
    show_bar (self, trouble);
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->toasts));
  np_window_show_pane (self, 1);
  emit_changed (self);
  np_list_page_focus_list (self->list);
}

/**
 * np_window_show_error:
 * @self: a window without a library
 * @error: why there is none
 * @folder: its folder
 *
 * Says that the library cannot be opened, and what to do.
 */
void
np_window_show_error (NpWindow *self, const GError *error, const char *folder)
{
  g_return_if_fail (NP_IS_WINDOW (self) && error != NULL);

  np_window_trouble_describe (self->failure, error, folder);
  gtk_stack_set_visible_child (self->views, self->failed);
}

/**
 * np_window_get_library:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the library that it shows
 */
NpLibrary *
np_window_get_library (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->library;
}

/**
 * np_window_get_changer:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what does changes; `NULL` without a library
 */
NpChanger *
np_window_get_changer (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->changer;
}

/**
 * np_window_get_sidebar:
 * @self: a window
 *
 * Returns: (transfer none): the first pane
 */
NpSidebar *
np_window_get_sidebar (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->sidebar;
}

/**
 * np_window_get_list:
 * @self: a window
 *
 * Returns: (transfer none): the second pane
 */
NpListPage *
np_window_get_list (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->list;
}

/**
 * np_window_get_story_page:
 * @self: a window
 *
 * Returns: (transfer none): the third pane
 */
NpStoryPage *
np_window_get_story_page (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->story;
}

/**
 * np_window_get_body:
 * @self: a window
 *
 * Returns: (transfer none): all of it that shows the library
 */
GtkWidget *
np_window_get_body (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->main;
}

/**
 * np_window_open_story:
 * @self: a window with a library
 * @id: id of a story
 *
 * Shows the story, whatever place is shown, and selects it when it is in the list.
 */
void
np_window_open_story (NpWindow *self, const char *id)
{
  g_return_if_fail (NP_IS_WINDOW (self) && self->library != NULL && id != NULL);

  np_list_page_select (self->list, NULL);
  np_list_page_select (self->list, id);
  np_story_page_show (self->story, id);
  emit_changed (self);
  if (adw_leaflet_get_folded (self->outer))
    np_window_show_pane (self, 2);
}

/**
 * np_window_show_place:
 * @self: a window with a library
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Shows another place or topic.
 */
void
np_window_show_place (NpWindow *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_WINDOW (self) && self->library != NULL);

  np_sidebar_select (self->sidebar, place, topic);
  gtk_widget_activate_action (GTK_WIDGET (self), "feeds.hide", NULL);
}

/**
 * np_window_show_pane:
 * @self: a window
 * @pane: 0, 1 or 2, from the start
 *
 * Brings a pane into view where not all are.
 */
void
np_window_show_pane (NpWindow *self, guint pane)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  adw_leaflet_set_visible_child (self->outer, pane == 2 ? GTK_WIDGET (self->story) : GTK_WIDGET (self->inner));
  if (pane < 2)
    adw_leaflet_set_visible_child (self->inner, pane == 0 ? self->sidebar_pane : self->list_pane);
}

/**
 * np_window_back:
 * @self: a window
 *
 * Goes to the pane before, where one hides the other.
 */
void
np_window_back (NpWindow *self)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  if (adw_leaflet_get_folded (self->outer) && adw_leaflet_get_visible_child (self->outer) == GTK_WIDGET (self->story))
    np_window_show_pane (self, 1);
  else if (adw_leaflet_get_folded (self->inner))
    np_window_show_pane (self, 0);
}

/**
 * np_window_open_add:
 * @self: a window
 *
 * Opens the popover to save stories, in the pane that is in view.
 */
void
np_window_open_add (NpWindow *self)
{
  gboolean folded;

  g_return_if_fail (NP_IS_WINDOW (self));

  folded = adw_leaflet_get_folded (self->inner);
  if (adw_leaflet_get_folded (self->outer))
    adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->inner));
  if (folded && adw_leaflet_get_visible_child (self->inner) == self->list_pane)
    np_list_header_open_add (np_list_page_get_header (self->list));
  else
    np_sidebar_open_add (self->sidebar);
}
