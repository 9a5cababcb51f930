#include "ui/topics/np-topic-name.h"

#include "base/np-text.h"
#include "ui/np-popup.h"

#include <glib/gi18n.h>

static void
activate_cb (GtkEntry *entry, gpointer user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  const char *key = g_object_get_data (G_OBJECT (entry), "np-key");
  const char *old = g_object_get_data (G_OBJECT (entry), "np-name");
  g_autofree char *name = np_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (*name != '\0' && g_strcmp0 (name, old) != 0)
    gtk_widget_activate_action (gtk_widget_get_parent (popover), "topic.rename", "(ss)", key, name);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * np_topic_name_popup:
 * @page: what the entry hangs on; the action `topic.rename` is activated there
 * @key: the key of a topic
 * @name: its name
 * @at: where the topic is in @page
 *
 * Lets the user type another name. Enter takes it; Escape leaves all as it was.
 */
void
np_topic_name_popup (GtkWidget *page, const char *key, const char *name, const GdkRectangle *at)
{
  GtkWidget *popover = gtk_popover_new (), *entry = gtk_entry_new ();

  g_return_if_fail (GTK_IS_WIDGET (page) && key != NULL && name != NULL);

  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_object_set_data_full (G_OBJECT (entry), "np-key", g_strdup (key), g_free);
  g_object_set_data_full (G_OBJECT (entry), "np-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the topic"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  np_popup_open (popover, page, at);
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}
