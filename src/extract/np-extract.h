/* A page or a text becomes an article. Pure functions: the same bytes give the same article; no clock, no disk, no
 * network; safe from several threads at once. What they are given comes from strangers. */
#pragma once

#include "model/np-article.h"
#include "model/np-leads.h"
#include "model/np-page.h"

G_BEGIN_DECLS

typedef enum
{
  NP_EXTRACT_ERROR_NO_STORY, /* read, but there is no story in it; the message says what was found instead, here and in
                                the last six */
  NP_EXTRACT_ERROR_TYPE,     /* not something a story can be read from: an image, a PDF, … */
  NP_EXTRACT_ERROR_EMPTY,    /* no bytes or nothing but white space */
  NP_EXTRACT_ERROR_TOO_DEEP, /* hostile nesting or size */
  /* what stands where the story should be */
  NP_EXTRACT_ERROR_LOG_IN,
  NP_EXTRACT_ERROR_PAY_WALL,
  NP_EXTRACT_ERROR_CHECK,   /* whether a person reads it */
  NP_EXTRACT_ERROR_CONSENT, /* a question for it */
  NP_EXTRACT_ERROR_SCRIPT,  /* nothing, until a script has run */
  NP_EXTRACT_ERROR_LISTING  /* what leads to stories */
} NpExtractError;

#define NP_EXTRACT_ERROR (np_extract_error_quark ())
GQuark np_extract_error_quark (void);

NpArticle *np_extract (const NpPage *page, GError **error);
NpArticle *np_extract_with_leads (const NpPage *page, NpLeads *leads, GError **error);
NpArticle *np_extract_html (const NpPage *page, NpLeads *leads, GError **error);
NpArticle *np_extract_mime (const NpPage *page, GError **error);
NpArticle *np_extract_pdf (const NpPage *page, GError **error);
NpArticle *np_extract_text (const char *text, GError **error);

G_END_DECLS
