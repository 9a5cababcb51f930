#include "ui/np-drop-down.h"

/* Newer GTK says that what is chosen is the name, and that counts more than any other. */
static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (GtkDropDown *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "np-name");
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *whole =
      GTK_IS_STRING_OBJECT (item) ? g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (item)) : NULL;
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  set_name (GTK_WIDGET (drop_down), name);
  set_name (button, whole != NULL ? whole : name);
}

/**
 * np_drop_down_name:
 * @drop_down: a drop-down of strings
 * @name: what is chosen by it
 *
 * Names @drop_down, and the button in it, which has the focus: by itself that one has no name, and says nothing of what
 * is chosen.
 */
void
np_drop_down_name (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && name != NULL);

  g_object_set_data_full (G_OBJECT (drop_down), "np-name", g_strdup (name), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (update), NULL);
  update (drop_down);
}
