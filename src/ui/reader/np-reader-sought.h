/* Marks in the story what the search in the list found in it. */
#pragma once

#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

typedef struct _NpReaderSought NpReaderSought;

NpReaderSought *np_reader_sought_new (NpReaderView *view);
void np_reader_sought_free (NpReaderSought *self);
void np_reader_sought_set_search (NpReaderSought *self, const char *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderSought, np_reader_sought_free)

G_END_DECLS
