/* Where a page leads: on by itself, to the page proper, to the next page of its story. */
#pragma once

#include "extract/np-dom.h"
#include "model/np-leads.h"

G_BEGIN_DECLS

void np_page_leads_read (const NpDom *dom, const char *url, const char *base, NpLeads *leads);

G_END_DECLS
