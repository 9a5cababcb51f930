/* One import on its way: its step and progress, or what went wrong and what can be done. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_IMPORT_ROW (np_import_row_get_type ())
G_DECLARE_FINAL_TYPE (NpImportRow, np_import_row, NP, IMPORT_ROW, GtkListBoxRow)

GtkWidget *np_import_row_new (NpLibrary *library, NpImport *import);

G_END_DECLS
