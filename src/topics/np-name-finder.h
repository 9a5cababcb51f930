/* Finds all names of all topics in a text at once, however many there are. Pure; frozen once it is made, for any
 * thread. */
#pragma once

#include "model/np-topic-tree.h"
#include "topics/np-suggest-token.h"

G_BEGIN_DECLS

typedef struct _NpNameFinder NpNameFinder;

/* A topic that a text names. A plain record. */
typedef struct
{
  const char *key; /* of the topic, never of an alias; the finder's */
  guint count;     /* how often, by whatever name */
  guint headline;  /* how often of that in the headline */
  guint first;     /* the word it is named at first */
} NpNameMention;

NpNameFinder *np_name_finder_new (const NpTopicTree *tree);
NpNameFinder *np_name_finder_ref (NpNameFinder *self);
void np_name_finder_unref (NpNameFinder *self);
const char *np_name_finder_get_key (const NpNameFinder *self, const char *name);
GArray *np_name_finder_find (const NpNameFinder *self, GArray *tokens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpNameFinder, np_name_finder_unref)

G_END_DECLS
