/* What people do with the story that is shown, besides reading it: mark, correct, add what is missing, jump to a
 * footnote and back, have it read aloud, see what a search
 * found. It joins these parts, each of which knows the view alone. */
#pragma once

#include "library/np-library.h"
#include "ui/np-settings.h"
#include "ui/reader/np-reader-corrector.h"

G_BEGIN_DECLS

typedef struct _NpReaderTools NpReaderTools;

NpReaderTools *np_reader_tools_new (GtkWidget *page, NpLibrary *library, NpReaderView *view, GtkWidget *scroller,
                                    NpReaderHighlighterFunc func, gpointer user_data);
void np_reader_tools_free (NpReaderTools *self);
GtkWidget *np_reader_tools_get_page (NpReaderTools *self);
void np_reader_tools_set_settings (NpReaderTools *self, NpSettings *settings);
void np_reader_tools_set_article (NpReaderTools *self, NpArticle *article, gboolean editable);
GActionGroup *np_reader_tools_get_actions (NpReaderTools *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderTools, np_reader_tools_free)

G_END_DECLS
