/* What the parts of a merge share. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One run. The first version is the newer one; of two of one time, the one that is printed later in the alphabet. */
typedef struct
{
  gboolean has_base;
  gboolean lost_newer, lost_older;
} NpJsonMerge;

/* The values of one member; each NULL where there is none. */
typedef struct
{
  JsonNode *base, *newer, *older;
} NpJsonTriple;

JsonNode *np_json_merge_value (NpJsonMerge *run, const char *name, NpJsonTriple values);
JsonNode *np_json_merge_arrays (NpJsonMerge *run, const char *name, NpJsonTriple values);
JsonNode *np_json_merge_win (NpJsonMerge *run, NpJsonTriple values);
gboolean np_json_merge_equal (JsonNode *a, JsonNode *b);
gboolean np_json_merge_takes_away (const char *name, JsonNode *before, JsonNode *after);
gboolean np_json_merge_figures_match (JsonNode *a, JsonNode *b);

G_END_DECLS
