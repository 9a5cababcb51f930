/* Topics are put in order by keys: one step up or down among those beside it. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_sidebar_step_topic (GtkWidget *from, NpLibrary *library, const char *key, int step);

G_END_DECLS
