/* The "Aa" button of a header bar: font, text size, width and colours of stories, seen at once. */
#pragma once

#include "ui/reader/np-reader-style.h"

G_BEGIN_DECLS

GtkWidget *np_reader_style_button_new (NpReaderStyle *style);

G_END_DECLS
