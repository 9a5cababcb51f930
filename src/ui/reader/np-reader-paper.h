/* A story being written into a text buffer: its first screen at once, the rest when there is time, then what is marked
 * in it and what comes after it. */
#pragma once

#include "ui/reader/np-reader-children.h"
#include "ui/reader/np-reader-highlights.h"

G_BEGIN_DECLS

typedef struct _NpReaderPaper NpReaderPaper;

/* Called when the whole story is in the buffer. */
typedef void (*NpReaderPaperWritten) (gpointer user_data);

NpReaderPaper *np_reader_paper_new (GtkTextView *view, NpReaderPaperWritten written, gpointer user_data);
void np_reader_paper_free (NpReaderPaper *self);
void np_reader_paper_set_end (NpReaderPaper *self, GtkWidget *end);
void np_reader_paper_show (NpReaderPaper *self, NpArticle *article, guint speed);
void np_reader_paper_clear (NpReaderPaper *self);
void np_reader_paper_set_article (NpReaderPaper *self, NpArticle *article);
NpArticle *np_reader_paper_get_article (NpReaderPaper *self);
NpReaderTags *np_reader_paper_get_tags (NpReaderPaper *self);
NpReaderChildren *np_reader_paper_get_children (NpReaderPaper *self);
NpReaderMap *np_reader_paper_get_map (NpReaderPaper *self);
NpReaderHighlights *np_reader_paper_get_highlights (NpReaderPaper *self);
gboolean np_reader_paper_is_writing (NpReaderPaper *self);
int np_reader_paper_get_end (NpReaderPaper *self);

G_END_DECLS
