/* The words beside names in bylines, in many languages. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_byline_is_noise (const char *folded);
gboolean np_byline_is_role (const char *folded);
gboolean np_byline_is_desk (const char *text);
gboolean np_byline_is_employer (const char *part);
gboolean np_byline_is_particle (const char *word);
gboolean np_byline_is_suffix (const char *part);

G_END_DECLS
