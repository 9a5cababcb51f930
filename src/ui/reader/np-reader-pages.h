/* What the reader shows where there is no story to be seen: none chosen, on its way, or in trouble. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_reader_pages_new_empty (NpLibrary *library);
GtkWidget *np_reader_pages_new_loading (void);
GtkWidget *np_reader_pages_new_error (GCallback try_again, gpointer user_data);
void np_reader_pages_set_error (GtkWidget *page, const GError *error);

G_END_DECLS
