/* Which topics a story could have, and why. Pure. */
#pragma once

#include "model/np-article.h"
#include "topics/np-topic-links.h"

G_BEGIN_DECLS

typedef enum
{
  NP_SUGGEST_KEYWORD, /* the page says so itself */
  NP_SUGGEST_NAMED,   /* a topic of the library, by one of its names */
  NP_SUGGEST_NEW      /* a name that stands out in the text */
} NpSuggestWhy;

typedef enum
{
  NP_SUGGEST_ALL = 0,
  NP_SUGGEST_WITHOUT_KEYWORDS = 1 << 0 /* the text alone, to measure against what the page says */
} NpSuggestFlags;

/* A plain record. */
typedef struct
{
  char *name; /* of a topic of the library: as it is called today */
  char *key;  /* (nullable) of that topic */
  NpSuggestWhy why;
  guint count; /* how often the text has it */
} NpSuggestion;

NpSuggestion *np_suggestion_copy (const NpSuggestion *suggestion);
void np_suggestion_free (NpSuggestion *suggestion);
GPtrArray *np_suggest_topics (const NpArticle *article, const NpTopicTree *tree, const NpNameFinder *finder,
                              NpTopicLinks *links, NpSuggestFlags flags, guint limit);
GPtrArray *np_suggest_list_names (GPtrArray *suggestions);

G_END_DECLS
