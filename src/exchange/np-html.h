/* A story as one HTML file, for other programs to show. HTML: https://html.spec.whatwg.org/ */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

char *np_html_from_article (const NpArticle *article, const char *const *photos);

G_END_DECLS
