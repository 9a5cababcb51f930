/* Text in which a search marked what it found. */
#pragma once

#include <gdk/gdk.h>
#include <pango/pango.h>

G_BEGIN_DECLS

char *np_marked_text_strip (const char *marked, PangoAttrList *attributes, const GdkRGBA *tint);

G_END_DECLS
