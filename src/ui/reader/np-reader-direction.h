/* Which way a story is written, and what stands around its text: its head, what lies in it and what comes after it
 * follow the story, not the window. */
#pragma once

#include "model/np-article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkTextDirection np_reader_direction_of_start (const char *text);
GtkTextDirection np_reader_direction_of_text (const char *text);
GtkTextDirection np_reader_direction_of_story (const NpArticle *article);
char *np_reader_direction_mark (const char *text, GtkTextDirection direction);
void np_reader_direction_set (GtkWidget *widget, GtkTextDirection direction);

G_END_DECLS
