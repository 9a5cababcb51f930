/* The photo that a page names as its own, among those that were found in the story. */
#pragma once

#include "extract/np-metadata.h"
#include "model/np-article.h"

G_BEGIN_DECLS

void np_lead_photo_apply (NpArticle *article, const NpMetadata *metadata, const char *base, gboolean has_hero);

G_END_DECLS
