/* What can go wrong with the index. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_INDEX_ERROR_FAILED, /* what SQLite answered; rebuild the index */
} NpIndexError;

#define NP_INDEX_ERROR (np_index_error_quark ())
GQuark np_index_error_quark (void);

G_END_DECLS
