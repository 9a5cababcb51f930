/* Stories that have to do with the one that was read, at its end. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_RELATED (np_reader_related_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderRelated, np_reader_related, NP, READER_RELATED, GtkWidget)

/* Signal "open-story" (const char *id): a story was chosen. The widget hides itself while there are none. */
GtkWidget *np_reader_related_new (void);
void np_reader_related_show (NpReaderRelated *self, GPtrArray *stories);

G_END_DECLS
