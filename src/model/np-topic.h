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
  gboolean hidden;     /* not in the sidebar unless asked for; its stories stay as they are */
  GHashTable *related; /* char* key → char* why: "mine", … */
  GHashTable *apart;   /* set of char* key: not to be offered as related any more */
  GHashTable *other;   /* set of char* key: not the same as this, however alike the names are */
  GPtrArray *rules;    /* char* searches: a story that is imported and found by one of them gets this topic */
  char *unknown;       /* (nullable) JSON object: members this version does not know */
};

NpTopic *np_topic_new (const char *key, const char *name);
NpTopic *np_topic_copy (const NpTopic *topic);
void np_topic_free (NpTopic *topic);
gboolean np_topic_equal (const NpTopic *a, const NpTopic *b);
gboolean np_topic_names_equal (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTopic, np_topic_free)

G_END_DECLS
