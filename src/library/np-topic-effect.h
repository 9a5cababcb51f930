/* Taking back or doing again what a change did to the topics, in two steps with the stories between them: what comes is
 * there before a story names it, what goes is there until none does. Each takes the topics that differ, as they were
 * and as they shall be. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

gboolean np_topic_effect_bring (const NpTopicTree *from, const NpTopicTree *to, NpCatalog *catalog, GError **error);
gboolean np_topic_effect_take (const NpTopicTree *from, const NpTopicTree *to, NpCatalog *catalog, GError **error);

void np_topic_effect_cut_loose_ends (NpTopicTree *tree, const char *key);

G_END_DECLS
