/* What a screen reader says of the map. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_map_words_set (GtkWidget *map, NpLibrary *library, const char *key);

G_END_DECLS
