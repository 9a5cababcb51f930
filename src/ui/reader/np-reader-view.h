/* The story itself: a read-only text view with one selection, set in a column of a comfortable measure. */
#pragma once

#include "model/np-article.h"
#include "ui/reader/np-reader-children.h"
#include "ui/reader/np-reader-highlights.h"
#include "ui/reader/np-reader-style.h"
#include "ui/reader/np-reader-tags.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_VIEW (np_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderView, np_reader_view, NP, READER_VIEW, GtkTextView)

/* Signal "written" (): the whole story is in the buffer; it comes within np_reader_view_show() for a short one. */
GtkWidget *np_reader_view_new (NpReaderStyle *style);
void np_reader_view_set_find_file (NpReaderView *self, NpReaderFindFile find_file, gpointer user_data);
void np_reader_view_set_end (NpReaderView *self, GtkWidget *end);
void np_reader_view_show (NpReaderView *self, NpArticle *article);
void np_reader_view_show_highlights (NpReaderView *self, NpArticle *article);
NpReaderHighlights *np_reader_view_get_highlights (NpReaderView *self);
NpReaderChildren *np_reader_view_get_children (NpReaderView *self);
NpReaderMap *np_reader_view_get_map (NpReaderView *self);
double np_reader_view_get_place (NpReaderView *self);
void np_reader_view_set_place (NpReaderView *self, double place);
void np_reader_view_go (NpReaderView *self, int offset);
gboolean np_reader_view_is_written (NpReaderView *self);
GtkTextTag *np_reader_view_get_tag (NpReaderView *self, NpReaderTag tag);

G_END_DECLS
