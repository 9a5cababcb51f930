/* The header bar of the list: what is shown, how many, and the menus. */
#pragma once

#include "library/np-library.h"
#include "ui/list/np-list-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_LIST_HEADER (np_list_header_get_type ())
G_DECLARE_FINAL_TYPE (NpListHeader, np_list_header, NP, LIST_HEADER, GtkWidget)

void np_list_header_set_library (NpListHeader *self, NpLibrary *library);
void np_list_header_set_order (NpListHeader *self, NpListOrder *order);
void np_list_header_bind_search (NpListHeader *self, gpointer search);
void np_list_header_describe (NpListHeader *self, NpPlace place, const char *topic, guint n, guint selected);
void np_list_header_set_title_buttons (NpListHeader *self, gboolean first, gboolean last, const char *layout);
void np_list_header_open_add (NpListHeader *self);

G_END_DECLS
