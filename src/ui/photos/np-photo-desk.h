/* All photos of a place, a topic or a search in a window, each once, with captions and credits. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_PHOTO_DESK (np_photo_desk_get_type ())
G_DECLARE_FINAL_TYPE (NpPhotoDesk, np_photo_desk, NP, PHOTO_DESK, AdwWindow)

/* Signal "open" (const char *story): people want to see the story of a photo. */
GtkWidget *np_photo_desk_new (GtkWindow *parent, NpLibrary *library, NpQuery *query);

G_END_DECLS
