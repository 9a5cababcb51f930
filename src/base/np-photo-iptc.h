/* IPTC-IIM 4.2 in the image resources of Photoshop, as JPEG carries it in APP13. Pure. */
#pragma once

#include "base/np-photo-facts.h"

G_BEGIN_DECLS

void np_photo_iptc_read (NpPhotoFacts *facts, const guint8 *data, gsize size);

G_END_DECLS
