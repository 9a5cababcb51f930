/* The three texts of Exif that say what a photo shows and whose it is. Pure. */
#pragma once

#include "base/np-photo-facts.h"

G_BEGIN_DECLS

void np_photo_exif_read (NpPhotoFacts *facts, const guint8 *data, gsize size);

G_END_DECLS
