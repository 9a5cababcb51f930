/* A feed as JSON: what a worker answers, and what `newsprint feed preview --json` prints. Pure. */
#pragma once

#include "model/np-feed.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *np_json_feed_to_node (const NpFeed *feed);
GBytes *np_json_feed_to_bytes (const NpFeed *feed);
NpFeed *np_json_feed_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
