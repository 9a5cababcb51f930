/* The rows of the list: made, filled, dragged, dropped on. */
#pragma once

#include "ui/list/np-story-row.h"
#include "ui/list/np-story-selection.h"
#include "ui/np-changer.h"

G_BEGIN_DECLS

#define NP_TYPE_LIST_ROWS (np_list_rows_get_type ())
G_DECLARE_FINAL_TYPE (NpListRows, np_list_rows, NP, LIST_ROWS, GObject)

/* Signals: "pressed" (guint position) a row was pressed without a key held; "menu" (NpStoryRow *row, double x, double
 * y) its menu is asked for. */
NpListRows *np_list_rows_new (NpLibrary *library, NpChanger *changer, NpStorySelection *selection);
GtkListItemFactory *np_list_rows_get_factory (NpListRows *self);

G_END_DECLS
