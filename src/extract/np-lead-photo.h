/* The photo that a page names as its own, among those that were found in the story. */
#pragma once

#include "extract/np-metadata.h"
#include "model/np-article.h"

G_BEGIN_DECLS

char *np_lead_photo_find (const NpMetadata *metadata, const char *base);
void np_lead_photo_apply (NpArticle *article, const char *lead, gboolean has_hero);

G_END_DECLS
