/* The button that closes a search bar, with a name. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_search_close_add (GtkSearchBar *bar);

G_END_DECLS
