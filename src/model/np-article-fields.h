/* The fields of a story that people may put right, as a set: what an edit touches, and what undo gives back. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

typedef enum
{
  NP_ARTICLE_HEADLINE = 1 << 0,
  NP_ARTICLE_DECK = 1 << 1,
  NP_ARTICLE_BYLINE = 1 << 2, /* with the authors */
  NP_ARTICLE_DATELINE = 1 << 3,
  NP_ARTICLE_SITE = 1 << 4,
  NP_ARTICLE_SECTION = 1 << 5,
  NP_ARTICLE_LANGUAGE = 1 << 6,
  NP_ARTICLE_PUBLISHED = 1 << 7,
  NP_ARTICLE_UPDATED = 1 << 8,
  NP_ARTICLE_BODY = 1 << 9,
  NP_ARTICLE_FIGURES = 1 << 10,
  NP_ARTICLE_KEYWORDS = 1 << 11, /* with the suggested topics */
  NP_ARTICLE_DIAGNOSTICS = 1 << 12,
  NP_ARTICLE_NOTE = 1 << 13,
  NP_ARTICLE_HIGHLIGHTS = 1 << 14,
  NP_ARTICLE_ORIGIN = 1 << 15,  /* where it came from, all but the address that the user gave */
  NP_ARTICLE_VERSIONS = 1 << 16 /* the list of its older texts */
} NpArticleFields;

#define NP_ARTICLE_FIELDS_ALL ((NpArticleFields) ((1 << 17) - 1))

/* What the extractor finds on a page, and a new extraction may replace. */
#define NP_ARTICLE_FIELDS_EXTRACTED ((NpArticleFields) ((NP_ARTICLE_NOTE - 1) | NP_ARTICLE_ORIGIN))

const char *np_article_field_to_string (NpArticleFields field);
void np_article_take_fields (NpArticle *article, const NpArticle *from, NpArticleFields fields);
void np_article_mark_edited (NpArticle *article, NpArticleFields fields);
NpArticleFields np_article_get_edited (const NpArticle *article);

G_END_DECLS
