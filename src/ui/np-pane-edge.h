/* The edge of a pane, by which its width is set with the mouse. */
#pragma once

#include "ui/np-pane.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

void np_pane_edge_attach (NpPane *pane, GtkWidget *rest, NpSettings *settings, const char *key, int least, int most);

G_END_DECLS
