/* What a row of a list view is called by a screen reader. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_row_label_set (GtkWidget *row, const char *label);
void np_row_label_set_expanded (GtkWidget *row, gboolean expanded);

G_END_DECLS
