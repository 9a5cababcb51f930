/* One run of `newsprint topic`, and what its verbs have in common. */
#pragma once

#include "cli/np-cli-options.h"
#include "library/np-library-topics.h"

G_BEGIN_DECLS

typedef struct
{
  NpLibrary *library;
  NpTopicTree *tree;
  char **words; /* after the verb */
  guint count;
  gboolean json;
  gboolean without_keywords; /* of suggest */
  gboolean apply;            /* of rule */
} NpTopicRun;

typedef NpCliStatus (*NpTopicVerb) (NpTopicRun *run);

const NpTopic *np_topic_run_find_topic (NpTopicRun *run, guint i, NpCliStatus *status);
char **np_topic_run_find_topics (NpTopicRun *run, guint first, guint end, NpCliStatus *status);
char **np_topic_run_find_stories (NpTopicRun *run, guint first, NpCliStatus *status);
NpCliStatus np_topic_run_do (NpTopicRun *run, NpChange *change);

G_END_DECLS
