/* The words before the names of a byline, in many languages. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize np_byline_measure_opening (const char *text);
gboolean np_byline_is_label (const char *text);

G_END_DECLS
