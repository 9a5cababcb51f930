#include "library/np-change.h"

#include "library/np-change-variant.h"

struct _NpChange
{
  GObject parent_instance;
  NpChangeKind kind;
  char **subjects; /* ids of stories; of a change of topics that is about several: their keys */
  char *topic;
  char *other;
  char *name;
  char *topic_name;
  char *other_name;
  int position;
  NpArticleFields fields;
  GHashTable *wanted; /* (nullable) char* id → NpArticle*, of an edit or a new reading that is not done yet */
};

G_DEFINE_FINAL_TYPE (NpChange, np_change, G_TYPE_OBJECT)

static void
np_change_finalize (GObject *object)
{
  NpChange *self = NP_CHANGE (object);

  g_strfreev (self->subjects);
  g_free (self->topic);
  g_free (self->other);
  g_free (self->name);
  g_free (self->topic_name);
  g_free (self->other_name);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  G_OBJECT_CLASS (np_change_parent_class)->finalize (object);
}

static void
np_change_class_init (NpChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_change_finalize;
}

static void
np_change_init (NpChange *self)
{
}

/**
 * np_change_new_of:
 * @kind: what kind of change
 * @subjects: (nullable) (array zero-terminated=1): ids of stories, or keys of topics where np_change_takes_topics()
 * @topic: (nullable): a key
 * @other: (nullable): another
 * @name: (nullable): a name
 * @position: a place among siblings, -1 for the last
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_of (NpChangeKind kind, const char *const *subjects, const char *topic, const char *other,
                  const char *name, int position)
{
  static const char *const none[] = { NULL };
  NpChange *self = g_object_new (NP_TYPE_CHANGE, NULL);

  self->kind = kind;
  self->subjects = g_strdupv ((char **) (subjects != NULL ? subjects : none));
  self->topic = g_strdup (topic);
  self->other = g_strdup (other);
  self->name = g_strdup (name);
  self->position = position;
  return self;
}

/**
 * np_change_takes_topics:
 * @kind: a kind of change
 *
 * Returns: whether a change of this kind can be about several topics
 */
gboolean
np_change_takes_topics (NpChangeKind kind)
{
  return kind == NP_CHANGE_MOVE_TOPIC || kind == NP_CHANGE_MERGE_TOPIC || kind == NP_CHANGE_COLOR_TOPIC
         || kind == NP_CHANGE_DROP_TOPIC || kind == NP_CHANGE_HIDE_TOPIC || kind == NP_CHANGE_UNHIDE_TOPIC
         || kind == NP_CHANGE_RELATE_TOPIC;
}

/* Swallows @article. */
static void
want (NpChange *self, NpArticle *article)
{
  if (self->wanted == NULL)
    self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) np_article_unref);
  g_hash_table_replace (self->wanted, g_strdup (article->id), article);
}

/**
 * np_change_new_edit:
 * @article: a story as it is to be
 * @fields: which of its fields; the others stay as they are in the library
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_edit (const NpArticle *article, NpArticleFields fields)
{
  const char *ids[] = { NULL, NULL };
  NpChange *self;

  g_return_val_if_fail (article != NULL && article->id != NULL && fields != 0, NULL);

  ids[0] = article->id;
  self = np_change_new_of (NP_CHANGE_EDIT, ids, NULL, NULL, NULL, -1);
  self->fields = fields;
  want (self, np_article_copy (article));
  return self;
}

/**
 * np_change_new_reextract:
 * @articles: (element-type NpArticle): stories as they are to be; frozen from now on
 *
 * What somebody put right in a story stays, whatever the story here says of it.
 *
 * Returns: (transfer full): one change of them all, not yet done
 */
NpChange *
np_change_new_reextract (GPtrArray *articles)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  NpChange *self;

  g_return_val_if_fail (articles != NULL && articles->len > 0, NULL);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (ids, ((NpArticle *) articles->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  self = np_change_new_of (NP_CHANGE_REEXTRACT, (const char *const *) ids->pdata, NULL, NULL, NULL, -1);
  for (guint i = 0; i < articles->len; i++)
    want (self, np_article_ref (articles->pdata[i]));
  return self;
}

/**
 * np_change_new_update:
 * @article: a story as it is to be, read from its page as it is now; frozen from now on
 *
 * What somebody put right in it stays, whatever @article says of it.
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_update (NpArticle *article)
{
  const char *ids[] = { NULL, NULL };
  NpChange *self;

  g_return_val_if_fail (article != NULL && article->id != NULL, NULL);

  ids[0] = article->id;
  self = np_change_new_of (NP_CHANGE_UPDATE, ids, NULL, NULL, NULL, -1);
  want (self, np_article_ref (article));
  return self;
}

/**
 * np_change_is_of_topics:
 * @self: a change
 *
 * Returns: whether it changes topics, and not only what stories have of them
 */
gboolean
np_change_is_of_topics (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), FALSE);

  return self->kind >= NP_CHANGE_NEW_TOPIC && self->kind <= NP_CHANGE_REMOVE_RULE;
}

/**
 * np_change_get_kind:
 * @self: a change
 *
 * Returns: what kind of change it is
 */
NpChangeKind
np_change_get_kind (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NP_CHANGE_STAR);

  return self->kind;
}

/**
 * np_change_get_stories:
 * @self: a change
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the stories it is about; may be empty
 */
const char *const *
np_change_get_stories (NpChange *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return np_change_takes_topics (self->kind) ? none : (const char *const *) self->subjects;
}

/**
 * np_change_get_topics:
 * @self: a change
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of the topics when it is about several; else empty
 */
const char *const *
np_change_get_topics (NpChange *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return np_change_takes_topics (self->kind) ? (const char *const *) self->subjects : none;
}

/**
 * np_change_get_n_stories:
 * @self: a change
 *
 * Returns: how many stories it is about
 */
guint
np_change_get_n_stories (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), 0);

  return np_change_takes_topics (self->kind) ? 0 : g_strv_length (self->subjects);
}

/**
 * np_change_get_topic:
 * @self: a change
 *
 * Returns: (nullable): the key of the topic it is about; of a new topic once it is done
 */
const char *
np_change_get_topic (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->topic;
}

/**
 * np_change_get_other:
 * @self: a change
 *
 * Returns: (nullable): the key of the second topic: the parent, the one merged into, the one related to
 */
const char *
np_change_get_other (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->other;
}

/**
 * np_change_get_name:
 * @self: a change
 *
 * Returns: (nullable): the new name, or the new colour
 */
const char *
np_change_get_name (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->name;
}

/**
 * np_change_get_position:
 * @self: a change
 *
 * Returns: the new place among its siblings, -1 for the last
 */
int
np_change_get_position (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), -1);

  return self->position;
}

/**
 * np_change_get_fields:
 * @self: a change
 *
 * Returns: what an edit touches
 */
NpArticleFields
np_change_get_fields (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), (NpArticleFields) 0);

  return self->fields;
}

/**
 * np_change_get_article:
 * @self: a change
 * @id: the id of a story that it is about
 *
 * Returns: (nullable) (transfer none): the story as an edit or a new reading that is not done yet wants it
 */
const NpArticle *
np_change_get_article (NpChange *self, const char *id)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->wanted != NULL ? g_hash_table_lookup (self->wanted, id) : NULL;
}

/**
 * np_change_get_topic_name:
 * @self: a change
 *
 * Returns: (nullable): what the topic was called when the change was done
 */
const char *
np_change_get_topic_name (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->topic_name;
}

/**
 * np_change_get_other_name:
 * @self: a change
 *
 * Returns: (nullable): what the second topic was called when the change was done
 */
const char *
np_change_get_other_name (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->other_name;
}

/**
 * np_change_set_topic:
 * @self: a change that is being done
 * @key: the key of the topic that was made or found
 */
void
np_change_set_topic (NpChange *self, const char *key)
{
  g_autofree char *copy = g_strdup (key);

  g_return_if_fail (NP_IS_CHANGE (self));

  g_free (self->topic);
  self->topic = g_steal_pointer (&copy);
}

/**
 * np_change_set_names:
 * @self: a change that is being done
 * @name: (nullable): what it is about is called so
 * @other: (nullable): what the second thing that it is about is called
 */
void
np_change_set_names (NpChange *self, const char *name, const char *other)
{
  g_return_if_fail (NP_IS_CHANGE (self));

  g_free (self->topic_name);
  self->topic_name = g_strdup (name);
  g_free (self->other_name);
  self->other_name = g_strdup (other);
}

/**
 * np_change_remember_names:
 * @self: a change that is being done
 * @tree: the topics before it, or after it for a new topic
 *
 * Keeps the names that undo will be named by.
 */
void
np_change_remember_names (NpChange *self, const NpTopicTree *tree)
{
  const NpTopic *topic, *other;

  g_return_if_fail (NP_IS_CHANGE (self) && tree != NULL);

  topic = self->kind == NP_CHANGE_UNMERGE_TOPIC ? np_topic_tree_get (tree, self->topic)
                                                : np_topic_tree_resolve (tree, self->topic);
  other = np_topic_tree_resolve (tree, self->other);
  np_change_set_names (self, topic != NULL ? topic->name : NULL, other != NULL ? other->name : NULL);
}

/**
 * np_change_to_variant:
 * @self: a change
 *
 * Returns: (transfer floating): @self for the undo journal, of type `NP_CHANGE_VARIANT`
 */
GVariant *
np_change_to_variant (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return g_variant_new ("(u^asmsmsmsmsmsiu)", (guint) self->kind, self->subjects, self->topic, self->other, self->name,
                        self->topic_name, self->other_name, self->position, (guint) self->fields);
}

/**
 * np_change_new_from_variant:
 * @variant: of type `NP_CHANGE_VARIANT`
 *
 * Returns: (transfer full) (nullable): the change, `NULL` when it is of a kind this version does not know
 */
NpChange *
np_change_new_from_variant (GVariant *variant)
{
  g_autoptr (NpChange) self = g_object_new (NP_TYPE_CHANGE, NULL);
  guint kind, fields;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (NP_CHANGE_VARIANT)), NULL);

  g_variant_get (variant, "(u^asmsmsmsmsmsiu)", &kind, &self->subjects, &self->topic, &self->other, &self->name,
                 &self->topic_name, &self->other_name, &self->position, &fields);
  self->fields = (NpArticleFields) (fields & NP_ARTICLE_FIELDS_ALL);
  if (kind > NP_CHANGE_RESTORE_VERSION)
    return NULL;
  self->kind = (NpChangeKind) kind;
  return g_steal_pointer (&self);
}
