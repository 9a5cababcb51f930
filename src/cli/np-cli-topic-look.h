/* The verbs of `newsprint topic` that only look. */
#pragma once

#include "cli/np-cli-topic-run.h"

G_BEGIN_DECLS

NpCliStatus np_cli_topic_list (NpTopicRun *run);
NpCliStatus np_cli_topic_suggest (NpTopicRun *run);
NpCliStatus np_cli_topic_duplicates (NpTopicRun *run);
NpCliStatus np_cli_topic_related (NpTopicRun *run);
NpCliStatus np_cli_topic_like (NpTopicRun *run);
NpCliStatus np_cli_topic_rules (NpTopicRun *run);
NpCliStatus np_cli_topic_preview (NpTopicRun *run);

G_END_DECLS
