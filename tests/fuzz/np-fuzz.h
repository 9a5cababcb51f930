/* What every fuzz target has: the one function that libFuzzer calls, and that replay.c calls for each kept input. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
