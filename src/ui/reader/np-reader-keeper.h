/* Keeps the place in the story that is read, and notes that it was read. */
#pragma once

#include "library/np-library.h"
#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

typedef struct _NpReaderKeeper NpReaderKeeper;

NpReaderKeeper *np_reader_keeper_new (NpLibrary *library, NpReaderView *view, GtkAdjustment *adjustment);
void np_reader_keeper_free (NpReaderKeeper *self);
void np_reader_keeper_begin (NpReaderKeeper *self, NpArticle *article);
void np_reader_keeper_save (NpReaderKeeper *self);
void np_reader_keeper_end (NpReaderKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderKeeper, np_reader_keeper_free)

G_END_DECLS
