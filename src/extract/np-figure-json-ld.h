/* What JSON-LD says about the photos of a page (schema.org's ImageObject). */
#pragma once

#include "extract/np-dom.h"
#include "model/np-article.h"

G_BEGIN_DECLS

void np_figure_json_ld_apply (NpArticle *article, const NpDom *dom, const char *base);

G_END_DECLS
