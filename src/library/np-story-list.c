#include "library/np-story-list.h"

#include "library/np-story-list-state.h"
#include "library/np-story-search.h"

/* Stories are kept while somebody has them, and up to this number besides. */
#define CACHE_SIZE 1000

/* Who looks at a story looks at its neighbours next. */
#define PORTION 32

struct _NpStoryList
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpQuery *query;
  GArray *rows;      /* gint64: the index's numbers in order */
  GHashTable *cache; /* gint64* → NpStory: the stories that were looked at */
  GCancellable *cancellable;
  gboolean loading;
  gboolean again; /* something changed while the rows were being found */
};

typedef enum
{
  PROP_LOADING = 1,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

static void np_story_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpStoryList, np_story_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, np_story_list_model_init))

static void
np_story_list_dispose (GObject *object)
{
  NpStoryList *self = NP_STORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (np_story_list_parent_class)->dispose (object);
}

static void
np_story_list_finalize (GObject *object)
{
  NpStoryList *self = NP_STORY_LIST (object);

  g_clear_pointer (&self->query, np_query_unref);
  g_array_unref (self->rows);
  g_hash_table_unref (self->cache);
  G_OBJECT_CLASS (np_story_list_parent_class)->finalize (object);
}

static void
np_story_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, NP_STORY_LIST (object)->loading);
      break;
    case N_PROPS:
      break;
    }
}

static void
np_story_list_class_init (NpStoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = np_story_list_dispose;
  object_class->finalize = np_story_list_finalize;
  object_class->get_property = np_story_list_get_property;
  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
np_story_list_init (NpStoryList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static GType
get_item_type (GListModel *model)
{
  return NP_TYPE_STORY;
}

static guint
get_n_items (GListModel *model)
{
  return NP_STORY_LIST (model)->rows->len;
}

static gboolean
is_unused (gpointer row, gpointer story, gpointer user_data)
{
  return G_OBJECT (story)->ref_count == 1;
}

/* Takes @story. */
static void
remember (NpStoryList *self, NpStory *story)
{
  gint64 row = np_story_get_row (story);

  g_hash_table_insert (self->cache, g_memdup2 (&row, sizeof row), story);
}

static gboolean
is_cached (NpStoryList *self, gint64 row)
{
  return g_hash_table_contains (self->cache, &row);
}

/* Reads the stories around @position that are not at hand. A story whose row cannot be read stays a row: a list whose
 * items vanish while they are looked at confuses its view. */
static void
read_portion (NpStoryList *self, guint position)
{
  guint from = position - position % PORTION, to = MIN (from + PORTION, self->rows->len);
  gint64 rows[PORTION];
  guint n_rows = 0;
  g_autoptr (GPtrArray) stories = NULL;

  if (g_hash_table_size (self->cache) >= CACHE_SIZE)
    g_hash_table_foreach_remove (self->cache, is_unused, NULL);
  for (guint i = from; i < to; i++)
    if (!is_cached (self, g_array_index (self->rows, gint64, i)))
      rows[n_rows++] = g_array_index (self->rows, gint64, i);
  stories = self->catalog != NULL
                ? np_index_list_stories (np_catalog_get_index (self->catalog), rows, n_rows, self->query, NULL)
                : g_ptr_array_new ();
  for (guint i = 0; i < stories->len; i++)
    remember (self, g_object_ref (stories->pdata[i]));
  if (!is_cached (self, g_array_index (self->rows, gint64, position)))
    remember (self, np_story_new (
                        &(NpStoryInit){ .row = g_array_index (self->rows, gint64, position), .id = "", .path = "" }));
}

static gpointer
get_item (GListModel *model, guint position)
{
  NpStoryList *self = NP_STORY_LIST (model);
  gint64 row;

  if (position >= self->rows->len)
    return NULL;
  row = g_array_index (self->rows, gint64, position);
  if (!is_cached (self, row))
    read_portion (self, position);
  return g_object_ref (g_hash_table_lookup (self->cache, &row));
}

static void
np_story_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_loading (NpStoryList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (np_story_search_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Replaces the rows; tells of the stretch between what the old and the new ones have in common at both ends. */
static void
set_rows (NpStoryList *self, GArray *rows, gboolean partial)
{
  const gint64 *old = (const gint64 *) (gpointer) self->rows->data, *new = (const gint64 *) (gpointer) rows->data;
  guint n_old = self->rows->len, n_new = rows->len, start = 0, end = 0;
  g_autoptr (GArray) previous = NULL;

  while (start < n_old && start < n_new && old[start] == new[start])
    start++;
  if (partial && start == n_new)
    return;
  while (end < n_old - start && end < n_new - start && old[n_old - 1 - end] == new[n_new - 1 - end])
    end++;
  previous = self->rows;
  self->rows = g_array_ref (rows);
  if (n_old - start - end > 0 || n_new - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start - end, n_new - start - end);
}

/* Those that nobody has yet are put where get_item() finds them. */
static void
remember_new (NpStoryList *self, GPtrArray *stories)
{
  for (guint i = 0; i < stories->len; i++)
    if (!is_cached (self, np_story_get_row (stories->pdata[i])))
      remember (self, g_object_ref (stories->pdata[i]));
}

static void
assign_stories (NpStoryList *self, GPtrArray *stories)
{
  for (guint i = 0; i < stories->len; i++)
    {
      gint64 row = np_story_get_row (stories->pdata[i]);
      NpStory *story = g_hash_table_lookup (self->cache, &row);

      if (story != NULL && story != stories->pdata[i])
        np_story_assign (story, stories->pdata[i]);
    }
}

static void find (NpStoryList *self, guint limit);

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NpStoryList *self = NP_STORY_LIST (source);
  NpStorySearch *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean first = search->limit == NP_STORY_SEARCH_PAGE;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_message ("the list cannot be read from the index: %s", error->message);
      set_loading (self, FALSE);
      if (self->again)
        np_story_list_refresh (self);
      return;
    }
  remember_new (self, search->stories);
  set_rows (self, search->rows, first && search->rows->len == NP_STORY_SEARCH_PAGE);
  assign_stories (self, search->stories);
  g_clear_object (&self->cancellable);
  if (first && search->rows->len == NP_STORY_SEARCH_PAGE)
    {
      find (self, G_MAXUINT);
      return;
    }
  set_loading (self, FALSE);
  if (self->again)
    np_story_list_refresh (self);
}

/* What nobody looks at any more is read again when somebody does: its words may be others by then. */
static GArray *
list_shown (NpStoryList *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_foreach_remove (self->cache, is_unused, NULL);
  g_hash_table_iter_init (&iter, self->cache);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_array_append_vals (shown, row, 1);
  return shown;
}

/* Starts to find the rows; a search that is under way is given up. */
static void
find (NpStoryList *self, guint limit)
{
  g_autoptr (GTask) task = NULL;
  NpStorySearch *search;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->again = FALSE;
  search = np_story_search_new (self->catalog, self->query, limit, list_shown (self));
  task = g_task_new (self, self->cancellable, on_found, NULL);
  g_task_set_source_tag (task, find);
  g_task_set_task_data (task, search, (GDestroyNotify) np_story_search_free);
  set_loading (self, TRUE);
  g_task_run_in_thread (task, search_thread);
}

/**
 * np_story_list_new:
 * @catalog: the library
 * @query: which stories in which order
 *
 * Returns: (transfer full): the list, empty until its rows are found
 */
NpStoryList *
np_story_list_new (NpCatalog *catalog, NpQuery *query)
{
  NpStoryList *self = g_object_new (NP_TYPE_STORY_LIST, NULL);

  self->catalog = g_object_ref (catalog);
  np_story_list_set_query (self, query);
  return self;
}

/**
 * np_story_list_refresh:
 * @self: a list
 *
 * Finds the rows again because stories changed. What stays keeps its item, and items that are looked at are brought up
 * to date in place, so that selection and scrolling stay too.
 */
void
np_story_list_refresh (NpStoryList *self)
{
  g_return_if_fail (NP_IS_STORY_LIST (self));

  if (self->loading)
    self->again = TRUE;
  else
    find (self, G_MAXUINT);
}

/**
 * np_story_list_set_query:
 * @self: a list
 * @query: which stories in which order
 *
 * Shows the stories of another query. The old rows stay until the first new ones are found.
 */
void
np_story_list_set_query (NpStoryList *self, NpQuery *query)
{
  g_return_if_fail (NP_IS_STORY_LIST (self) && query != NULL);

  if (self->query != NULL && np_query_equal (self->query, query))
    return;
  g_clear_pointer (&self->query, np_query_unref);
  self->query = np_query_ref (query);
  find (self, NP_STORY_SEARCH_PAGE);
}

/**
 * np_story_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): which stories it shows in which order
 */
NpQuery *
np_story_list_get_query (NpStoryList *self)
{
  g_return_val_if_fail (NP_IS_STORY_LIST (self), NULL);

  return self->query;
}

/**
 * np_story_list_is_loading:
 * @self: a list
 *
 * Returns: whether its rows are being found
 */
gboolean
np_story_list_is_loading (NpStoryList *self)
{
  g_return_val_if_fail (NP_IS_STORY_LIST (self), FALSE);

  return self->loading;
}

/**
 * np_story_list_find:
 * @self: a list
 * @id: the id of a story
 *
 * Returns: its position, `GTK_INVALID_LIST_POSITION` (`G_MAXUINT`) when it is not in the list
 */
guint
np_story_list_find (NpStoryList *self, const char *id)
{
  g_autoptr (NpStory) story = NULL;

  g_return_val_if_fail (NP_IS_STORY_LIST (self) && id != NULL, G_MAXUINT);

  story = np_index_find_story (np_catalog_get_index (self->catalog), id, NULL);
  for (guint i = 0; story != NULL && i < self->rows->len; i++)
    if (g_array_index (self->rows, gint64, i) == np_story_get_row (story))
      return i;
  return G_MAXUINT;
}
