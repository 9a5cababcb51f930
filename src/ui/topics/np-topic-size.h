/* How much hangs on topics, in words: what is carried when they are dragged, and what joining them changes. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

char *np_topic_size_describe (NpLibrary *library, NpTopicTree *tree, const char *const *keys);
char *np_topic_size_join_names (NpTopicTree *tree, const char *const *keys);

G_END_DECLS
