/* Links in a story: which are safe to follow, where they are in the text, and how mouse and keyboard reach them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean np_reader_link_is_safe (const char *href);
gboolean np_reader_link_is_inside (const char *href);
gboolean np_reader_link_is_known (const char *href);
void np_reader_link_open (GtkWidget *widget, const char *href);
const char *np_reader_links_find_at (const GtkTextIter *at);
gboolean np_reader_links_find_next (GtkTextBuffer *buffer, gboolean backward, GtkTextIter *start, GtkTextIter *end);
const char *np_reader_links_find_at_point (GtkTextView *view, double x, double y);
GtkGesture *np_reader_links_attach (GtkTextView *view);

G_END_DECLS
