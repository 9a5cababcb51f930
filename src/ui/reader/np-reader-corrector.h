/* The pencil in people's hand: puts right what stands in a story, in its place, and has the menu of its text. */
#pragma once

#include "library/np-change.h"
#include "ui/reader/np-reader-highlighter.h"

G_BEGIN_DECLS

typedef struct _NpReaderCorrector NpReaderCorrector;

NpReaderCorrector *np_reader_corrector_new (GtkWidget *page, NpReaderView *view, NpReaderHighlighter *highlighter,
                                            NpReaderHighlighterFunc func, gpointer user_data);
void np_reader_corrector_free (NpReaderCorrector *self);
void np_reader_corrector_set_article (NpReaderCorrector *self, NpArticle *article, gboolean editable);
GActionGroup *np_reader_corrector_get_actions (NpReaderCorrector *self);
GMenuModel *np_reader_corrector_new_menu (void);

G_END_DECLS
