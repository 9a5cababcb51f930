/* A topic and its relations, as topics.json has them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NpTopic NpTopic;

/* A plain record; inside a NpTopicTree it is read-only for everyone but the tree. */
struct _NpTopic
{
  char *key;           /* stable: "north-korea"; never changes, whatever the name becomes */
  char *name;          /* "North Korea" */
  char *parent;        /* (nullable) key of the topic it is inside */
  int position;        /* among its siblings */
  char *color;         /* (nullable) "blue", "green", "yellow", "orange", "red", "purple", "brown", "gray" */
  char *merged_into;   /* (nullable) key: this is only an alias of that topic */
  GHashTable *related; /* char* key → char* why: "mine", … */
  char *unknown;       /* (nullable) JSON object: members this version does not know */
};

NpTopic *np_topic_new (const char *key, const char *name);
NpTopic *np_topic_copy (const NpTopic *topic);
void np_topic_free (NpTopic *topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTopic, np_topic_free)

G_END_DECLS
