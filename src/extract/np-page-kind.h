/* What a page is when it is no story: those who save it are told, and what was found on it. */
#pragma once

#include "extract/np-dom.h"
#include "extract/np-extract.h"
#include "model/np-article.h"
#include "model/np-page.h"

G_BEGIN_DECLS

typedef enum
{
  NP_PAGE_KIND_STORY,   /* nothing speaks against it */
  NP_PAGE_KIND_ERROR,   /* the site says that it has no such page, or has a fault */
  NP_PAGE_KIND_CHECK,   /* it asks whether a person reads it */
  NP_PAGE_KIND_CONSENT, /* it asks for consent before it shows anything */
  NP_PAGE_KIND_LOG_IN,
  NP_PAGE_KIND_PAY_WALL,
  NP_PAGE_KIND_FRONT,   /* of a site: what leads to its stories */
  NP_PAGE_KIND_LISTING, /* the stories of a section, a day, an author, a search */
  NP_PAGE_KIND_VIDEO,
  NP_PAGE_KIND_SCRIPT, /* empty until a script has filled it */
  NP_PAGE_KIND_EMPTY   /* no words at all, and nothing says why */
} NpPageKind;

NpPageKind np_page_kind_read (const NpDom *dom, const NpPage *page, const NpArticle *article);
NpExtractError np_page_kind_get_error (NpPageKind kind);
char *np_page_kind_dup_message (NpPageKind kind, const NpDom *dom, const NpArticle *article);
const char *np_page_kind_get_doubt (NpPageKind kind);

G_END_DECLS
