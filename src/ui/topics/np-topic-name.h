/* Another name for a topic, where it cannot be typed in place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_topic_name_popup (GtkWidget *page, const char *key, const char *name, const GdkRectangle *at);

G_END_DECLS
