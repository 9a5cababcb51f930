/* What of the page around a story is pasted along: its menu and trail, its cookie notice, its small print. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_text_page_is_small_print (const char *line);
gboolean np_text_page_is_consent (const char *line);
gboolean np_text_page_is_trail (const char *line);
gboolean np_text_page_read_photo_label (const char *line, gboolean *is_credit, const char **rest);

G_END_DECLS
