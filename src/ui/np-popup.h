/* Popovers that are made for one use. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_popup_new_menu (GMenuModel *menu);
GtkWidget *np_popup_find_page (GtkWidget *row);
gboolean np_popup_locate (GtkWidget *widget, GtkWidget *page, GdkRectangle *at);
void np_popup_open (GtkWidget *popover, GtkWidget *page, const GdkRectangle *at);

G_END_DECLS
