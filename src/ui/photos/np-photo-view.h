/* One photo as large as there is room for; it is zoomed with the wheel, two fingers or keys, and dragged about. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_PHOTO_VIEW (np_photo_view_get_type ())
G_DECLARE_FINAL_TYPE (NpPhotoView, np_photo_view, NP, PHOTO_VIEW, GtkWidget)

GtkWidget *np_photo_view_new (void);
void np_photo_view_set_texture (NpPhotoView *self, GdkTexture *texture);
void np_photo_view_zoom (NpPhotoView *self, int steps);
void np_photo_view_fit (NpPhotoView *self);
double np_photo_view_get_scale (NpPhotoView *self);

G_END_DECLS
