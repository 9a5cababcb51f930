/* The highlights of a story on its text. */
#pragma once

#include "model/np-article.h"
#include "ui/reader/np-reader-map.h"
#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

typedef struct _NpReaderHighlights NpReaderHighlights;

NpReaderHighlights *np_reader_highlights_new (GtkTextBuffer *buffer, NpReaderTags *tags, NpReaderMap *map);
void np_reader_highlights_free (NpReaderHighlights *self);
void np_reader_highlights_show (NpReaderHighlights *self, const NpArticle *article);
guint np_reader_highlights_count (NpReaderHighlights *self);
const char *np_reader_highlights_find_at (NpReaderHighlights *self, int at);
gboolean np_reader_highlights_get_range (NpReaderHighlights *self, const char *id, NpReaderRange *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderHighlights, np_reader_highlights_free)

G_END_DECLS
