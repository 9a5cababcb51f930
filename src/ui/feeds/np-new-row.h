/* One item of the New shelf in the list. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_NEW_ROW (np_new_row_get_type ())
G_DECLARE_FINAL_TYPE (NpNewRow, np_new_row, NP, NEW_ROW, GtkWidget)

/* Signals: "save" (), "dismiss" (): what was asked for with the pointer; "dropped" () it was dropped somewhere. */
NpNewRow *np_new_row_new (void);
void np_new_row_set_item (NpNewRow *self, NpFeedItem *item);
NpFeedItem *np_new_row_get_item (NpNewRow *self);

G_END_DECLS
