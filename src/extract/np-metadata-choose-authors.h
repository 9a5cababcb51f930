/* Chooses among the authors that a page names. */
#pragma once

#include "extract/np-metadata.h"
#include "model/np-article.h"

G_BEGIN_DECLS

void np_metadata_choose_authors (const NpMetadata *metadata, NpArticle *article);

G_END_DECLS
