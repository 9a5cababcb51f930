/* Two versions of a document become one, member by member. Pure.
 *
 * With the version that both came from, what only one of the two changed is taken from that one, also that something
 * was taken away. Without it nothing is taken away: what either has is kept. Where both changed one value that can only
 * be one, the newer version wins, and the caller is told whose value went, to keep that version whole elsewhere. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One of the two versions. */
typedef struct
{
  JsonNode *document;
  gint64 time;   /* when it was written: only compared */
  gboolean lost; /* (out) something of it is not in the result */
} NpJsonVersion;

JsonNode *np_json_merge (JsonNode *base, NpJsonVersion *a, NpJsonVersion *b);
JsonNode *np_json_merge_digest (JsonNode *document);

G_END_DECLS
