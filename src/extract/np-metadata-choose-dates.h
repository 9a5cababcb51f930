/* Chooses among the dates that a page gives. */
#pragma once

#include "extract/np-metadata.h"
#include "model/np-article.h"

G_BEGIN_DECLS

void np_metadata_choose_dates (const NpMetadata *metadata, NpArticle *article);

G_END_DECLS
