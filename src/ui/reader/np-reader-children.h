/* The widgets in a story's text: photos, tables, cards and rules, all as wide as its column. */
#pragma once

#include "ui/reader/np-reader-text.h"

G_BEGIN_DECLS

/* Says where a figure's file is. Returns: (transfer full) (nullable): an absolute path */
typedef char *(*NpReaderFindFile) (const char *file, gpointer user_data);

typedef struct _NpReaderChildren NpReaderChildren;

NpReaderChildren *np_reader_children_new (GtkTextView *view);
void np_reader_children_free (NpReaderChildren *self);
void np_reader_children_set_find_file (NpReaderChildren *self, NpReaderFindFile find_file, gpointer user_data);
void np_reader_children_set_direction (NpReaderChildren *self, GtkTextDirection direction);
void np_reader_children_set_width (NpReaderChildren *self, int width);
void np_reader_children_add (NpReaderChildren *self, GtkTextChildAnchor *anchor, const NpReaderChild *child);
void np_reader_children_add_widget (NpReaderChildren *self, GtkTextChildAnchor *anchor, GtkWidget *widget);
GtkWidget *np_reader_children_get (NpReaderChildren *self, guint number, int *at);
void np_reader_children_add_beside (NpReaderChildren *self, GtkWidget *widget);
void np_reader_children_clear (NpReaderChildren *self);
gboolean np_reader_children_focus (NpReaderChildren *self, GtkDirectionType direction);
gboolean np_reader_children_find (NpReaderChildren *self, GtkWidget *inside, GdkRectangle *area);
void np_reader_children_queue_loading (NpReaderChildren *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderChildren, np_reader_children_free)

G_END_DECLS
