/* What np-sidebar-actions.c hands to np-sidebar.c. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_sidebar_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
