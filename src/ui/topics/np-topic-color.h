/* The colours of topics: their names as topics.json has them, and how a dot gets one. */
#pragma once

#include "model/np-topic-tree.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean np_topic_color_get (const char *color, GdkRGBA *rgba);
void np_topic_color_apply (GtkWidget *dot, const char *color);
char *np_topic_color_dup_dots (NpTopicTree *tree, const char *const *keys, guint limit);
GMenuModel *np_topic_color_new_menu (const char *const *keys);

G_END_DECLS
