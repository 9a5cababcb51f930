/* Which rows of the list are in sight: only they show their photos. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_list_sight_attach (GtkListView *list);
void np_list_sight_look_soon (GtkListView *list);

G_END_DECLS
