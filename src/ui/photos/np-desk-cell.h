/* A photo on the desk: small, with the beginning of its caption, and its credit. */
#pragma once

#include "library/np-library.h"
#include "ui/list/np-thumbnails.h"
#include "ui/photos/np-desk-photo.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_DESK_CELL (np_desk_cell_get_type ())
G_DECLARE_FINAL_TYPE (NpDeskCell, np_desk_cell, NP, DESK_CELL, GtkWidget)

GtkWidget *np_desk_cell_new (NpLibrary *library, NpThumbnails *thumbnails);
void np_desk_cell_show (NpDeskCell *self, NpDeskPhoto *photo);

G_END_DECLS
