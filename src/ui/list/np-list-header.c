#include "ui/list/np-list-header.h"

#include "ui/dialogs/np-add-popover.h"
#include "ui/np-format.h"
#include "ui/np-main-menu.h"

#include <glib/gi18n.h>

struct _NpListHeader
{
  GtkWidget parent_instance;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkMenuButton *add_button;
  NpAddPopover *add_popover;
  GtkWidget *search_button;
  GtkWidget *trash_bar;
  GSimpleActionGroup *actions;
  NpLibrary *library;
};

G_DEFINE_FINAL_TYPE (NpListHeader, np_list_header, GTK_TYPE_WIDGET)

static const char *
name_of_place (NpPlace place)
{
  switch (place)
    {
    case NP_PLACE_INBOX:
      return _ ("Inbox");
    case NP_PLACE_STARRED:
      return _ ("Starred");
    case NP_PLACE_ARCHIVE:
      return _ ("Archive");
    case NP_PLACE_ALL:
      return _ ("All Stories");
    case NP_PLACE_TRASH:
      return _ ("Trash");
    }
  g_return_val_if_reached ("");
}

static void
np_list_header_dispose (GObject *object)
{
  while (gtk_widget_get_first_child (GTK_WIDGET (object)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (object)));
  g_clear_object (&NP_LIST_HEADER (object)->actions);
  g_clear_object (&NP_LIST_HEADER (object)->library);
  G_OBJECT_CLASS (np_list_header_parent_class)->dispose (object);
}

static void
np_list_header_class_init (NpListHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_list_header_dispose;
  g_type_ensure (NP_TYPE_ADD_POPOVER);
  g_type_ensure (NP_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/list/np-list-header.ui");
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, title);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, back);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, add_button);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, add_popover);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, NpListHeader, trash_bar);
}

static void
np_list_header_init (NpListHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the menus are in a window: GTK does not look for the actions of a widget that has none by then. */
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "stories", G_ACTION_GROUP (self->actions));
}

/**
 * np_list_header_set_library:
 * @self: a header without a library
 * @library: whose stories are shown
 *
 * Lets stories be saved in the library and its topics be named; once.
 */
void
np_list_header_set_library (NpListHeader *self, NpLibrary *library)
{
  g_return_if_fail (NP_IS_LIST_HEADER (self) && self->library == NULL);

  self->library = g_object_ref (library);
  np_add_popover_set_library (self->add_popover, library);
}

/**
 * np_list_header_set_order:
 * @self: a header
 * @order: the order of the list
 *
 * Lets the order be chosen from its menu, by the actions "stories.sort" and "stories.ascending".
 */
void
np_list_header_set_order (NpListHeader *self, NpListOrder *order)
{
  g_return_if_fail (NP_IS_LIST_HEADER (self) && NP_IS_LIST_ORDER (order));

  np_list_order_add_actions (order, G_ACTION_MAP (self->actions));
}

/**
 * np_list_header_bind_search:
 * @self: a header
 * @search: (type GObject): what has the property "active"
 *
 * Lets its button open and close the search.
 */
void
np_list_header_bind_search (NpListHeader *self, gpointer search)
{
  g_return_if_fail (NP_IS_LIST_HEADER (self));

  g_object_bind_property (self->search_button, "active", search, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/**
 * np_list_header_describe:
 * @self: a header with a library
 * @place: the place that is shown
 * @topic: (nullable): key of the topic that is shown
 * @n: how many stories are in the list
 * @selected: how many of them are selected
 *
 * Writes the title, and offers to empty the trash where it is shown.
 */
void
np_list_header_describe (NpListHeader *self, NpPlace place, const char *topic, guint n, guint selected)
{
  g_autoptr (NpTopicTree) tree = NULL;
  const NpTopic *known;
  g_autofree char *stories = NULL, *text = NULL;

  g_return_if_fail (NP_IS_LIST_HEADER (self) && self->library != NULL);

  gtk_widget_set_visible (self->trash_bar, place == NP_PLACE_TRASH && n > 0);
  tree = np_library_get_topics (self->library);
  known = np_topic_tree_resolve (tree, topic);
  stories = np_format_stories (n);
  adw_window_title_set_title (self->title, known != NULL ? known->name : name_of_place (place));
  if (selected > 1)
    text = g_strdup_printf (ngettext ("%u of %s selected", "%u of %s selected", selected), selected, stories);
  adw_window_title_set_subtitle (self->title, text != NULL ? text : stories);
}

/**
 * np_list_header_set_title_buttons:
 * @self: a header
 * @first: whether it is the first pane that is visible
 * @last: whether it is the last
 * @layout: (nullable): which of the window's buttons; `NULL` for all
 *
 * Shows what is needed in this case: the window's buttons, the way back, the + of the sidebar.
 */
void
np_list_header_set_title_buttons (NpListHeader *self, gboolean first, gboolean last, const char *layout)
{
  g_return_if_fail (NP_IS_LIST_HEADER (self));

  adw_header_bar_set_decoration_layout (self->bar, layout);
  adw_header_bar_set_show_start_title_buttons (self->bar, first);
  adw_header_bar_set_show_end_title_buttons (self->bar, last);
  gtk_widget_set_visible (self->back, first);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), first);
}

/**
 * np_list_header_open_add:
 * @self: a header
 *
 * Opens the popover to save stories.
 */
void
np_list_header_open_add (NpListHeader *self)
{
  g_return_if_fail (NP_IS_LIST_HEADER (self));

  gtk_menu_button_popup (self->add_button);
}
