/* The topics as the command line prints them. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

void np_cli_print_topics (NpLibrary *library, gboolean json);

G_END_DECLS
