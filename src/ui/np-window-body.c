#include "ui/np-window-body.h"

#include "ui/np-pane-edge.h"
#include "ui/np-window-buttons.h"
#include "ui/np-window-feeds.h"
#include "ui/np-window-searches.h"
#include "ui/np-window-sought.h"
#include "ui/np-window-state.h"
#include "ui/np-window-trouble.h"
#include "ui/topics/np-topic-actions.h"

#include <glib/gi18n.h>

struct _NpWindowBody
{
  GtkWidget parent_instance;
  AdwToastOverlay *toasts;
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

G_DEFINE_FINAL_TYPE (NpWindowBody, np_window_body, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
emit_changed (NpWindowBody *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Each header bar shows what it needs: the window's buttons at the ends of what is visible, and a way back. */
static void
folded_cb (NpWindowBody *self)
{
  gboolean outer = adw_leaflet_get_folded (self->outer), inner = adw_leaflet_get_folded (self->inner);

  const char *layout = outer && inner ? np_window_buttons_find_narrow (GTK_WIDGET (self)) : NULL;

  np_sidebar_set_title_buttons (self->sidebar, outer && inner, layout);
  np_list_header_set_title_buttons (np_list_page_get_header (self->list), inner, outer, layout);
  np_new_page_set_title_buttons (self->shelf, inner, outer, layout);
  np_story_page_set_title_buttons (self->story, outer, layout);
}

static void
place_selected_cb (NpWindowBody *self, int place, const char *topic)
{
  np_list_page_show (self->list, (NpPlace) place, topic);
  np_window_state_keep_place (self->settings, (NpPlace) place, topic);
}

/* A place was pressed in the sidebar, or a search begins. */
static void
show_list_cb (gpointer self)
{
  np_window_body_show_pane (self, 1);
}

static void
selection_changed_cb (NpWindowBody *self)
{
  g_autoptr (GPtrArray) stories = np_list_page_list_selected (self->list);

  if (stories->len == 1)
    np_story_page_show (self->story, np_story_get_id (stories->pdata[0]));
  emit_changed (self);
}

static void
story_activated_cb (NpWindowBody *self)
{
  if (adw_leaflet_get_folded (self->outer))
    np_window_body_show_pane (self, 2);
}

static void
search_topic_cb (NpWindowBody *self, const char *key)
{
  np_window_body_show_place (self, NP_PLACE_ALL, key);
  np_window_body_show_pane (self, 1);
}

static void
saved_cb (NpWindowBody *self, const char *id, const char *title, NpImportStep step, gboolean last)
{
  if (step == NP_IMPORT_ALREADY)
    np_changer_tell_saved (self->changer, id);
  else if (step == NP_IMPORT_UNCHANGED)
    np_changer_tell (self->changer, _ ("There is no new version of the story"));
  else
    np_changer_tell_done (self->changer);
  if (last)
    np_window_body_open_story (self, id);
}

static void
show_bar (NpWindowBody *self, const char *text)
{
  gtk_label_set_label (self->bar_text, text);
  gtk_revealer_set_reveal_child (self->bar, TRUE);
}

static void
bar_close_cb (NpWindowBody *self)
{
  gtk_revealer_set_reveal_child (self->bar, FALSE);
}

static void
np_window_body_dispose (GObject *object)
{
  NpWindowBody *self = NP_WINDOW_BODY (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (np_window_body_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/np-window-body.ui");
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, toasts);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, outer);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, inner);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, list_pane);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, searches);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, list);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, middle);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, shelf);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, story);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, bar);
  gtk_widget_class_bind_template_child (widget_class, NpWindowBody, bar_text);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, np_window_body_open_story);
  gtk_widget_class_bind_template_callback (widget_class, search_topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_close_cb);
}

static void
np_window_body_class_init (NpWindowBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_window_body_dispose;
  changed_signal =
      g_signal_new ("changed", NP_TYPE_WINDOW_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NP_TYPE_PANE);
  g_type_ensure (NP_TYPE_SIDEBAR);
  g_type_ensure (NP_TYPE_SEARCH_LIST);
  g_type_ensure (NP_TYPE_LIST_PAGE);
  g_type_ensure (NP_TYPE_NEW_PAGE);
  g_type_ensure (NP_TYPE_STORY_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
np_window_body_init (NpWindowBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_window_body_new:
 * @settings: what the window remembers
 *
 * Returns: (transfer floating): the three panes, without a library
 */
GtkWidget *
np_window_body_new (NpSettings *settings)
{
  NpWindowBody *self = g_object_new (NP_TYPE_WINDOW_BODY, NULL);

  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}

/**
 * np_window_body_attach:
 * @self: the panes, just put into their window
 *
 * Fits the header bars to it; what is typed anywhere in it is a search.
 */
void
np_window_body_attach (NpWindowBody *self)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self));

  np_pane_edge_attach (NP_PANE (self->sidebar_pane), GTK_WIDGET (self->story), self->settings, "sidebar-width", 180,
                       600);
  np_pane_edge_attach (NP_PANE (self->list_pane), GTK_WIDGET (self->story), self->settings, "list-width", 280, 900);
  np_list_search_set_capture (np_list_page_get_search (self->list),
                              GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  folded_cb (self);
}

/**
 * np_window_body_set_library:
 * @self: panes without a library, in their window
 * @library: the library to show
 *
 * Fills them; once.
 */
void
np_window_body_set_library (NpWindowBody *self, NpLibrary *library)
{
  g_autoptr (GVariant) expanded = NULL;
  g_autofree const char **keys = NULL;
  g_autoptr (GSimpleActionGroup) topic_actions = NULL;
  g_autofree char *trouble = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  NpWindowShelf shelf = { window,       self->sidebar, GTK_WIDGET (self->searches),
                          self->middle, self->list,    self->shelf,
                          show_list_cb, self };

  g_return_if_fail (NP_IS_WINDOW_BODY (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = np_changer_new (library, self->toasts);
  expanded = np_settings_dup_value (self->settings, "expanded-topics");
  keys = g_variant_get_strv (expanded, NULL);
  np_list_page_set_library (self->list, library, self->changer, self->settings);
  np_story_page_set_library (self->story, library, self->changer, self->settings);
  np_sidebar_set_library (self->sidebar, library, self->changer, keys);
  np_search_list_set_library (self->searches, library, self->changer);
  np_window_feeds_install (&shelf, library, self->changer);
  topic_actions = np_topic_actions_new (self->changer);
  gtk_widget_insert_action_group (window, "topic", G_ACTION_GROUP (topic_actions));
  g_signal_connect_object (library, "notice", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "stories-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "history-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  np_window_sought_attach (self->list, self->story);
  np_window_state_restore (self->sidebar, self->list, library, self->settings);
  np_window_searches_attach (window, self->searches, self->sidebar, self->list, self->settings);
  trouble = np_window_trouble_dup_read_only (library);
  if (trouble != NULL)
    show_bar (self, trouble);
  np_window_body_show_pane (self, 1);
  emit_changed (self);
  np_list_page_focus_list (self->list);
}

/**
 * np_window_body_get_library:
 * @self: the panes
 *
 * Returns: (transfer none) (nullable): the library that it shows
 */
NpLibrary *
np_window_body_get_library (NpWindowBody *self)
{
  g_return_val_if_fail (NP_IS_WINDOW_BODY (self), NULL);

  return self->library;
}

/**
 * np_window_body_get_changer:
 * @self: the panes
 *
 * Returns: (transfer none) (nullable): what does changes; `NULL` without a library
 */
NpChanger *
np_window_body_get_changer (NpWindowBody *self)
{
  g_return_val_if_fail (NP_IS_WINDOW_BODY (self), NULL);

  return self->changer;
}

/**
 * np_window_body_get_sidebar:
 * @self: the panes
 *
 * Returns: (transfer none): the first pane
 */
NpSidebar *
np_window_body_get_sidebar (NpWindowBody *self)
{
  g_return_val_if_fail (NP_IS_WINDOW_BODY (self), NULL);

  return self->sidebar;
}

/**
 * np_window_body_get_list:
 * @self: the panes
 *
 * Returns: (transfer none): the second pane
 */
NpListPage *
np_window_body_get_list (NpWindowBody *self)
{
  g_return_val_if_fail (NP_IS_WINDOW_BODY (self), NULL);

  return self->list;
}

/**
 * np_window_body_get_story_page:
 * @self: the panes
 *
 * Returns: (transfer none): the third pane
 */
NpStoryPage *
np_window_body_get_story_page (NpWindowBody *self)
{
  g_return_val_if_fail (NP_IS_WINDOW_BODY (self), NULL);

  return self->story;
}

/**
 * np_window_body_open_story:
 * @self: panes with a library
 * @id: id of a story
 *
 * Shows the story, whatever place is shown, and selects it when it is in the list.
 */
void
np_window_body_open_story (NpWindowBody *self, const char *id)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self) && self->library != NULL && id != NULL);

  np_list_page_select (self->list, NULL);
  np_list_page_select (self->list, id);
  np_story_page_show (self->story, id);
  emit_changed (self);
  if (adw_leaflet_get_folded (self->outer))
    np_window_body_show_pane (self, 2);
}

/**
 * np_window_body_show_place:
 * @self: panes with a library
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Shows another place or topic.
 */
void
np_window_body_show_place (NpWindowBody *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self) && self->library != NULL);

  np_sidebar_select (self->sidebar, place, topic);
  gtk_widget_activate_action (GTK_WIDGET (self), "feeds.hide", NULL);
}

/**
 * np_window_body_show_pane:
 * @self: the panes
 * @pane: 0, 1 or 2, from the start
 *
 * Brings a pane into view where not all are.
 */
void
np_window_body_show_pane (NpWindowBody *self, guint pane)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self));

  adw_leaflet_set_visible_child (self->outer, pane == 2 ? GTK_WIDGET (self->story) : GTK_WIDGET (self->inner));
  if (pane < 2)
    adw_leaflet_set_visible_child (self->inner, pane == 0 ? self->sidebar_pane : self->list_pane);
}

/**
 * np_window_body_back:
 * @self: the panes
 *
 * Goes to the pane before, where one hides the other.
 */
void
np_window_body_back (NpWindowBody *self)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self));

  if (adw_leaflet_get_folded (self->outer) && adw_leaflet_get_visible_child (self->outer) == GTK_WIDGET (self->story))
    np_window_body_show_pane (self, 1);
  else if (adw_leaflet_get_folded (self->inner))
    np_window_body_show_pane (self, 0);
}

/**
 * np_window_body_open_add:
 * @self: the panes
 *
 * Opens the popover to save stories, in the pane that is in view.
 */
void
np_window_body_open_add (NpWindowBody *self)
{
  gboolean folded;

  g_return_if_fail (NP_IS_WINDOW_BODY (self));

  folded = adw_leaflet_get_folded (self->inner);
  if (adw_leaflet_get_folded (self->outer))
    adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->inner));
  if (folded && adw_leaflet_get_visible_child (self->inner) == self->list_pane)
    np_list_header_open_add (np_list_page_get_header (self->list));
  else
    np_sidebar_open_add (self->sidebar);
}

/**
 * np_window_body_keep:
 * @self: the panes
 *
 * Remembers what they show, with the size of their window, on disk.
 */
void
np_window_body_keep (NpWindowBody *self)
{
  g_return_if_fail (NP_IS_WINDOW_BODY (self));

  np_window_state_keep (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->sidebar, self->story,
                        self->settings);
}
