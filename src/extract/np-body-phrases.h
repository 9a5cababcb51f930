/* Lines that sites put into and under their stories, known by their words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_body_phrases_is_furniture (const char *text, guint words);

G_END_DECLS
