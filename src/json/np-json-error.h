/* What can be wrong with a JSON document. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_JSON_ERROR_SYNTAX, /* no JSON */
  NP_JSON_ERROR_FORMAT, /* JSON, but not this format */
  NP_JSON_ERROR_VERSION /* of a later version than this program knows */
} NpJsonError;

#define NP_JSON_ERROR (np_json_error_quark ())
GQuark np_json_error_quark (void);

G_END_DECLS
