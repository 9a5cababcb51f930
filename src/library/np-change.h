/* A change that the user makes, as a value: what is done, to what, and (once done) what was before. */
#pragma once

#include "model/np-article-fields.h"
#include "model/np-search.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

typedef enum
{
  NP_CHANGE_STAR,
  NP_CHANGE_UNSTAR,
  NP_CHANGE_ARCHIVE,
  NP_CHANGE_UNARCHIVE,
  NP_CHANGE_READ,
  NP_CHANGE_UNREAD,
  NP_CHANGE_TRASH,
  NP_CHANGE_RESTORE,
  NP_CHANGE_IMPORT,        /* undone by moving to the trash */
  NP_CHANGE_ADD_TOPIC,     /* topic: key; other: key of one that is taken off; name: further keys, one a line */
  NP_CHANGE_REMOVE_TOPIC,  /* topic: key */
  NP_CHANGE_EDIT,          /* one story: fields, as they are in an article */
  NP_CHANGE_KEEP_SEARCH,   /* search, position */
  NP_CHANGE_RENAME_SEARCH, /* search: its id and new name */
  NP_CHANGE_MOVE_SEARCH,   /* search: its id; position */
  NP_CHANGE_DROP_SEARCH,   /* search: its id */
  NP_CHANGE_NEW_TOPIC,     /* name, parent; stories, if any, get it */
  NP_CHANGE_RENAME_TOPIC,  /* topic, name */
  NP_CHANGE_MOVE_TOPIC,    /* topic, parent, position */
  NP_CHANGE_MERGE_TOPIC,   /* topic, other */
  NP_CHANGE_RELATE_TOPIC,  /* topic, other */
  NP_CHANGE_UNRELATE_TOPIC,
  NP_CHANGE_COLOR_TOPIC,   /* topic, name = the colour or NULL */
  NP_CHANGE_DROP_TOPIC,    /* topic; the stories keep the key, so undo brings all back */
  NP_CHANGE_UNMERGE_TOPIC, /* topic: the key that was merged */
  NP_CHANGE_HIDE_TOPIC,
  NP_CHANGE_UNHIDE_TOPIC,
  NP_CHANGE_DISMISS_TOPIC, /* topic, other: not related, and not to be found to be */
  NP_CHANGE_OTHER_TOPIC,   /* topic, other: not the same, however alike */
  NP_CHANGE_ADD_RULE,      /* topic, name = the search, other = one that it takes the place of; stories get the topic */
  NP_CHANGE_REMOVE_RULE,   /* topic, name = the search */
  NP_CHANGE_REEXTRACT,     /* stories, as their kept pages read now */
  NP_CHANGE_UPDATE,        /* a story, as its page was fetched anew */
  NP_CHANGE_RESTORE_VERSION /* a story; name = the file of the version that takes its place again */
} NpChangeKind;

#define NP_TYPE_CHANGE (np_change_get_type ())
G_DECLARE_FINAL_TYPE (NpChange, np_change, NP, CHANGE, GObject)

NpChange *np_change_new_for_stories (NpChangeKind kind, const char *const *ids);
NpChange *np_change_new_for_topic (NpChangeKind kind, const char *key, const char *const *ids);
NpChange *np_change_new_give_topics (const char *const *keys, const char *from, const char *const *ids);
NpChange *np_change_new_topic (const char *name, const char *parent, const char *const *ids);
NpChange *np_change_new_rename (const char *key, const char *name);
NpChange *np_change_new_move (const char *key, const char *parent, int position);
NpChange *np_change_new_pair (NpChangeKind kind, const char *key, const char *other);
NpChange *np_change_new_color (const char *key, const char *color);
NpChange *np_change_new_rule (NpChangeKind kind, const char *key, const char *search, const char *const *ids);
NpChange *np_change_new_rule_instead (const char *key, const char *old, const char *search, const char *const *ids);
NpChange *np_change_new_for_topics (NpChangeKind kind, const char *const *keys, const char *other, const char *name,
                                    int position);

NpChange *np_change_new_edit (const NpArticle *article, NpArticleFields fields);
NpChange *np_change_new_reextract (GPtrArray *articles);
NpChange *np_change_new_update (NpArticle *article);
NpChange *np_change_new_restore_version (const char *id, const char *file);
NpChange *np_change_new_keep_search (const NpSearch *search, int position);
NpChange *np_change_new_rename_search (const char *id, const char *name);
NpChange *np_change_new_move_search (const char *id, int position);
NpChange *np_change_new_drop_search (const char *id);
NpChangeKind np_change_get_kind (NpChange *self);
const char *const *np_change_get_stories (NpChange *self);
guint np_change_get_n_stories (NpChange *self);
const char *const *np_change_get_topics (NpChange *self);
const char *np_change_get_topic (NpChange *self);
const char *np_change_get_other (NpChange *self);
const char *np_change_get_name (NpChange *self);
NpArticleFields np_change_get_fields (NpChange *self);
const char *np_change_get_topic_name (NpChange *self);
const char *np_change_get_other_name (NpChange *self);

G_END_DECLS
