/* What the window says about a library that cannot be opened, or only be read. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

void np_window_trouble_describe (AdwStatusPage *page, const GError *error, const char *folder);
char *np_window_trouble_dup_read_only (NpLibrary *library);

G_END_DECLS
