/* A search that is kept, as the sidebar shows it: its name and how many stories it finds. The name can be typed in
 * place. Signal "named" (const char *name): another name was typed. */
#pragma once

#include "model/np-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_SEARCH_ROW (np_search_row_get_type ())
G_DECLARE_FINAL_TYPE (NpSearchRow, np_search_row, NP, SEARCH_ROW, GtkListBoxRow)

GtkWidget *np_search_row_new (const NpSearch *search);
const char *np_search_row_get_id (NpSearchRow *self);
void np_search_row_set_count (NpSearchRow *self, guint count);
void np_search_row_edit (NpSearchRow *self);

G_END_DECLS
