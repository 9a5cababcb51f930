/* Caption and credit of a photo out of the words that stand with it. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_caption_is_furniture (const char *line);
void np_caption_cut_credit (char *caption, const char *credit);
void np_caption_part (const char *words, const char *named_credit, char **caption, char **credit);

G_END_DECLS
