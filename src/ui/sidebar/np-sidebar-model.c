#include "ui/sidebar/np-sidebar-model.h"

#include "base/np-text.h"
#include "ui/sidebar/np-sidebar-places.h"
#include "ui/sidebar/np-sidebar-sync.h"

#include <glib/gi18n.h>

struct _NpSidebarModel
{
  GObject parent_instance;
  NpLibrary *library;
  GHashTable *expanded; /* set of keys */
  GListStore *places;
  GListStore *root; /* places, while no topic is looked for; the heading; then the topics that are in no other */
  guint n_fixed;
  char *filter; /* (nullable) as np_text_fold() gives it: only topics that have it in their name are shown */
  gboolean show_hidden;
  gboolean anew;           /* the rows are those of another filter: what was seen of them before is gone */
  NpSidebarTopics *topics; /* (nullable) */
  GHashTable *known;       /* of key to NpSidebarItem */
  GtkTreeListModel *rows;
};

G_DEFINE_FINAL_TYPE (NpSidebarModel, np_sidebar_model, G_TYPE_OBJECT)

static guint updating_signal, updated_signal;

static void
np_sidebar_model_finalize (GObject *object)
{
  NpSidebarModel *self = NP_SIDEBAR_MODEL (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->root);
  g_clear_object (&self->places);
  g_clear_object (&self->library);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_pointer (&self->topics, np_sidebar_topics_free);
  g_hash_table_unref (self->known);
  g_free (self->filter);
  G_OBJECT_CLASS (np_sidebar_model_parent_class)->finalize (object);
}

static void
np_sidebar_model_class_init (NpSidebarModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_sidebar_model_finalize;
  updating_signal =
      g_signal_new ("updating", NP_TYPE_SIDEBAR_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  updated_signal =
      g_signal_new ("updated", NP_TYPE_SIDEBAR_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_sidebar_model_init (NpSidebarModel *self)
{
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->root = g_list_store_new (NP_TYPE_SIDEBAR_ITEM);
  self->places = np_sidebar_places_new ();
  self->known = np_sidebar_sync_new_known ();
}

/* A topic always has a model of children, if only an empty one: a leaf that gets its first child need not be made anew.
 */
static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListStore *children = np_sidebar_item_get_children (item);

  return children != NULL ? G_LIST_MODEL (g_object_ref (children)) : NULL;
}

/* While a topic is looked for, what is found stands right below what is typed. */
static void
show_places (NpSidebarModel *self, gboolean shown)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (shown == (self->n_fixed > 1))
    return;
  for (guint i = 0; i < n && shown; i++)
    {
      g_autoptr (NpSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (self->places), i);

      g_list_store_insert (self->root, i, item);
    }
  if (!shown)
    g_list_store_splice (self->root, 0, n, NULL, 0);
  self->n_fixed = shown ? n + 1 : 1;
}

static gboolean
sync_topics (NpSidebarModel *self, GHashTable *groups, GListStore *store, guint fixed, const char *parent)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *group = g_hash_table_lookup (groups, parent);
  GPtrArray *topics = group != NULL ? group : none;
  gboolean changed = np_sidebar_sync_store (store, fixed, topics, self->known);

  for (guint i = 0; i < topics->len; i++)
    {
      const NpTopic *topic = topics->pdata[i];
      g_autoptr (NpSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (store), fixed + i);

      np_sidebar_item_set_looks (item, topic->name, topic->color);
      np_sidebar_item_set_count (item, np_library_get_topic_count (self->library, topic->key));
      np_sidebar_item_set_expanded (item, self->filter != NULL || g_hash_table_contains (self->expanded, topic->key));
      changed |= sync_topics (self, groups, np_sidebar_item_get_children (item), 0, topic->key);
    }
  return changed;
}

/* Rows that were made anew are closed; those of open topics are opened, from the top down, and those that were open for
 * a filter closed. */
static void
sync_expanded (NpSidebarModel *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (NpSidebarItem) item = NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row));

      if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_TOPIC
          && !np_sidebar_item_get_expanded (item) != !gtk_tree_list_row_get_expanded (row))
        gtk_tree_list_row_set_expanded (row, np_sidebar_item_get_expanded (item));
    }
}

/* @opens: topics are open now that were closed, or the other way round. */
static void
sync_rows (NpSidebarModel *self, gboolean opens)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  g_autoptr (GHashTable) groups = NULL;

  if (!np_sidebar_topics_are_of (self->topics, tree))
    {
      g_clear_pointer (&self->topics, np_sidebar_topics_free);
      self->topics = np_sidebar_topics_new (tree);
      np_sidebar_sync_forget (self->known, tree);
    }
  groups = np_sidebar_sync_group (self->topics, self->filter, self->show_hidden);
  g_signal_emit (self, updating_signal, 0);
  show_places (self, self->filter == NULL);
  if (sync_topics (self, groups, self->root, self->n_fixed, "") || opens)
    sync_expanded (self);
  g_signal_emit (self, updated_signal, 0);
}

static void
topics_changed_cb (NpSidebarModel *self)
{
  sync_rows (self, FALSE);
}

static void
sync_topic_counts (NpSidebarModel *self, GListModel *store, guint from)
{
  for (guint i = from; i < g_list_model_get_n_items (store); i++)
    {
      g_autoptr (NpSidebarItem) item = g_list_model_get_item (store, i);

      np_sidebar_item_set_count (item, np_library_get_topic_count (self->library, np_sidebar_item_get_key (item)));
      sync_topic_counts (self, G_LIST_MODEL (np_sidebar_item_get_children (item)), 0);
    }
}

static void
counts_changed_cb (NpSidebarModel *self)
{
  NpCounts counts = { 0 };

  np_library_get_counts (self->library, &counts);
  np_sidebar_places_set_counts (self->places, &counts);
  sync_topic_counts (self, G_LIST_MODEL (self->root), self->n_fixed);
}

/**
 * np_sidebar_model_new:
 * @library: the library to follow
 * @expanded: (array zero-terminated=1): keys of the topics that are open
 *
 * Returns: (transfer full): the rows of the sidebar
 */
NpSidebarModel *
np_sidebar_model_new (NpLibrary *library, const char *const *expanded)
{
  NpSidebarModel *self = g_object_new (NP_TYPE_SIDEBAR_MODEL, NULL);
  g_autoptr (NpSidebarItem) heading = np_sidebar_item_new_heading (_ ("Topics"));

  self->library = g_object_ref (library);
  for (gsize i = 0; expanded[i] != NULL; i++)
    g_hash_table_add (self->expanded, g_strdup (expanded[i]));
  g_list_store_append (self->root, heading);
  self->n_fixed = 1;
  self->rows =
      gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->root)), FALSE, FALSE, create_children, NULL, NULL);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (topics_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (counts_changed_cb), self, G_CONNECT_SWAPPED);
  topics_changed_cb (self);
  counts_changed_cb (self);
  return self;
}

/**
 * np_sidebar_model_get_rows:
 * @self: a model
 *
 * Returns: (transfer none): the rows that are visible
 */
GtkTreeListModel *
np_sidebar_model_get_rows (NpSidebarModel *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_MODEL (self), NULL);

  return self->rows;
}

/**
 * np_sidebar_model_find_place:
 * @self: a model
 * @place: a place
 *
 * Returns: the position of its row; `GTK_INVALID_LIST_POSITION` while a topic is looked for
 */
guint
np_sidebar_model_find_place (NpSidebarModel *self, NpPlace place)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i + 1 < self->n_fixed; i++)
    {
      g_autoptr (NpSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (self->root), i);

      if (np_sidebar_item_get_place (item) == place)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * np_sidebar_model_find_topic:
 * @self: a model
 * @key: (nullable): key of a topic
 *
 * Returns: the position of its row, `GTK_INVALID_LIST_POSITION` when it is inside a closed topic or there is none
 */
guint
np_sidebar_model_find_topic (NpSidebarModel *self, const char *key)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = self->n_fixed; key != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (NpSidebarItem) item = NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row));

      if (g_strcmp0 (np_sidebar_item_get_key (item), key) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * np_sidebar_model_set_expanded:
 * @self: a model
 * @row: a row of it
 * @expanded: whether to show the topics inside
 *
 * Opens or closes a topic, and remembers it.
 */
void
np_sidebar_model_set_expanded (NpSidebarModel *self, GtkTreeListRow *row, gboolean expanded)
{
  g_autoptr (NpSidebarItem) item = NULL;
  const char *key;

  g_return_if_fail (NP_IS_SIDEBAR_MODEL (self) && GTK_IS_TREE_LIST_ROW (row));

  item = NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row));
  key = np_sidebar_item_get_key (item);
  if (key == NULL)
    return;
  if (expanded)
    g_hash_table_add (self->expanded, g_strdup (key));
  else
    g_hash_table_remove (self->expanded, key);
  np_sidebar_item_set_expanded (item, expanded);
  g_signal_emit (self, updating_signal, 0);
  gtk_tree_list_row_set_expanded (row, expanded);
  if (expanded)
    sync_expanded (self);
  g_signal_emit (self, updated_signal, 0);
}

/**
 * np_sidebar_model_set_filter:
 * @self: a model
 * @text: (nullable): what is typed
 *
 * Shows only topics whose name has @text, and those that they are inside of, all open, and no places. Nothing shows all
 * again.
 */
void
np_sidebar_model_set_filter (NpSidebarModel *self, const char *text)
{
  g_return_if_fail (NP_IS_SIDEBAR_MODEL (self));

  g_clear_pointer (&self->filter, g_free);
  if (!np_text_is_empty (text))
    self->filter = np_text_fold (text);
  self->anew = TRUE;
  sync_rows (self, TRUE);
  self->anew = FALSE;
}

/**
 * np_sidebar_model_is_anew:
 * @self: a model
 *
 * Returns: whether the rows that are being told are those of another filter, to be looked at from the top
 */
gboolean
np_sidebar_model_is_anew (NpSidebarModel *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_MODEL (self), FALSE);

  return self->anew;
}

/**
 * np_sidebar_model_toggle_hidden:
 * @self: a model
 *
 * Shows hidden topics too, or no more.
 */
void
np_sidebar_model_toggle_hidden (NpSidebarModel *self)
{
  g_return_if_fail (NP_IS_SIDEBAR_MODEL (self));

  self->show_hidden = !self->show_hidden;
  topics_changed_cb (self);
}

/**
 * np_sidebar_model_reveal_topic:
 * @self: a model
 * @key: key of a topic
 *
 * Opens the topics that @key is inside of.
 */
void
np_sidebar_model_reveal_topic (NpSidebarModel *self, const char *key)
{
  g_autoptr (NpTopicTree) tree = NULL;
  const NpTopic *topic;

  g_return_if_fail (NP_IS_SIDEBAR_MODEL (self) && key != NULL);

  tree = np_library_get_topics (self->library);
  topic = np_topic_tree_resolve (tree, key);
  for (guint i = 0; i < 1000 && topic != NULL && topic->parent != NULL; i++)
    {
      topic = np_topic_tree_resolve (tree, topic->parent);
      if (topic != NULL)
        g_hash_table_add (self->expanded, g_strdup (topic->key));
    }
  sync_rows (self, TRUE);
}

/**
 * np_sidebar_model_open_topic:
 * @self: a model
 * @key: key of a topic
 *
 * Opens @key and the topics that it is inside of.
 */
void
np_sidebar_model_open_topic (NpSidebarModel *self, const char *key)
{
  g_return_if_fail (NP_IS_SIDEBAR_MODEL (self) && key != NULL);

  g_hash_table_add (self->expanded, g_strdup (key));
  np_sidebar_model_reveal_topic (self, key);
}

/**
 * np_sidebar_model_dup_expanded:
 * @self: a model
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the topics that are open and still there
 */
char **
np_sidebar_model_dup_expanded (NpSidebarModel *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (NpTopicTree) tree = NULL;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (NP_IS_SIDEBAR_MODEL (self), NULL);

  tree = np_library_get_topics (self->library);
  g_hash_table_iter_init (&iter, self->expanded);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (np_topic_tree_get (tree, key) != NULL)
      g_strv_builder_add (keys, key);
  return g_strv_builder_end (keys);
}
