/* What is drawn under the text of a story: bars beside quotes, a ground under preformatted text. */
#pragma once

#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

void np_reader_decor_snapshot (GtkTextView *view, GtkSnapshot *snapshot, NpReaderTags *tags);

G_END_DECLS
