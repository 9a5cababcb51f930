/* What topics have to do with each other, counted from the stories: stories in common and when they were, names in
 * headlines, words. Counting is incremental, one story at a time; what the counts say is worked out when it is asked
 * for. Pure; for one thread at a time. */
#pragma once

#include "model/np-topic-tree.h"
#include "topics/np-name-finder.h"

G_BEGIN_DECLS

typedef struct _NpTopicLinks NpTopicLinks;
typedef struct _NpLinkTable NpLinkTable;

/* A month as a number that can be compared; 0 is none. */
#define NP_MONTH(year, month) ((guint) ((year) *12 + (month)))

/* One of the stories that are counted. */
typedef struct
{
  gint64 row;
  guint month;             /* NP_MONTH() of its publication, 0 when that is not known */
  const char *const *keys; /* of its topics */
  const char *headline;    /* (nullable) */
} NpLinkStory;

/* What one topic has to do with another, and why. A plain record. */
typedef struct
{
  char *key;
  double strength;       /* 0–1 */
  guint shared;          /* stories in common */
  guint month, in_month; /* the month with most of them, 0 for none, and how many those are */
  guint named;           /* headlines of the one that name the other */
  char **words;          /* (nullable) what headlines of both are about */
  gboolean mine;         /* somebody said so */
} NpTopicLink;

/* A topic on the map, and a line between two of them. Plain records. */
typedef struct
{
  const char *key; /* the links' own */
  guint stories;
} NpLinkNode;

typedef struct
{
  guint a, b; /* places of the nodes */
  double strength;
  gboolean mine;
} NpLinkEdge;

NpTopicLinks *np_topic_links_new (NpTopicTree *tree);
void np_topic_links_free (NpTopicLinks *self);
NpTopicTree *np_topic_links_get_tree (NpTopicLinks *self);
const NpLinkTable *np_topic_links_get_table (NpTopicLinks *self);
void np_topic_links_begin (NpTopicLinks *self);
void np_topic_links_put (NpTopicLinks *self, const NpLinkStory *story);
void np_topic_links_drop (NpTopicLinks *self, gint64 row);
void np_topic_links_end (NpTopicLinks *self);

GPtrArray *np_topic_links_list (NpTopicLinks *self, const char *key, guint limit);
void np_topic_links_map (NpTopicLinks *self, guint from, guint to, guint limit, GArray **nodes, GArray **edges);
void np_topic_links_get_months (NpTopicLinks *self, guint *first, guint *last);
void np_topic_links_get_usage (NpTopicLinks *self, const char *key, guint *named, guint *taken);
void np_topic_link_free (NpTopicLink *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTopicLinks, np_topic_links_free)

G_END_DECLS
