/* The notes of highlights beside the text: in the margin where there is room, else a mark there that opens them. */
#pragma once

#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

typedef struct _NpReaderMargin NpReaderMargin;

/* Called when people press a note: @id is that of its highlight. */
typedef void (*NpReaderMarginFunc) (const char *id, gpointer user_data);

NpReaderMargin *np_reader_margin_new (NpReaderView *view, NpReaderMarginFunc func, gpointer user_data);
void np_reader_margin_free (NpReaderMargin *self);
void np_reader_margin_show (NpReaderMargin *self, const NpArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderMargin, np_reader_margin_free)

G_END_DECLS
