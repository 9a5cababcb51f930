/* All topics of a library: a forest by parent, plus aliases and relations. Pure; changes nothing outside itself.
 * A tree is shared as a frozen snapshot between threads: to change one, copy it, change the copy, hand that on. */
#pragma once

#include "model/np-topic.h"

G_BEGIN_DECLS

typedef struct _NpTopicTree NpTopicTree;

#define NP_TYPE_TOPIC_TREE (np_topic_tree_get_type ())
GType np_topic_tree_get_type (void) G_GNUC_CONST;

typedef enum
{
  NP_TOPIC_ERROR_UNKNOWN, /* no topic of that name or key */
  NP_TOPIC_ERROR_EXISTS,  /* the name is another topic's */
  NP_TOPIC_ERROR_CYCLE,   /* a topic inside itself */
  NP_TOPIC_ERROR_NAME     /* no usable name */
} NpTopicError;

/* What was said of two topics. */
typedef enum
{
  NP_TOPIC_UNRELATED, /* nothing */
  NP_TOPIC_RELATED,
  NP_TOPIC_DISMISSED
} NpTopicRelation;

#define NP_TOPIC_ERROR (np_topic_error_quark ())
GQuark np_topic_error_quark (void);

NpTopicTree *np_topic_tree_new (void);
NpTopicTree *np_topic_tree_ref (NpTopicTree *tree);
void np_topic_tree_unref (NpTopicTree *tree);
NpTopicTree *np_topic_tree_copy (const NpTopicTree *tree);

const NpTopic *np_topic_tree_get (const NpTopicTree *tree, const char *key);
const NpTopic *np_topic_tree_resolve (const NpTopicTree *tree, const char *key);
const NpTopic *np_topic_tree_find (const NpTopicTree *tree, const char *name_or_key);
GPtrArray *np_topic_tree_list_all (const NpTopicTree *tree);
GPtrArray *np_topic_tree_list_children (const NpTopicTree *tree, const char *parent);
GPtrArray *np_topic_tree_list_keys (const NpTopicTree *tree);
GPtrArray *np_topic_tree_list_keys_below (const NpTopicTree *tree, const char *key);
guint np_topic_tree_get_size (const NpTopicTree *tree);
gboolean np_topic_tree_is_below (const NpTopicTree *tree, const char *key, const char *ancestor);
GHashTable *np_topic_tree_get_dropped (const NpTopicTree *tree);
const char *np_topic_tree_get_unknown (const NpTopicTree *tree);

void np_topic_tree_put (NpTopicTree *tree, NpTopic *topic);
void np_topic_tree_remove (NpTopicTree *tree, const char *key);
void np_topic_tree_drop (NpTopicTree *tree, const char *key);
void np_topic_tree_set_unknown (NpTopicTree *tree, const char *json);
const NpTopic *np_topic_tree_add (NpTopicTree *tree, const char *name, const char *parent, GError **error);
gboolean np_topic_tree_rename (NpTopicTree *tree, const char *key, const char *name, GError **error);
gboolean np_topic_tree_move (NpTopicTree *tree, const char *key, const char *parent, int position, GError **error);
gboolean np_topic_tree_merge (NpTopicTree *tree, const char *key, const char *into, GError **error);
gboolean np_topic_tree_relate (NpTopicTree *tree, const char *a, const char *b, const char *why, GError **error);
gboolean np_topic_tree_set_color (NpTopicTree *tree, const char *key, const char *color, GError **error);
gboolean np_topic_tree_set_hidden (NpTopicTree *tree, const char *key, gboolean hidden, GError **error);
gboolean np_topic_tree_set_rule (NpTopicTree *tree, const char *key, const char *search, gboolean on, GError **error);

gboolean np_topic_tree_dismiss (NpTopicTree *tree, const char *a, const char *b, GError **error);
gboolean np_topic_tree_set_other (NpTopicTree *tree, const char *a, const char *b, gboolean other, GError **error);
NpTopicRelation np_topic_tree_find_relation (const NpTopicTree *tree, const char *a, const char *b);
gboolean np_topic_tree_is_other (const NpTopicTree *tree, const char *a, const char *b);
const NpTopic *np_topic_tree_find_alias (const NpTopicTree *tree, const char *name_or_key);
GPtrArray *np_topic_tree_list_aliases (const NpTopicTree *tree, const char *key);
gboolean np_topic_tree_unmerge (NpTopicTree *tree, const char *alias, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTopicTree, np_topic_tree_unref)

G_END_DECLS
