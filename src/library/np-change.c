#include "library/np-change.h"

#include "library/np-change-variant.h"

struct _NpChange
{
  GObject parent_instance;
  NpChangeKind kind;
  char **stories;
  char *topic;
  char *other;
  char *name;
  char *topic_name;
  char *other_name;
  int position;
  NpArticleFields fields;
  NpArticle *article; /* (nullable) of an edit that is not done yet */
};

G_DEFINE_FINAL_TYPE (NpChange, np_change, G_TYPE_OBJECT)

static void
np_change_finalize (GObject *object)
{
  NpChange *self = NP_CHANGE (object);

  g_strfreev (self->stories);
  g_free (self->topic);
  g_free (self->other);
  g_free (self->name);
  g_free (self->topic_name);
  g_free (self->other_name);
  g_clear_pointer (&self->article, np_article_unref);
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

static NpChange *
change_new (NpChangeKind kind, const char *const *ids, const char *topic, const char *other, const char *name)
{
  static const char *const none[] = { NULL };
  NpChange *self = g_object_new (NP_TYPE_CHANGE, NULL);

  self->kind = kind;
  self->stories = g_strdupv ((char **) (ids != NULL ? ids : none));
  self->topic = g_strdup (topic);
  self->other = g_strdup (other);
  self->name = g_strdup (name);
  return self;
}

/**
 * np_change_new_for_stories:
 * @kind: `NP_CHANGE_STAR` … `NP_CHANGE_IMPORT`
 * @ids: (array zero-terminated=1): the stories
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_for_stories (NpChangeKind kind, const char *const *ids)
{
  g_return_val_if_fail (kind <= NP_CHANGE_IMPORT && ids != NULL, NULL);

  return change_new (kind, ids, NULL, NULL, NULL);
}

/**
 * np_change_new_for_topic:
 * @kind: `NP_CHANGE_ADD_TOPIC`, `NP_CHANGE_REMOVE_TOPIC` or `NP_CHANGE_DROP_TOPIC`
 * @key: the key of the topic
 * @ids: (nullable) (array zero-terminated=1): the stories, `NULL` for `NP_CHANGE_DROP_TOPIC`
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_for_topic (NpChangeKind kind, const char *key, const char *const *ids)
{
  g_return_val_if_fail (key != NULL, NULL);

  return change_new (kind, ids, key, NULL, NULL);
}

/**
 * np_change_new_topic:
 * @name: the name of the new topic; when there is a topic of that name, the stories get that one
 * @parent: (nullable): key of the topic it goes into
 * @ids: (nullable) (array zero-terminated=1): stories that get it
 *
 * Returns: (transfer full): a change, not yet done; once done, np_change_get_topic() is the key
 */
NpChange *
np_change_new_topic (const char *name, const char *parent, const char *const *ids)
{
  g_return_val_if_fail (name != NULL, NULL);

  return change_new (NP_CHANGE_NEW_TOPIC, ids, NULL, parent, name);
}

/**
 * np_change_new_rename:
 * @key: the key of the topic
 * @name: its new name
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_rename (const char *key, const char *name)
{
  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  return change_new (NP_CHANGE_RENAME_TOPIC, NULL, key, NULL, name);
}

/**
 * np_change_new_move:
 * @key: the key of the topic
 * @parent: (nullable): key of the topic it goes into, `NULL` for the top level
 * @position: its place among its new siblings from 0, -1 for the last
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_move (const char *key, const char *parent, int position)
{
  NpChange *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = change_new (NP_CHANGE_MOVE_TOPIC, NULL, key, parent, NULL);
  self->position = position;
  return self;
}

/**
 * np_change_new_pair:
 * @kind: `NP_CHANGE_MERGE_TOPIC` (@key into @other), `NP_CHANGE_RELATE_TOPIC` or `NP_CHANGE_UNRELATE_TOPIC`
 * @key: the key of a topic
 * @other: the key of another
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_pair (NpChangeKind kind, const char *key, const char *other)
{
  g_return_val_if_fail (key != NULL && other != NULL, NULL);

  return change_new (kind, NULL, key, other, NULL);
}

/**
 * np_change_new_color:
 * @key: the key of a topic
 * @color: (nullable): the name of a colour, see NpTopic
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_color (const char *key, const char *color)
{
  g_return_val_if_fail (key != NULL, NULL);

  return change_new (NP_CHANGE_COLOR_TOPIC, NULL, key, NULL, color);
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
  self = change_new (NP_CHANGE_EDIT, ids, NULL, NULL, NULL);
  self->fields = fields;
  self->article = np_article_copy (article);
  return self;
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
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return (const char *const *) self->stories;
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

  return g_strv_length (self->stories);
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
 *
 * Returns: (nullable) (transfer none): the story as an edit that is not done yet wants it
 */
const NpArticle *
np_change_get_article (NpChange *self)
{
  g_return_val_if_fail (NP_IS_CHANGE (self), NULL);

  return self->article;
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

  topic = np_topic_tree_resolve (tree, self->topic);
  other = np_topic_tree_resolve (tree, self->other);
  g_free (self->topic_name);
  self->topic_name = g_strdup (topic != NULL ? topic->name : NULL);
  g_free (self->other_name);
  self->other_name = g_strdup (other != NULL ? other->name : NULL);
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

  return g_variant_new ("(u^asmsmsmsmsmsiu)", (guint) self->kind, self->stories, self->topic, self->other, self->name,
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

  g_variant_get (variant, "(u^asmsmsmsmsmsiu)", &kind, &self->stories, &self->topic, &self->other, &self->name,
                 &self->topic_name, &self->other_name, &self->position, &fields);
  self->fields = (NpArticleFields) (fields & NP_ARTICLE_FIELDS_ALL);
  if (kind > NP_CHANGE_DROP_TOPIC)
    return NULL;
  self->kind = (NpChangeKind) kind;
  return g_steal_pointer (&self);
}
