/* The keys of the reader: text size and find. */
#pragma once

#include "ui/reader/np-reader-style.h"

G_BEGIN_DECLS

GtkEventController *np_reader_actions_new_controller (NpReaderStyle *style);

G_END_DECLS
