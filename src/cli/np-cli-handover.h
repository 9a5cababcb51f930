/* Hands work to the Newsprint whose window has the library open. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

gboolean np_cli_hand_over (NpLibrary *library, GPtrArray *sources, GError **error);

G_END_DECLS
