#include "ui/list/np-story-selection.h"

/* More than this are not looked for one by one when the list changed. */
#define MAX_RESTORED 500

/* A change that was done takes its stories out of the list within this time, in microseconds, or not at all. */
#define FOLLOW_TIME (3 * G_USEC_PER_SEC)

struct _NpStorySelection
{
  GObject parent_instance;
  NpStoryList *stories;
  GtkMultiSelection *model;
  GPtrArray *ids;      /* char*: of the stories that were selected last */
  char *wanted;        /* a story to select as soon as it is in the list */
  guint position;      /* of the first selected row, from before it went */
  gint64 follow_until; /* the user took the selected stories away: until then, go on to the next */
  gboolean restoring;  /* the selection is set by this, not by the user */
};

G_DEFINE_FINAL_TYPE (NpStorySelection, np_story_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SCROLL_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
np_story_selection_finalize (GObject *object)
{
  NpStorySelection *self = NP_STORY_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->stories);
  g_ptr_array_unref (self->ids);
  g_free (self->wanted);
  G_OBJECT_CLASS (np_story_selection_parent_class)->finalize (object);
}

static void
np_story_selection_class_init (NpStorySelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_story_selection_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", NP_TYPE_STORY_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SCROLL_TO] = g_signal_new ("scroll-to", NP_TYPE_STORY_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
np_story_selection_init (NpStorySelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/* Reads what is selected now. */
static void
take_ids (NpStorySelection *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  GtkBitsetIter iter;
  guint position;

  g_ptr_array_set_size (self->ids, 0);
  if (!gtk_bitset_iter_init_first (&iter, selected, &position))
    return;
  self->position = position;
  do
    {
      g_autoptr (NpStory) story = g_list_model_get_item (G_LIST_MODEL (self->model), position);

      if (story != NULL)
        g_ptr_array_add (self->ids, g_strdup (np_story_get_id (story)));
    }
  while (self->ids->len < MAX_RESTORED && gtk_bitset_iter_next (&iter, &position));
}

static void
selection_changed_cb (NpStorySelection *self)
{
  if (self->restoring)
    return;
  g_clear_pointer (&self->wanted, g_free);
  take_ids (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
select_only (NpStorySelection *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
  g_signal_emit (self, signals[SIGNAL_SCROLL_TO], 0, position);
}

static gboolean
select_wanted (NpStorySelection *self)
{
  guint position = self->wanted != NULL ? np_story_list_find (self->stories, self->wanted) : G_MAXUINT;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return FALSE;
  g_clear_pointer (&self->wanted, g_free);
  select_only (self, position);
  return TRUE;
}

/* Selects again the rows of the stories that were selected. Gives whether any of them is there. */
static gboolean
restore (NpStorySelection *self)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty (), mask = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < self->ids->len; i++)
    {
      guint position = np_story_list_find (self->stories, self->ids->pdata[i]);

      if (position < n)
        gtk_bitset_add (selected, position);
    }
  if (gtk_bitset_is_empty (selected))
    return FALSE;
  mask = gtk_bitset_new_range (0, n);
  self->restoring = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->model), selected, mask);
  self->restoring = FALSE;
  self->position = gtk_bitset_get_minimum (selected);
  return TRUE;
}

static void
items_changed_cb (NpStorySelection *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_selected = np_story_selection_get_n (self);

  if (select_wanted (self) || self->ids->len == 0)
    return;
  if (n_selected > 0 && n_selected == self->ids->len)
    {
      g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));

      self->position = gtk_bitset_get_minimum (selected);
      return;
    }
  if (restore (self))
    take_ids (self);
  else if (g_get_monotonic_time () < self->follow_until && n > 0 && removed > 0)
    {
      self->follow_until = 0;
      select_only (self, MIN (self->position, n - 1));
      return;
    }
  else if (n_selected == 0)
    g_ptr_array_set_size (self->ids, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
loading_cb (NpStorySelection *self)
{
  if (!np_story_list_is_loading (self->stories))
    select_wanted (self);
}

/**
 * np_story_selection_new:
 * @stories: the list
 *
 * Returns: (transfer full): a selection in @stories, empty at first
 */
NpStorySelection *
np_story_selection_new (NpStoryList *stories)
{
  NpStorySelection *self = g_object_new (NP_TYPE_STORY_SELECTION, NULL);

  self->stories = g_object_ref (stories);
  self->model = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (stories)));
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (stories, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * np_story_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the model for a list view
 */
GtkMultiSelection *
np_story_selection_get_model (NpStorySelection *self)
{
  g_return_val_if_fail (NP_IS_STORY_SELECTION (self), NULL);

  return self->model;
}

/**
 * np_story_selection_list:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type NpStory): the stories that are selected, from the top
 */
GPtrArray *
np_story_selection_list (NpStorySelection *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (NP_IS_STORY_SELECTION (self), list);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        NpStory *story = g_list_model_get_item (G_LIST_MODEL (self->model), position);

        if (story != NULL)
          g_ptr_array_add (list, story);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  return list;
}

/**
 * np_story_selection_get_n:
 * @self: a selection
 *
 * Returns: how many stories are selected
 */
guint
np_story_selection_get_n (NpStorySelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (NP_IS_STORY_SELECTION (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  return gtk_bitset_get_size (selected);
}

/**
 * np_story_selection_select:
 * @self: a selection
 * @id: (nullable): id of a story; `NULL` for none
 *
 * Selects one story, now or as soon as it comes into the list.
 */
void
np_story_selection_select (NpStorySelection *self, const char *id)
{
  g_return_if_fail (NP_IS_STORY_SELECTION (self));

  if (id == NULL)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->model));
      return;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  select_wanted (self);
}

/**
 * np_story_selection_step:
 * @self: a selection
 * @step: 1 for the story below, -1 for the one above
 *
 * Selects the next story; the first when none is selected.
 */
void
np_story_selection_step (NpStorySelection *self, int step)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint n, position = 0;

  g_return_if_fail (NP_IS_STORY_SELECTION (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  if (n == 0)
    return;
  if (!gtk_bitset_is_empty (selected))
    {
      position = step > 0 ? gtk_bitset_get_maximum (selected) : gtk_bitset_get_minimum (selected);
      if (step > 0 ? position + 1 >= n : position == 0)
        return;
      position = step > 0 ? position + 1 : position - 1;
    }
  select_only (self, position);
}

/**
 * np_story_selection_follow:
 * @self: a selection
 *
 * Announces that the user is about to take the selected stories out of the list: then the one after them is selected.
 * Without this, a story that leaves by itself leaves nothing selected, and what is read stays.
 */
void
np_story_selection_follow (NpStorySelection *self)
{
  g_return_if_fail (NP_IS_STORY_SELECTION (self));

  self->follow_until = self->ids->len > 0 ? g_get_monotonic_time () + FOLLOW_TIME : 0;
}
