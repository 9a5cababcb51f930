#include "ui/sidebar/np-sidebar-item.h"

struct _NpSidebarItem
{
  GObject parent_instance;
  NpSidebarKind kind;
  NpPlace place;
  char *key;
  char *name;
  char *icon;
  char *color;
  guint count;
  gboolean expanded;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (NpSidebarItem, np_sidebar_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
np_sidebar_item_finalize (GObject *object)
{
  NpSidebarItem *self = NP_SIDEBAR_ITEM (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->icon);
  g_free (self->color);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (np_sidebar_item_parent_class)->finalize (object);
}

static void
np_sidebar_item_class_init (NpSidebarItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_sidebar_item_finalize;
  changed_signal =
      g_signal_new ("changed", NP_TYPE_SIDEBAR_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_sidebar_item_init (NpSidebarItem *self)
{
}

static void
emit_changed (NpSidebarItem *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
children_changed_cb (NpSidebarItem *self)
{
  emit_changed (self);
}

/**
 * np_sidebar_item_new_place:
 * @place: a place
 * @name: its name for people
 * @icon: the name of its icon
 *
 * Returns: (transfer full): its row
 */
NpSidebarItem *
np_sidebar_item_new_place (NpPlace place, const char *name, const char *icon)
{
  NpSidebarItem *self = g_object_new (NP_TYPE_SIDEBAR_ITEM, NULL);

  self->kind = NP_SIDEBAR_PLACE;
  self->place = place;
  self->name = g_strdup (name);
  self->icon = g_strdup (icon);
  return self;
}

/**
 * np_sidebar_item_new_heading:
 * @name: its words
 *
 * Returns: (transfer full): the row above the topics
 */
NpSidebarItem *
np_sidebar_item_new_heading (const char *name)
{
  NpSidebarItem *self = g_object_new (NP_TYPE_SIDEBAR_ITEM, NULL);

  self->kind = NP_SIDEBAR_HEADING;
  self->name = g_strdup (name);
  return self;
}

/**
 * np_sidebar_item_new_topic:
 * @key: key of a topic
 *
 * Returns: (transfer full): its row
 */
NpSidebarItem *
np_sidebar_item_new_topic (const char *key)
{
  NpSidebarItem *self = g_object_new (NP_TYPE_SIDEBAR_ITEM, NULL);

  self->kind = NP_SIDEBAR_TOPIC;
  self->place = NP_PLACE_ALL;
  self->key = g_strdup (key);
  self->children = g_list_store_new (NP_TYPE_SIDEBAR_ITEM);
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (children_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * np_sidebar_item_get_kind:
 * @self: a row
 *
 * Returns: what it is
 */
NpSidebarKind
np_sidebar_item_get_kind (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NP_SIDEBAR_HEADING);

  return self->kind;
}

/**
 * np_sidebar_item_get_place:
 * @self: a row
 *
 * Returns: its place; for a topic, all stories
 */
NpPlace
np_sidebar_item_get_place (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NP_PLACE_ALL);

  return self->place;
}

/**
 * np_sidebar_item_get_key:
 * @self: a row
 *
 * Returns: (nullable): the key of its topic
 */
const char *
np_sidebar_item_get_key (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NULL);

  return self->key;
}

/**
 * np_sidebar_item_get_name:
 * @self: a row
 *
 * Returns: (nullable): its name
 */
const char *
np_sidebar_item_get_name (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NULL);

  return self->name;
}

/**
 * np_sidebar_item_get_icon:
 * @self: a row
 *
 * Returns: (nullable): the name of its icon
 */
const char *
np_sidebar_item_get_icon (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NULL);

  return self->icon;
}

/**
 * np_sidebar_item_get_color:
 * @self: a row
 *
 * Returns: (nullable): the name of its topic's colour
 */
const char *
np_sidebar_item_get_color (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NULL);

  return self->color;
}

/**
 * np_sidebar_item_get_count:
 * @self: a row
 *
 * Returns: how many stories it has
 */
guint
np_sidebar_item_get_count (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), 0);

  return self->count;
}

/**
 * np_sidebar_item_get_children:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the topics inside its topic; `NULL` when it is no topic
 */
GListStore *
np_sidebar_item_get_children (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), NULL);

  return self->children;
}

/**
 * np_sidebar_item_get_expanded:
 * @self: a row
 *
 * Returns: whether the topics inside it are to be shown
 */
gboolean
np_sidebar_item_get_expanded (NpSidebarItem *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * np_sidebar_item_set_looks:
 * @self: a row
 * @name: its name
 * @color: (nullable): the name of its colour
 */
void
np_sidebar_item_set_looks (NpSidebarItem *self, const char *name, const char *color)
{
  g_return_if_fail (NP_IS_SIDEBAR_ITEM (self));

  if (g_strcmp0 (self->name, name) == 0 && g_strcmp0 (self->color, color) == 0)
    return;
  g_free (self->name);
  g_free (self->color);
  self->name = g_strdup (name);
  self->color = g_strdup (color);
  emit_changed (self);
}

/**
 * np_sidebar_item_set_count:
 * @self: a row
 * @count: how many stories it has
 */
void
np_sidebar_item_set_count (NpSidebarItem *self, guint count)
{
  g_return_if_fail (NP_IS_SIDEBAR_ITEM (self));

  if (self->count == count)
    return;
  self->count = count;
  emit_changed (self);
}

/**
 * np_sidebar_item_set_expanded:
 * @self: a row
 * @expanded: whether the topics inside it are to be shown
 */
void
np_sidebar_item_set_expanded (NpSidebarItem *self, gboolean expanded)
{
  g_return_if_fail (NP_IS_SIDEBAR_ITEM (self));

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  emit_changed (self);
}
