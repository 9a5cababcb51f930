/* What is found in the tables and cards of a story, whose words are not in the buffer. */
#pragma once

#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

/* A match in a label, in bytes: [start, end). */
typedef struct
{
  GtkLabel *label; /* a reference: it may have gone from the view with its story */
  int at;          /* where its table stands in the buffer, characters */
  int start, end;
} NpReaderLabelMatch;

GArray *np_reader_labels_find (NpReaderView *view, const char *text, guint most);
void np_reader_labels_mark (NpReaderView *view, GArray *matches, int current);
void np_reader_labels_go (NpReaderView *view, const NpReaderLabelMatch *match);

G_END_DECLS
