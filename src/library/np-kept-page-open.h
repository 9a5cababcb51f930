/* The page that was kept of a story, as it came. */
#pragma once

#include "library/np-catalog.h"
#include "model/np-page.h"

G_BEGIN_DECLS

NpPage *np_kept_page_open (NpCatalog *catalog, const NpArticle *article, const char *path, GError **error);

G_END_DECLS
