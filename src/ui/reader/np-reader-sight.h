/* Brings to sight what gets the focus inside a text view: unlike GtkViewport, it does not do so by itself. */
#pragma once

#include "ui/reader/np-reader-children.h"

G_BEGIN_DECLS

typedef struct _NpReaderSight NpReaderSight;

NpReaderSight *np_reader_sight_new (GtkTextView *view, NpReaderChildren *children);
void np_reader_sight_free (NpReaderSight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderSight, np_reader_sight_free)

G_END_DECLS
