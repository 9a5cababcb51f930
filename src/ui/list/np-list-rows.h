/* The rows of the list: made, filled, dragged, dropped on, and their menu. */
#pragma once

#include "ui/list/np-story-row.h"
#include "ui/list/np-story-selection.h"
#include "ui/np-changer.h"

G_BEGIN_DECLS

#define NP_TYPE_LIST_ROWS (np_list_rows_get_type ())
G_DECLARE_FINAL_TYPE (NpListRows, np_list_rows, NP, LIST_ROWS, GObject)

/* Signal "pressed" (guint position): a row was pressed without a key held, or activated by key. */
NpListRows *np_list_rows_new (NpLibrary *library, NpChanger *changer, NpStorySelection *selection);
void np_list_rows_set_topic (NpListRows *self, const char *topic);
void np_list_rows_attach (NpListRows *self, GtkListView *list, GtkWidget *page);

G_END_DECLS
