/* An article as a JSON document (DESIGN §4, data/schema/article.json), in and out. Pure. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

typedef enum
{
  NP_JSON_ERROR_SYNTAX, /* no JSON */
  NP_JSON_ERROR_FORMAT, /* JSON, but not this format */
  NP_JSON_ERROR_VERSION /* of a later version than this program knows */
} NpJsonError;

#define NP_JSON_ERROR (np_json_error_quark ())
GQuark np_json_error_quark (void);

/* Versions this program writes; it reads these and older ones. */
#define NP_JSON_ARTICLE_VERSION 1

GBytes *np_json_article_to_bytes (const NpArticle *article);
NpArticle *np_json_article_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
