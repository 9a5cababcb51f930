/* What is selected of a story, for other programs: as text, and as HTML. */
#pragma once

#include "model/np-article.h"
#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

char *np_reader_copy_text (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end);
char *np_reader_copy_html (NpReaderTags *tags, const NpArticle *article, const GtkTextIter *start,
                           const GtkTextIter *end);
GdkContentProvider *np_reader_copy_new_content (NpReaderTags *tags, const NpArticle *article, GtkTextBuffer *buffer,
                                                const GtkTextIter *start, const GtkTextIter *end);

G_END_DECLS
