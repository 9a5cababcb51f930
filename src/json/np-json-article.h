/* An article as a JSON document (DESIGN §4, data/schema/article.json), in and out. Pure. */
#pragma once

#include "json/np-json-error.h"
#include "model/np-article.h"

G_BEGIN_DECLS

/* Versions this program writes; it reads these and older ones. */
#define NP_JSON_ARTICLE_VERSION 1

GBytes *np_json_article_to_bytes (const NpArticle *article);
NpArticle *np_json_article_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
