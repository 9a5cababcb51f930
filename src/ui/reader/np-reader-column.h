/* The column that a story is set in: how large its font is, and how wide a comfortable line of it. */
#pragma once

#include "ui/reader/np-reader-style.h"
#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

void np_reader_column_get_look (GtkWidget *widget, NpReaderStyle *style, int width, NpReaderLook *look);

G_END_DECLS
