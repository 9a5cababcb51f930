/* Where on a page a fact stands: beside the story's headline, or in a part that is about something else. */
#pragma once

#include "extract/np-dom.h"

G_BEGIN_DECLS

gboolean np_place_holds (const NpDom *dom, guint node, guint heading);
gboolean np_place_is_elsewhere (const NpDom *dom, guint node, guint heading, NpNames names);
gboolean np_place_shows_site (const NpDom *dom, guint heading);

G_END_DECLS
