/* Finds topics that may be one and the same: by their names, with what speaks for it. Pure. */
#pragma once

#include "model/np-topic-tree.h"

G_BEGIN_DECLS

/* What speaks for two topics being one, the surest first. */
typedef enum
{
  NP_TWIN_SPELLING, /* but for case, accents, hyphens, points: "Kim Yong-chol", "Kim Yong Chol" */
  NP_TWIN_ORDER,    /* the same words: "Trade, steel", "Steel trade" */
  NP_TWIN_PLURAL,   /* "Summit", "Summits" */
  NP_TWIN_SHORT,    /* a word is cut short: "N. Korea", "North Korea" */
  NP_TWIN_ACRONYM,  /* "DPRK", "Democratic People's Republic of Korea" */
  NP_TWIN_WORDS,    /* the same in another language: "North Korea", "Nordkorea" */
  NP_TWIN_LETTERS   /* a letter or two: "Pyongyang", "Pyeongyang" */
} NpTwinWhy;

/* A plain record. */
typedef struct
{
  char *key;   /* the topic that would go */
  char *other; /* the one it would go into: that with more stories */
  char *name;  /* the name of the first that speaks for it, maybe of an alias */
  char *other_name;
  NpTwinWhy why;
} NpTopicTwins;

typedef guint (*NpTopicTwinsCount) (const char *key, gpointer user_data);

GPtrArray *np_topic_twins_find (const NpTopicTree *tree, NpTopicTwinsCount count, gpointer user_data);
gboolean np_topic_twins_compare (const char *a, const char *b, NpTwinWhy *why);
const char *np_twin_why_to_string (NpTwinWhy why);
void np_topic_twins_free (NpTopicTwins *twins);

G_END_DECLS
