/* Stories as the commands print them. */
#pragma once

#include "library/np-library.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_cli_print_story (NpStory *story, const NpTopicTree *tree, gboolean json);
char *np_cli_dup_topic_names (const char *const *keys, const NpTopicTree *tree);

G_END_DECLS
