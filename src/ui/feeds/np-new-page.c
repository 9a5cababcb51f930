#include "ui/feeds/np-new-page.h"

#include "ui/feeds/np-follow-popover.h"
#include "ui/feeds/np-new-row.h"
#include "ui/np-main-menu.h"

#include <glib/gi18n.h>

struct _NpNewPage
{
  GtkWidget parent_instance;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkMenuButton *follow_button;
  NpFollowPopover *follow_popover;
  GtkWidget *refresh;
  GtkStack *stack;
  GtkWidget *full;
  AdwStatusPage *empty;
  GtkListView *list;
  NpLibrary *library;
  NpChanger *changer;
  GtkMultiSelection *selection;
  GPtrArray *dismissed;   /* (nullable) NpFeedItem*: what can be brought back, or: */
  NpFollowed *unfollowed; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpNewPage, np_new_page, GTK_TYPE_WIDGET)

static NpFeeds *
get_feeds (NpNewPage *self)
{
  return np_library_get_feeds (self->library);
}

static GPtrArray *
list_selected (NpNewPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (items,
                     g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, (guint) i)));
  return items;
}

/* The row that comes into the place of what goes is next. */
static void
take_off (NpNewPage *self, GPtrArray *items)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint position = gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected), n;

  np_feeds_dismiss (get_feeds (self), items);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n == 0)
    return;
  position = MIN (position, n - 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
save_items (NpNewPage *self, GPtrArray *items)
{
  if (items->len == 0 || !np_library_is_writable (self->library, NULL))
    return;
  for (guint i = 0; i < items->len; i++)
    np_library_import_url (self->library, np_feed_item_get_link (items->pdata[i]), NULL);
  take_off (self, items);
  np_changer_tell (self->changer, ngettext ("Saving the story", "Saving the stories", items->len));
}

static void
forget_undo (NpNewPage *self)
{
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  g_clear_pointer (&self->unfollowed, np_followed_free);
}

static void
unfollowed_cb (NpNewPage *self, const NpFollowed *followed)
{
  g_autofree char *words =
      g_strdup_printf (_ ("No longer following “%s”"), followed->title != NULL ? followed->title : followed->url);

  forget_undo (self);
  self->unfollowed = np_followed_copy (followed, TRUE);
  np_changer_offer (self->changer, words, _ ("_Undo"), "feeds.undo");
}

static void
dismiss_items (NpNewPage *self, GPtrArray *items)
{
  g_autofree char *words = NULL;

  if (items->len == 0 || !np_library_is_writable (self->library, NULL))
    return;
  forget_undo (self);
  self->dismissed = g_ptr_array_ref (items);
  take_off (self, items);
  words = g_strdup_printf (ngettext ("%u item dismissed", "%u items dismissed", items->len), items->len);
  np_changer_offer (self->changer, words, _ ("_Undo"), "feeds.undo");
}

static void
save_selected (NpNewPage *self)
{
  g_autoptr (GPtrArray) items = list_selected (self);

  save_items (self, items);
}

static void
dismiss_selected (NpNewPage *self)
{
  g_autoptr (GPtrArray) items = list_selected (self);

  dismiss_items (self, items);
}

static void
activate_cb (NpNewPage *self, guint position)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  save_items (self, items);
}

static gboolean
key_pressed_cb (NpNewPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_s:
      save_selected (self);
      return TRUE;
    case GDK_KEY_d:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      dismiss_selected (self);
      return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_of_row (NpNewRow *row)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (np_new_row_get_item (row) != NULL)
    g_ptr_array_add (items, g_object_ref (np_new_row_get_item (row)));
  return items;
}

static void
row_save_cb (NpNewPage *self, NpNewRow *row)
{
  g_autoptr (GPtrArray) items = list_of_row (row);

  save_items (self, items);
}

static void
row_dismiss_cb (NpNewPage *self, NpNewRow *row)
{
  g_autoptr (GPtrArray) items = list_of_row (row);

  dismiss_items (self, items);
}

/* Whatever it was dropped on saves it. */
static void
row_dropped_cb (NpNewPage *self, NpNewRow *row)
{
  g_autoptr (GPtrArray) items = list_of_row (row);

  if (items->len > 0)
    take_off (self, items);
}

static void
setup_cb (NpNewPage *self, GtkListItem *item)
{
  NpNewRow *row = np_new_row_new ();

  g_signal_connect_object (row, "save", G_CALLBACK (row_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dismiss", G_CALLBACK (row_dismiss_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (row_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
bind_cb (NpNewPage *self, GtkListItem *item)
{
  np_new_row_set_item (NP_NEW_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
refresh_cb (NpNewPage *self)
{
  np_feeds_refresh_async (get_feeds (self), NULL, NULL, NULL);
}

static void
show_state (NpNewPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GPtrArray) feeds = np_feeds_list (get_feeds (self));
  g_autoptr (GString) broken = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%u item", "%u items", n), n);

  for (guint i = 0; i < feeds->len; i++)
    {
      const NpFollowed *feed = feeds->pdata[i];

      if (feed->trouble != NULL)
        g_string_append_printf (broken, "%s%s", broken->len > 0 ? ", " : "",
                                feed->title != NULL ? feed->title : feed->url);
    }
  if (broken->len > 0)
    {
      g_free (count);
      count = g_strdup_printf (_ ("Could not be read: %s"), broken->str);
    }
  adw_window_title_set_subtitle (self->title, count);
  adw_status_page_set_title (self->empty, feeds->len > 0 ? _ ("Nothing New") : _ ("Follow What Interests You"));
  adw_status_page_set_description (
      self->empty, feeds->len > 0 ? _ ("What the feeds bring waits here until you save or dismiss it.")
                                  : _ ("Give the address of a site or its feed: its new stories wait here."));
  gtk_stack_set_visible_child (self->stack, n > 0 ? self->full : GTK_WIDGET (self->empty));
  gtk_widget_set_sensitive (self->refresh, feeds->len > 0 && !np_feeds_is_refreshing (get_feeds (self)));
}

static void
np_new_page_dispose (GObject *object)
{
  NpNewPage *self = NP_NEW_PAGE (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  forget_undo (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_new_page_parent_class)->dispose (object);
}

static void
np_new_page_class_init (NpNewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_new_page_dispose;
  g_type_ensure (NP_TYPE_FOLLOW_POPOVER);
  g_type_ensure (NP_TYPE_MAIN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/feeds/np-new-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, title);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, back);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, follow_button);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, follow_popover);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, refresh);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, full);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NpNewPage, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, np_new_page_open_follow);
}

static void
np_new_page_init (NpNewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_new_page_set_library:
 * @self: a page without a library
 * @library: whose feeds it shows
 * @changer: what says what was done
 */
void
np_new_page_set_library (NpNewPage *self, NpLibrary *library, NpChanger *changer)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  NpFeeds *feeds;

  g_return_if_fail (NP_IS_NEW_PAGE (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  feeds = get_feeds (self);
  self->selection = gtk_multi_selection_new (g_object_ref (np_feeds_get_items (feeds)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  np_follow_popover_set_library (self->follow_popover, library, changer);
  g_signal_connect_object (self->follow_popover, "unfollowed", G_CALLBACK (unfollowed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feeds, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feeds, "notify::refreshing", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}

/**
 * np_new_page_set_title_buttons:
 * @self: a page
 * @first: whether it is the first pane that is visible
 * @last: whether it is the last
 * @layout: (nullable): which of the window's buttons; `NULL` for all
 */
void
np_new_page_set_title_buttons (NpNewPage *self, gboolean first, gboolean last, const char *layout)
{
  g_return_if_fail (NP_IS_NEW_PAGE (self));

  adw_header_bar_set_decoration_layout (self->bar, layout);
  adw_header_bar_set_show_start_title_buttons (self->bar, first);
  adw_header_bar_set_show_end_title_buttons (self->bar, last);
  gtk_widget_set_visible (self->back, first);
}

/**
 * np_new_page_focus_list:
 * @self: a page with a library
 *
 * Gives the keys to the list, its first row selected when none is.
 */
void
np_new_page_focus_list (NpNewPage *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (NP_IS_NEW_PAGE (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (selected))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * np_new_page_open_follow:
 * @self: a page
 *
 * Opens the popover in which a feed's address is typed.
 */
void
np_new_page_open_follow (NpNewPage *self)
{
  g_return_if_fail (NP_IS_NEW_PAGE (self));

  gtk_menu_button_popup (self->follow_button);
}

/**
 * np_new_page_undo:
 * @self: a page
 *
 * Brings back what was dismissed last, or follows again what was followed no more.
 *
 * Returns: whether there was something
 */
gboolean
np_new_page_undo (NpNewPage *self)
{
  g_return_val_if_fail (NP_IS_NEW_PAGE (self), FALSE);

  if (self->dismissed != NULL)
    np_feeds_undismiss (get_feeds (self), self->dismissed);
  else if (self->unfollowed != NULL)
    np_feeds_put_back_soon (get_feeds (self), self->unfollowed);
  else
    return FALSE;
  forget_undo (self);
  return TRUE;
}
