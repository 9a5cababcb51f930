/* What the window says about a library that cannot be opened, or only be read. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *np_window_trouble_page_new (const GError *error, const char *folder);
char *np_window_trouble_dup_read_only (NpLibrary *library);

G_END_DECLS
