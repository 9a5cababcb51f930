/* Goes to a place in a text view whose lines are still being laid out, and stays there until they are. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NpReaderPlace NpReaderPlace;

NpReaderPlace *np_reader_place_new (GtkTextView *view);
void np_reader_place_free (NpReaderPlace *self);
void np_reader_place_go (NpReaderPlace *self, int offset);
void np_reader_place_stop (NpReaderPlace *self);
gboolean np_reader_place_page (GtkTextView *view, int pages);
gboolean np_reader_place_is_going (NpReaderPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderPlace, np_reader_place_free)

G_END_DECLS
