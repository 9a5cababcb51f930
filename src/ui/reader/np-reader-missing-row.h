/* A part of a kept page, to be picked or known to be in the story already. */
#pragma once

#include "library/np-kept-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_MISSING_ROW (np_reader_missing_row_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderMissingRow, np_reader_missing_row, NP, READER_MISSING_ROW, GtkListBoxRow)

/* Property: "picked" (boolean, read) */
GtkWidget *np_reader_missing_row_new (const NpKeptPart *part);
const NpKeptPart *np_reader_missing_row_get_part (NpReaderMissingRow *self);
gboolean np_reader_missing_row_get_picked (NpReaderMissingRow *self);
void np_reader_missing_row_toggle (NpReaderMissingRow *self);
gboolean np_reader_missing_row_matches (NpReaderMissingRow *self, const char *folded);

G_END_DECLS
