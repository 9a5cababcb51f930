/* References to characters, where they stand for text that was written through HTML twice. Pure; safe from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_entities_decode (const char *text);

G_END_DECLS
