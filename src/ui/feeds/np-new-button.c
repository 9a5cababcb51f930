#include "ui/feeds/np-new-button.h"

#include <glib/gi18n.h>

struct _NpNewButton
{
  GtkButton parent_instance;
  GtkLabel *count;
  GtkWidget *trouble;
};

G_DEFINE_FINAL_TYPE (NpNewButton, np_new_button, GTK_TYPE_BUTTON)

static void
np_new_button_class_init (NpNewButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/feeds/np-new-button.ui");
  gtk_widget_class_bind_template_child (widget_class, NpNewButton, count);
  gtk_widget_class_bind_template_child (widget_class, NpNewButton, trouble);
}

static void
np_new_button_init (NpNewButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
changed_cb (NpNewButton *self, NpFeeds *feeds)
{
  guint n = g_list_model_get_n_items (np_feeds_get_items (feeds));
  g_autoptr (GPtrArray) list = np_feeds_list (feeds);
  g_autofree char *text = g_strdup_printf ("%u", n), *words = NULL;
  gboolean trouble = FALSE;

  for (guint i = 0; i < list->len; i++)
    trouble |= ((NpFollowed *) list->pdata[i])->trouble != NULL;
  gtk_label_set_label (self->count, n > 0 ? text : "");
  gtk_widget_set_visible (self->trouble, trouble);
  words = g_strdup_printf (ngettext ("New, %u item", "New, %u items", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
items_changed_cb (GListModel *items, guint position, guint removed, guint added, NpNewButton *self)
{
  g_autofree char *text = g_strdup_printf ("%u", g_list_model_get_n_items (items));

  gtk_label_set_label (self->count, g_list_model_get_n_items (items) > 0 ? text : "");
}

/**
 * np_new_button_set_feeds:
 * @self: a button
 * @feeds: what it counts
 */
void
np_new_button_set_feeds (NpNewButton *self, NpFeeds *feeds)
{
  g_return_if_fail (NP_IS_NEW_BUTTON (self));

  g_signal_connect_object (feeds, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (np_feeds_get_items (feeds), "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  changed_cb (self, feeds);
}

/**
 * np_new_button_set_shown:
 * @self: a button
 * @shown: whether the shelf is what the window shows
 */
void
np_new_button_set_shown (NpNewButton *self, gboolean shown)
{
  g_return_if_fail (NP_IS_NEW_BUTTON (self));

  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "shown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "shown");
}
