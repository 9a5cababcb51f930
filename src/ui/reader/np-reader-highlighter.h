/* The marker in people's hand: marks what is selected, and shows a mark that is clicked, with its colour and note. */
#pragma once

#include "library/np-change.h"
#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

typedef struct _NpReaderHighlighter NpReaderHighlighter;

/* Called when people mark something, or change a mark. */
typedef void (*NpReaderHighlighterFunc) (NpChange *change, gpointer user_data);

NpReaderHighlighter *np_reader_highlighter_new (GtkWidget *page, NpReaderView *view, NpReaderHighlighterFunc func,
                                                gpointer user_data);
void np_reader_highlighter_free (NpReaderHighlighter *self);
void np_reader_highlighter_set_article (NpReaderHighlighter *self, NpArticle *article, gboolean editable);
void np_reader_highlighter_close (NpReaderHighlighter *self);
gboolean np_reader_highlighter_mark (NpReaderHighlighter *self, const char *color, gboolean note);
void np_reader_highlighter_open (NpReaderHighlighter *self, const char *id);
void np_reader_highlighter_go (NpReaderHighlighter *self, const char *id);

G_END_DECLS
