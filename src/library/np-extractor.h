/* Reads stories out of pages, for those that may not see `extract/`: the library's imports and the command line. */
#pragma once

#include "model/np-article.h"
#include "model/np-page.h"

G_BEGIN_DECLS

NpArticle *np_extractor_extract (const NpPage *page, GError **error);
NpArticle *np_extractor_read_facts (NpPage *page);

G_END_DECLS
