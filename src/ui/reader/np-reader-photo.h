/* A photo in the text: as wide as it is, but never wider than the column; decoded off the main thread. */
#pragma once

#include "model/np-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_PHOTO (np_reader_photo_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderPhoto, np_reader_photo, NP, READER_PHOTO, GtkWidget)

GtkWidget *np_reader_photo_new (const NpFigure *figure, guint number, const char *file);
void np_reader_photo_load (NpReaderPhoto *self);
gboolean np_reader_photo_is_loading (NpReaderPhoto *self);
GdkPaintable *np_reader_photo_get_paintable (NpReaderPhoto *self);
const char *np_reader_photo_get_source (NpReaderPhoto *self);
const char *np_reader_photo_get_alt (NpReaderPhoto *self);

G_END_DECLS
