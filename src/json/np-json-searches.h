/* searches.json (DESIGN §4, data/schema/searches.json), in and out. Pure. Errors are of NP_JSON_ERROR. */
#pragma once

#include "model/np-searches.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Versions this program writes; it reads these and older ones. */
#define NP_JSON_SEARCHES_VERSION 1

GBytes *np_json_searches_to_bytes (const NpSearches *searches);
NpSearches *np_json_searches_from_bytes (GBytes *bytes, gboolean *later, GError **error);

G_END_DECLS
