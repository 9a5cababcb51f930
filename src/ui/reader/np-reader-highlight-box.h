/* What is in the popover of a highlight: its colours, its note, and what else can be done with it. */
#pragma once

#include "model/np-highlight.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_HIGHLIGHT_BOX (np_reader_highlight_box_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderHighlightBox, np_reader_highlight_box, NP, READER_HIGHLIGHT_BOX, GtkWidget)

/* Signals:
 *  "color" (const char *color)  a colour was chosen
 *  "note" ()                    people want to write a note about what is not marked yet
 *  "remove" ()
 *  "copy" () */
GtkWidget *np_reader_highlight_box_new (void);
void np_reader_highlight_box_show (NpReaderHighlightBox *self, const NpHighlight *highlight, const char *color,
                                   gboolean editable);
char *np_reader_highlight_box_dup_note (NpReaderHighlightBox *self);
void np_reader_highlight_box_focus_note (NpReaderHighlightBox *self);

G_END_DECLS
