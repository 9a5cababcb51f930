/* The bar that finds words in the story: counts them, marks them all, goes from one to the next. */
#pragma once

#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

#define NP_TYPE_READER_FIND (np_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderFind, np_reader_find, NP, READER_FIND, GtkWidget)

GtkWidget *np_reader_find_new (NpReaderView *view);
void np_reader_find_start (NpReaderFind *self);
void np_reader_find_stop (NpReaderFind *self);
void np_reader_find_update (NpReaderFind *self);
void np_reader_find_set_text (NpReaderFind *self, const char *text);
void np_reader_find_go (NpReaderFind *self, gboolean backward);
guint np_reader_find_get_count (NpReaderFind *self);
guint np_reader_find_get_current (NpReaderFind *self);

G_END_DECLS
