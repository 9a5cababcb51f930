/* What kind of thing a page is, by what the transport says and by its first bytes. */
#pragma once

#include "model/np-page.h"

G_BEGIN_DECLS

typedef enum
{
  NP_SNIFF_HTML,
  NP_SNIFF_MIME, /* a page saved with its photos: MHTML */
  NP_SNIFF_TEXT,
  NP_SNIFF_OTHER
} NpSniff;

NpSniff np_sniff (const NpPage *page);
const char *np_sniff_describe (const NpPage *page);

G_END_DECLS
