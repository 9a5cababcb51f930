/* Finds the metadata in a photo (IPTC-IIM, XMP, Exif), whatever its format. Pure. */
#pragma once

#include "base/np-photo-facts.h"

G_BEGIN_DECLS

NpPhotoFacts *np_photo_metadata_read (GBytes *bytes);

G_END_DECLS
