/* A pane of the window that wants one width, whatever is in it: the panes stand still when their content changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_PANE (np_pane_get_type ())
G_DECLARE_FINAL_TYPE (NpPane, np_pane, NP, PANE, GtkWidget)

/* Property "child" (GtkWidget) and "width" (int): the natural width in pixels. */
int np_pane_get_width (NpPane *self);
void np_pane_set_width (NpPane *self, int width);
void np_pane_set_child (NpPane *self, GtkWidget *child);

G_END_DECLS
