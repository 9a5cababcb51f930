/* A table in the text. One that is wider than the column scrolls sideways, inside the page. */
#pragma once

#include "model/np-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_reader_table_new (const NpBlock *table);

G_END_DECLS
