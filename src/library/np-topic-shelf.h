/* The topics as everybody sees them: a frozen tree that is exchanged for another. Safe from any thread. */
#pragma once

#include "model/np-topic-tree.h"

G_BEGIN_DECLS

typedef struct _NpTopicShelf NpTopicShelf;

NpTopicShelf *np_topic_shelf_new (NpTopicTree *tree);
void np_topic_shelf_free (NpTopicShelf *self);
NpTopicTree *np_topic_shelf_get (NpTopicShelf *self);
void np_topic_shelf_set (NpTopicShelf *self, NpTopicTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTopicShelf, np_topic_shelf_free)

G_END_DECLS
