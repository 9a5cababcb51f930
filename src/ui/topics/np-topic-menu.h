/* The context menu of topics. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_topic_menu_popup (GtkWidget *page, NpLibrary *library, const char *const *keys, const char *key,
                          gboolean in_tree, const GdkRectangle *at, double x, double y);

G_END_DECLS
