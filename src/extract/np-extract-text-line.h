/* Tells what a single line of a pasted text is, when it is not the story's own. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_text_line_is_furniture (const char *line);
gboolean np_text_line_opens_links (const char *line);
gboolean np_text_line_opens_topics (const char *line, const char **rest);
gboolean np_text_line_opens_photo (const char *line, const char **rest);
gboolean np_text_line_read_byline (const char *line, char **byline, GPtrArray *authors);
gboolean np_text_line_is_sentence (const char *line);
char *np_text_line_dup_dateline (const char *line);
char *np_text_line_dup_headline (const char *text);

G_END_DECLS
