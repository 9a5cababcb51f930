/* The blocks of a story as JSON, in and out. */
#pragma once

#include "model/np-block.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_take_blocks (JsonObject *object, const char *name, guint n_figures, GPtrArray *blocks);
JsonArray *np_json_blocks_to_array (GPtrArray *blocks);
void np_json_take_spans (JsonObject *object, NpBlock *block);
JsonArray *np_json_spans_to_array (const NpBlock *block, JsonObject *rest);
gboolean np_json_href_is_safe (const char *href);
gboolean np_json_span_has_href (NpSpanStyle style);
gboolean np_json_span_is_whole (NpSpanStyle style, const char *href);

G_END_DECLS
