/* How the C library keeps memory that is free. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void np_memory_limit (void);
void np_memory_settle (void);

G_END_DECLS
