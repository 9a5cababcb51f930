/* topics.json (DESIGN §4, data/schema/topics.json), in and out. Pure. Errors are of NP_JSON_ERROR. */
#pragma once

#include "model/np-topic-tree.h"

G_BEGIN_DECLS

#define NP_JSON_TOPICS_VERSION 1

GBytes *np_json_topics_to_bytes (const NpTopicTree *tree);
NpTopicTree *np_json_topics_from_bytes (GBytes *bytes, gboolean *later, GError **error);
NpTopicTree *np_json_topics_part_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
