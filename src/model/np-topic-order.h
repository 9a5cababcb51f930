/* The order in which topics are shown. */
#pragma once

#include "model/np-topic.h"

G_BEGIN_DECLS

void np_topics_sort (GPtrArray *topics);

G_END_DECLS
