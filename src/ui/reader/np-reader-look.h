/* The reader's style sheet, and the colours that people chose for it. */
#pragma once

#include "ui/reader/np-reader-style.h"

G_BEGIN_DECLS

void np_reader_look_follow (GtkWidget *widget, NpReaderStyle *style);

G_END_DECLS
