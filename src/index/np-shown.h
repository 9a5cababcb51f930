/* What the list shows of an article, and what it is put in order by. Pure. */
#pragma once

#include "index/np-story-text.h"

G_BEGIN_DECLS

char *np_shown_sort_key (const char *text);
char *np_shown_deck (const NpStoryText *text);
const char *np_shown_thumbnail (const NpArticle *article);
char *np_shown_site (const NpArticle *article);
char *np_shown_byline (const NpArticle *article);

G_END_DECLS
