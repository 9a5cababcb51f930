/* The verbs of `newsprint topic` that change something. */
#pragma once

#include "cli/np-cli-topic-run.h"

G_BEGIN_DECLS

NpCliStatus np_cli_topic_add (NpTopicRun *run);
NpCliStatus np_cli_topic_remove (NpTopicRun *run);
NpCliStatus np_cli_topic_rename (NpTopicRun *run);
NpCliStatus np_cli_topic_merge (NpTopicRun *run);
NpCliStatus np_cli_topic_unmerge (NpTopicRun *run);
NpCliStatus np_cli_topic_nest (NpTopicRun *run);
NpCliStatus np_cli_topic_unnest (NpTopicRun *run);
NpCliStatus np_cli_topic_move (NpTopicRun *run);
NpCliStatus np_cli_topic_relate (NpTopicRun *run);
NpCliStatus np_cli_topic_unrelate (NpTopicRun *run);
NpCliStatus np_cli_topic_dismiss (NpTopicRun *run);
NpCliStatus np_cli_topic_keep_apart (NpTopicRun *run);
NpCliStatus np_cli_topic_color (NpTopicRun *run);
NpCliStatus np_cli_topic_hide (NpTopicRun *run);
NpCliStatus np_cli_topic_unhide (NpTopicRun *run);
NpCliStatus np_cli_topic_delete (NpTopicRun *run);
NpCliStatus np_cli_topic_rule (NpTopicRun *run);
NpCliStatus np_cli_topic_unrule (NpTopicRun *run);
NpCliStatus np_cli_topic_undo (NpTopicRun *run);
NpCliStatus np_cli_topic_redo (NpTopicRun *run);

G_END_DECLS
