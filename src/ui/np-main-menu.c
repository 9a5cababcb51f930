#include "ui/np-main-menu.h"

#include <glib/gi18n.h>

struct _NpMainMenu
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (NpMainMenu, np_main_menu, GTK_TYPE_WIDGET)

/* A pane that is not in view needs no menu yet, and the first frame does not wait for one. */
static void
np_main_menu_map (GtkWidget *widget)
{
  NpMainMenu *self = NP_MAIN_MENU (widget);

  if (gtk_menu_button_get_menu_model (self->button) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/page/newsprint/Newsprint/np-main-menu.ui");

      gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
    }
  GTK_WIDGET_CLASS (np_main_menu_parent_class)->map (widget);
}

static void
np_main_menu_dispose (GObject *object)
{
  NpMainMenu *self = NP_MAIN_MENU (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  G_OBJECT_CLASS (np_main_menu_parent_class)->dispose (object);
}

static void
np_main_menu_class_init (NpMainMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_main_menu_dispose;
  GTK_WIDGET_CLASS (klass)->map = np_main_menu_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
np_main_menu_init (NpMainMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "open-menu-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Main Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Main Menu"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/* The first widget from @widget on that people can use now, of which @is says that it is meant. */
static GtkWidget *
find_in_use (GtkWidget *widget, gboolean (*is) (GtkWidget *))
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return NULL;
  if (is (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in_use (child, is);
  return found;
}

static gboolean
is_main_menu (GtkWidget *widget)
{
  return NP_IS_MAIN_MENU (widget);
}

static gboolean
is_primary (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

/**
 * np_main_menu_open:
 * @window: a window
 *
 * Opens the main menu at its button, where one is in view, and otherwise the menu of what is: a narrow window may show
 * a story alone.
 *
 * Returns: whether there is one
 */
gboolean
np_main_menu_open (GtkWidget *window)
{
  GtkWidget *found;

  g_return_val_if_fail (GTK_IS_WIDGET (window), FALSE);

  found = find_in_use (window, is_main_menu);
  if (found != NULL)
    gtk_menu_button_popup (NP_MAIN_MENU (found)->button);
  else if ((found = find_in_use (window, is_primary)) != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (found));
  return found != NULL;
}
