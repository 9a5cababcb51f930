/* The button that opens the main menu: each pane that may stand alone in its window has one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_MAIN_MENU (np_main_menu_get_type ())
G_DECLARE_FINAL_TYPE (NpMainMenu, np_main_menu, NP, MAIN_MENU, GtkWidget)

gboolean np_main_menu_open (GtkWidget *window);

G_END_DECLS
