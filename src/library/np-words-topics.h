/* Words for why topics and stories have to do with each other, shared by the window and the command line. */
#pragma once

#include "library/np-advice.h"

G_BEGIN_DECLS

char *np_words_for_relation (const NpTopicPair *pair);
char *np_words_for_twins (const NpTopicPair *pair);
char *np_words_for_related_story (const NpRelatedStory *related);
char *np_words_for_suggestion (const NpTopicSuggestion *suggestion);
char *np_words_for_month (guint year, guint month);

G_END_DECLS
