/* Pages of news sites that never were, with all that stands around a story. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_MADE_PAGE_PHOTOS 3

char *np_made_page (guint number);
GBytes *np_made_page_photo (guint number, guint which);

G_END_DECLS
