/* What only the library does with a map of topics: makes it. */
#pragma once

#include "library/np-advisor.h"
#include "library/np-topic-map.h"

G_BEGIN_DECLS

NpTopicMap *np_topic_map_new (NpAdvisor *advisor, const char *file);

G_END_DECLS
