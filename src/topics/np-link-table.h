/* The counts behind NpTopicLinks. For its files alone. */
#pragma once

#include "model/np-topic-tree.h"
#include "topics/np-name-finder.h"

G_BEGIN_DECLS

/* How many stories a month has. */
typedef struct
{
  guint16 month;
  guint16 stories;
} NpLinkMonth;

typedef struct
{
  char *key;
  guint stories;
  guint named, taken; /* headlines that name it, and how many of those stories have it */
  GArray *months;     /* of NpLinkMonth, in no order */
  GArray *others;     /* of guint: topics that it has a pair with */
  GArray *above;      /* of guint: the topics it is inside of */
  GHashTable *words;  /* number of a word → how many of its stories' headlines have it */
} NpLinkTopic;

typedef struct
{
  guint64 key; /* the lower number in the upper half */
  guint shared, named;
  GArray *months; /* (nullable) of NpLinkMonth */
} NpLinkPair;

typedef struct _NpLinkTable NpLinkTable;

struct _NpLinkTable
{
  NpTopicTree *tree;
  NpNameFinder *finder;
  GHashTable *numbers; /* char* key of a topic → number */
  GPtrArray *topics;   /* of NpLinkTopic, by number */
  GHashTable *pairs;   /* NpLinkPair, by its key */
  GHashTable *words;   /* char* → number of the word, from 1 */
  GPtrArray *spelled;  /* char* by the number */
  GArray *spread;      /* of guint, by the number: how many stories have the word */
  GArray *months;      /* (nullable) of NpLinkMonth: all stories */
  guint n_stories;
};

NpLinkTable *np_link_table_new (NpTopicTree *tree);
void np_link_table_free (NpLinkTable *self);
const NpLinkTopic *np_link_table_get (const NpLinkTable *self, guint number);
NpLinkPair *np_link_table_find (const NpLinkTable *self, guint a, guint b);
gboolean np_link_table_is_inside (const NpLinkTable *self, guint a, guint b);
GArray *np_link_table_list_topics (const NpLinkTable *self, const char *const *keys);
GArray *np_link_table_list_named (const NpLinkTable *self, GArray *tokens);
GArray *np_link_table_list_words (NpLinkTable *self, GArray *tokens);
void np_link_table_count (NpLinkTable *self, guint month, GArray *topics, GArray *named, GArray *words, gboolean on);

G_END_DECLS
