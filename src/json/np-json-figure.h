/* The photos of a story as JSON, in and out. */
#pragma once

#include "model/np-figure.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_take_figures (JsonObject *object, const char *name, GPtrArray *figures);
JsonArray *np_json_figures_to_array (GPtrArray *figures);

G_END_DECLS
