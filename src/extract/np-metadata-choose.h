/* Chooses among what a page says about its story, and writes the choice into the article. */
#pragma once

#include "extract/np-metadata.h"
#include "model/np-article.h"

G_BEGIN_DECLS

void np_metadata_choose (const NpMetadata *metadata, const char *url, const char *base, NpArticle *article);

G_END_DECLS
