/* The map of topics with what belongs to it: a time to look at, why two topics are related, and the same as a list. */
#pragma once

#include "library/np-library-topics.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_MAP_PAGE (np_map_page_get_type ())
G_DECLARE_FINAL_TYPE (NpMapPage, np_map_page, NP, MAP_PAGE, GtkWidget)

/* Signal "picked" (const char *key): the stories of a topic are wanted. */
GtkWidget *np_map_page_new (NpLibrary *library);
void np_map_page_select (NpMapPage *self, const char *key);
void np_map_page_close (NpMapPage *self);
void np_map_page_focus (NpMapPage *self);

G_END_DECLS
