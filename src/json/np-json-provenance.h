/* Where a story came from as JSON, in and out. */
#pragma once

#include "model/np-article.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_take_provenance (JsonObject *object, NpProvenance *provenance);
void np_json_put_provenance (JsonObject *object, JsonObject *rest, const NpProvenance *provenance);

G_END_DECLS
