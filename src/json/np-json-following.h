/* feeds.json (data/schema/feeds.json), in and out. Pure. Errors are of NP_JSON_ERROR. */
#pragma once

#include "model/np-followed.h"

G_BEGIN_DECLS

#define NP_JSON_FOLLOWING_VERSION 1

GBytes *np_json_following_to_bytes (const NpFollowing *following);
NpFollowing *np_json_following_from_bytes (GBytes *bytes, gboolean *later, GError **error);

G_END_DECLS
