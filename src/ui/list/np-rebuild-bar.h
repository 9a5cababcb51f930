/* How far the library has been read anew. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_rebuild_bar_watch (GtkProgressBar *bar, NpLibrary *library);

G_END_DECLS
