#include "ui/sidebar/np-sidebar-selection.h"

/* A view makes and measures widgets for the first 205 rows that it is told of, seen or not. Of rows that are all new it
 * is told these first, more than a window shows, and as many again with each of the frames after; beyond MANY it makes
 * no more of them. */
#define FEW   24
#define MANY  256
#define FRAME 20 /* ms */

struct _NpSidebarSelection
{
  GObject parent_instance;
  GtkTreeListModel *rows;
  GtkBitset *selected;
  GHashTable *keys;      /* set of char*: of the selected topics, also of those whose rows are gone for a while */
  GPtrArray *before;     /* (nullable) of GtkTreeListRow: the rows that were told, while many changes are made one */
  NpSidebarModel *model; /* not owned: it is what emits */
  guint told;            /* how many rows the view knows: the first ones */
  guint tell_id;
};

static void list_iface_init (GListModelInterface *iface);
static void selection_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpSidebarSelection, np_sidebar_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_iface_init))

static NpSidebarItem *
dup_item (NpSidebarSelection *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, position);

  return row != NULL ? NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row)) : NULL;
}

static void
np_sidebar_selection_finalize (GObject *object)
{
  NpSidebarSelection *self = NP_SIDEBAR_SELECTION (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  gtk_bitset_unref (self->selected);
  g_hash_table_unref (self->keys);
  G_OBJECT_CLASS (np_sidebar_selection_parent_class)->finalize (object);
}

static void
np_sidebar_selection_class_init (NpSidebarSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_sidebar_selection_finalize;
}

static void
np_sidebar_selection_init (NpSidebarSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return NP_SIDEBAR_SELECTION (model)->told;
}

static gpointer
get_item (GListModel *model, guint position)
{
  NpSidebarSelection *self = NP_SIDEBAR_SELECTION (model);

  return position < self->told ? g_list_model_get_item (G_LIST_MODEL (self->rows), position) : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (NP_SIDEBAR_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (NP_SIDEBAR_SELECTION (model)->selected);
}

/* The rows of @from that are of @kind. */
static GtkBitset *
filter (NpSidebarSelection *self, const GtkBitset *from, NpSidebarKind kind)
{
  GtkBitset *found = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, from, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (NpSidebarItem) item = dup_item (self, position);

      if (item != NULL && np_sidebar_item_get_kind (item) == kind)
        gtk_bitset_add (found, position);
    }
  return found;
}

/* A place stands alone, and what was pressed last decides whether it is a place or topics; a heading is neither. */
static GtkBitset *
allow (NpSidebarSelection *self, const GtkBitset *wanted)
{
  g_autoptr (GtkBitset) topics = filter (self, wanted, NP_SIDEBAR_TOPIC);
  g_autoptr (GtkBitset) places = filter (self, wanted, NP_SIDEBAR_PLACE);
  g_autoptr (GtkBitset) fresh = gtk_bitset_copy (places);
  guint place;

  gtk_bitset_subtract (fresh, self->selected);
  if (gtk_bitset_is_empty (places) || (gtk_bitset_is_empty (fresh) && !gtk_bitset_is_empty (topics))
      || gtk_bitset_get_size (topics) > 1)
    return g_steal_pointer (&topics);
  place = gtk_bitset_get_minimum (gtk_bitset_is_empty (fresh) ? places : fresh);
  gtk_bitset_remove_all (fresh);
  gtk_bitset_add (fresh, place);
  return g_steal_pointer (&fresh);
}

static void
remember_keys (NpSidebarSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->keys);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (NpSidebarItem) item = dup_item (self, position);

      if (item != NULL && np_sidebar_item_get_key (item) != NULL)
        g_hash_table_add (self->keys, g_strdup (np_sidebar_item_get_key (item)));
    }
}

/* Swallows @now. */
static void
take (NpSidebarSelection *self, GtkBitset *now)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (now);

  gtk_bitset_difference (changed, self->selected);
  gtk_bitset_unref (self->selected);
  self->selected = now;
  remember_keys (self);
  if (!gtk_bitset_is_empty (changed))
    {
      guint first = gtk_bitset_get_minimum (changed), last = gtk_bitset_get_maximum (changed);

      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
    }
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  NpSidebarSelection *self = NP_SIDEBAR_SELECTION (model);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected), kept = gtk_bitset_copy (self->selected);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (kept, mask);
  gtk_bitset_union (wanted, kept);
  take (self, allow (self, wanted));
  return TRUE;
}

static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* A topic that moved comes as another row: it is selected still. */
static void
move_selected (NpSidebarSelection *self, guint position, guint removed, guint added)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  for (guint i = position; g_hash_table_size (self->keys) > 0 && i < position + added; i++)
    {
      g_autoptr (NpSidebarItem) item = dup_item (self, i);

      if (item != NULL && np_sidebar_item_get_key (item) != NULL
          && g_hash_table_contains (self->keys, np_sidebar_item_get_key (item)))
        gtk_bitset_add (self->selected, i);
    }
}

static void
items_changed_cb (NpSidebarSelection *self, guint position, guint removed, guint added)
{
  if (self->before != NULL)
    return;
  move_selected (self, position, removed, added);
  self->told += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GPtrArray *
list_rows (NpSidebarSelection *self, guint n)
{
  GPtrArray *rows = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, gtk_tree_list_model_get_row (self->rows, i));
  return rows;
}

static guint
count_rows (NpSidebarSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* Until the model is up to date nothing is said of rows that come and go: a view makes and drops widgets at each change
 * that it is told, and a hundred changes cost a hundred times as much as one. */
static void
updating_cb (NpSidebarSelection *self)
{
  if (self->before != NULL)
    return;
  g_clear_handle_id (&self->tell_id, g_source_remove);
  gtk_bitset_remove_range_closed (self->selected, self->told, G_MAXUINT);
  self->before = list_rows (self, self->told);
}

static gboolean
tell_more_cb (gpointer user_data)
{
  NpSidebarSelection *self = user_data;
  guint from = self->told, n = count_rows (self) - from;

  n = from < MANY ? MIN (n, FEW) : n;
  self->told += n;
  g_list_model_items_changed (G_LIST_MODEL (self), from, 0, n);
  if (self->told < count_rows (self))
    return G_SOURCE_CONTINUE;
  self->tell_id = 0;
  return G_SOURCE_REMOVE;
}

/* Tells all that changed since then as one. */
static void
tell (NpSidebarSelection *self, GPtrArray *before)
{
  g_autoptr (GPtrArray) now = list_rows (self, count_rows (self));
  guint head = 0, tail = 0, least = MIN (before->len, now->len);

  while (head < least && before->pdata[head] == now->pdata[head])
    head++;
  while (tail < least - head && before->pdata[before->len - 1 - tail] == now->pdata[now->len - 1 - tail])
    tail++;
  if (head + tail < before->len || head + tail < now->len)
    items_changed_cb (self, head, before->len - head - tail, now->len - head - tail);
}

/* The same, and what is below what is seen a little later. */
static void
tell_first (NpSidebarSelection *self, GPtrArray *before)
{
  guint head = 0, n = count_rows (self);
  g_autoptr (GPtrArray) now = list_rows (self, MIN (n, before->len));

  while (head < now->len && before->pdata[head] == now->pdata[head])
    head++;
  move_selected (self, head, before->len - head, n - head);
  self->told = MIN (n, head + FEW);
  g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head, self->told - head);
  if (self->told < n)
    self->tell_id = g_timeout_add (FRAME, tell_more_cb, self);
}

static void
updated_cb (NpSidebarSelection *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->before);

  if (before != NULL && np_sidebar_model_is_anew (self->model))
    tell_first (self, before);
  else if (before != NULL)
    tell (self, before);
}

/**
 * np_sidebar_selection_new:
 * @model: the rows of the sidebar
 *
 * Returns: (transfer full): what is selected of them, nothing at first
 */
NpSidebarSelection *
np_sidebar_selection_new (NpSidebarModel *model)
{
  NpSidebarSelection *self = g_object_new (NP_TYPE_SIDEBAR_SELECTION, NULL);

  self->model = model;
  self->rows = g_object_ref (np_sidebar_model_get_rows (model));
  self->told = count_rows (self);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "updating", G_CALLBACK (updating_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * np_sidebar_selection_get_single:
 * @self: what is selected
 *
 * Returns: the position of the only row that is selected; `GTK_INVALID_LIST_POSITION` for none and for several
 */
guint
np_sidebar_selection_get_single (NpSidebarSelection *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return gtk_bitset_get_size (self->selected) == 1 ? gtk_bitset_get_minimum (self->selected)
                                                   : GTK_INVALID_LIST_POSITION;
}

/**
 * np_sidebar_selection_set_single:
 * @self: what is selected
 * @position: a row, or `GTK_INVALID_LIST_POSITION` for none
 *
 * Selects this row alone.
 */
void
np_sidebar_selection_set_single (NpSidebarSelection *self, guint position)
{
  GtkBitset *now;

  g_return_if_fail (NP_IS_SIDEBAR_SELECTION (self));

  now = gtk_bitset_new_empty ();
  if (position < count_rows (self))
    gtk_bitset_add (now, position);
  take (self, now);
}

/**
 * np_sidebar_selection_get_size:
 * @self: what is selected
 *
 * Returns: how many rows are selected
 */
guint
np_sidebar_selection_get_size (NpSidebarSelection *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_SELECTION (self), 0);

  return (guint) gtk_bitset_get_size (self->selected);
}

/**
 * np_sidebar_selection_dup_meant:
 * @self: what is selected
 * @key: the key of the topic that is pressed, carried or has the focus
 *
 * What is done to a topic is done to all that are selected with it; one that is not selected stands for itself. Topics
 * that are selected and whose rows are not there now are left alone.
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of topics from the top down, at least one
 */
char **
np_sidebar_selection_dup_meant (NpSidebarSelection *self, const char *key)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean found = FALSE;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (NP_IS_SIDEBAR_SELECTION (self) && key != NULL, NULL);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (NpSidebarItem) item = dup_item (self, position);

      if (item == NULL || np_sidebar_item_get_key (item) == NULL)
        continue;
      g_strv_builder_add (keys, np_sidebar_item_get_key (item));
      found |= g_str_equal (np_sidebar_item_get_key (item), key);
    }
  if (!found)
    {
      const char *const one[] = { key, NULL };

      return g_strdupv ((char **) one);
    }
  return g_strv_builder_end (keys);
}
