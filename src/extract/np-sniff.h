/* What kind of thing a page is, by what the transport says and by its first bytes. */
#pragma once

#include "model/np-page.h"

G_BEGIN_DECLS

/* The media type of what `pdftotext -bbox-layout` writes: a PDF itself is not read here. */
#define NP_SNIFF_PDF_LAYOUT_TYPE "application/x-newsprint-pdf-layout"

typedef enum
{
  NP_SNIFF_HTML,
  NP_SNIFF_MIME, /* a page saved with its photos: MHTML */
  NP_SNIFF_TEXT,
  NP_SNIFF_PDF,        /* needs a tool of its own first */
  NP_SNIFF_PDF_LAYOUT, /* what that tool wrote */
  NP_SNIFF_OTHER
} NpSniff;

NpSniff np_sniff (const NpPage *page);
const char *np_sniff_describe (const NpPage *page);

G_END_DECLS
