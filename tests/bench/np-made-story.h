/* Stories and topics of a library that never was. */
#pragma once

#include "model/np-article.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

#define NP_MADE_TOPICS   2000
#define NP_MADE_PICTURES 64

NpArticle *np_made_story (guint64 seed, guint number, char *const *pictures);
NpTopicTree *np_made_topics (void);
GBytes *np_made_picture (guint number);

G_END_DECLS
