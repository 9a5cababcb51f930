/* Mends JSON that programs and people have broken. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_json_ld_mend (const char *text);

G_END_DECLS
