/* What is in the popover that puts something right: a field with its text as it is, and whether to keep it. */
#pragma once

#include "library/np-correct.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_CORRECT_BOX (np_reader_correct_box_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderCorrectBox, np_reader_correct_box, NP, READER_CORRECT_BOX, GtkWidget)

/* Signals:
 *  "save" ()    people are done
 *  "cancel" ()  people want nothing changed */
GtkWidget *np_reader_correct_box_new (void);
void np_reader_correct_box_show (NpReaderCorrectBox *self, NpPart part, const char *text);
char *np_reader_correct_box_dup_text (NpReaderCorrectBox *self);
void np_reader_correct_box_set_error (NpReaderCorrectBox *self, const char *message);

G_END_DECLS
