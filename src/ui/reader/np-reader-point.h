/* Where something in the text is on the page, for a popover to point to. */
#pragma once

#include "ui/reader/np-reader-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_reader_point_to (GtkTextView *view, const NpReaderRange *range, GtkWidget *page, GdkRectangle *at);

G_END_DECLS
