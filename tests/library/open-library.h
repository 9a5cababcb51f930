/* A library for tests: opened with its index up to date, closed with nothing left of it. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

NpLibrary *open_library (const char *folder);
void close_library (NpLibrary *library);

G_END_DECLS
