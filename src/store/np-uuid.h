/* UUIDs for what has none of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_uuid_for (const char *name);

G_END_DECLS
