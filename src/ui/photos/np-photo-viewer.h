/* Photos in a window of their own, one after the other, with caption and credit. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_PHOTO_VIEWER (np_photo_viewer_get_type ())
G_DECLARE_FINAL_TYPE (NpPhotoViewer, np_photo_viewer, NP, PHOTO_VIEWER, AdwWindow)

GtkWidget *np_photo_viewer_new (GtkWindow *parent, NpLibrary *library, const char *title, GPtrArray *figures,
                                guint figure);
void np_photo_viewer_step (NpPhotoViewer *self, int steps);

G_END_DECLS
