/* A page that came with its photos in one file. Of other files there is np_extract_html(). */
#pragma once

#include "extract/np-parts.h"
#include "model/np-leads.h"
#include "model/np-page.h"

G_BEGIN_DECLS

NpArticle *np_extract_html_with_parts (const NpPage *page, NpParts *parts, NpLeads *leads, GError **error);

G_END_DECLS
