#include "ui/sidebar/np-sidebar-parts.h"

#include "ui/sidebar/np-sidebar.h"

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "place-activated");
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_sidebar_rename (NP_SIDEBAR (widget), g_variant_get_string (parameter, NULL));
}

static void
new_topic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *parent;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s^a&s)", &parent, &ids);
  np_sidebar_new_topic (NP_SIDEBAR (widget), *parent != '\0' ? parent : NULL, ids);
}

/**
 * np_sidebar_get_shelf:
 * @self: a sidebar
 *
 * Returns: (transfer none): what stays over its list of topics
 */
NpTopicShelf *
np_sidebar_get_shelf (NpSidebar *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR (self), NULL);

  return NP_TOPIC_SHELF (gtk_widget_get_template_child (GTK_WIDGET (self), NP_TYPE_SIDEBAR, "shelf"));
}

static void
hidden_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_topic_shelf_toggle_hidden (np_sidebar_get_shelf (NP_SIDEBAR (widget)));
}

static void
pin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_topic_shelf_toggle (np_sidebar_get_shelf (NP_SIDEBAR (widget)), g_variant_get_string (parameter, NULL));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_topic_shelf_focus_filter (np_sidebar_get_shelf (NP_SIDEBAR (widget)));
}

/**
 * np_sidebar_actions_install:
 * @widget_class: the class of the sidebar
 *
 * Gives the sidebar its actions.
 */
void
np_sidebar_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "sidebar.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "sidebar.new-topic", "(sas)", new_topic_action);
  gtk_widget_class_install_action (widget_class, "sidebar.show-hidden", NULL, hidden_action);
  gtk_widget_class_install_action (widget_class, "sidebar.pin", "s", pin_action);
  gtk_widget_class_install_action (widget_class, "sidebar.find-topic", NULL, find_action);
}
