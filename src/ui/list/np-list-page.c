#include "ui/list/np-list-page.h"

#include "ui/list/np-import-box.h"
#include "ui/list/np-list-empty.h"
#include "ui/list/np-list-header.h"
#include "ui/list/np-list-order.h"
#include "ui/list/np-list-rows.h"
#include "ui/list/np-list-search.h"
#include "ui/list/np-rebuild-bar.h"

struct _NpListPage
{
  GtkWidget parent_instance;
  NpListHeader *header;
  NpListSearch *search;
  GtkProgressBar *rebuilding;
  NpImportBox *imports;
  GtkStack *stack;
  GtkWidget *waiting;
  AdwStatusPage *empty;
  GtkWidget *full;
  GtkListView *list;
  NpLibrary *library;
  NpStoryList *stories;
  NpStorySelection *selection;
  NpListRows *rows;
  NpListOrder *order;
  NpPlace place;
  char *topic;
  gboolean to_top; /* another question was asked: its answer is shown from its beginning */
};

G_DEFINE_FINAL_TYPE (NpListPage, np_list_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_STORY_ACTIVATED,
  SIGNAL_SAVED,
  SIGNAL_SEARCH_STARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_title (NpListPage *self)
{
  np_list_header_describe (self->header, self->place, self->topic, np_list_page_get_n_stories (self),
                           np_list_page_get_n_selected (self));
}

static void
update_state (NpListPage *self)
{
  NpCounts counts = { 0 };

  update_title (self);
  if (np_list_page_get_n_stories (self) > 0)
    {
      gtk_stack_set_visible_child (self->stack, self->full);
      if (self->to_top)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
      self->to_top = FALSE;
      return;
    }
  if (np_story_list_is_loading (self->stories))
    return;
  if (!np_library_get_counts (self->library, &counts))
    return; /* an empty place, or an empty library? */
  np_list_empty_describe (self->empty, np_story_list_get_query (self->stories), counts.all + counts.trash == 0);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
}

static void
update_query (NpListPage *self)
{
  g_autoptr (NpQuery) query = NULL;
  gboolean asked_again;

  if (self->stories == NULL)
    return;
  query = np_query_new (self->place, self->topic, np_list_search_get_text (self->search));
  np_list_order_apply (self->order, query);
  np_list_search_tell_mistakes (self->search, query);
  asked_again = np_query_equal (query, np_story_list_get_query (self->stories));
  np_story_list_set_query (self->stories, query);
  update_state (self);
  self->to_top = !asked_again;
}

static void
search_changed_cb (NpListPage *self)
{
  if (self->order != NULL && np_list_search_get_text (self->search) == NULL)
    np_list_order_prefer_relevance (self->order);
  update_query (self);
}

static void
search_mode_cb (NpListPage *self)
{
  if (self->order != NULL)
    np_list_order_prefer_relevance (self->order);
  update_query (self);
  if (np_list_search_get_active (self->search))
    g_signal_emit (self, signals[SIGNAL_SEARCH_STARTED], 0);
}

static void
search_activated_cb (NpListPage *self)
{
  if (np_list_page_get_n_selected (self) == 0)
    np_story_selection_step (self->selection, 1);
  g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0);
}

static void
search_next_cb (NpListPage *self)
{
  np_list_page_step (self, 1);
}

static void
pressed_cb (NpListPage *self)
{
  g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0);
}

static void
saved_cb (NpListPage *self, const char *id, const char *title, NpImportStep step, gboolean last)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, title, step, last);
}

static void
selection_changed_cb (NpListPage *self)
{
  update_title (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
np_list_page_dispose (GObject *object)
{
  NpListPage *self = NP_LIST_PAGE (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->stories);
  g_clear_object (&self->order);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_list_page_parent_class)->dispose (object);
}

static void
np_list_page_finalize (GObject *object)
{
  g_free (NP_LIST_PAGE (object)->topic);
  G_OBJECT_CLASS (np_list_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/list/np-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpListPage, header);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, search);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, rebuilding);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, imports);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, full);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
}

static void
np_list_page_class_init (NpListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = np_list_page_dispose;
  object_class->finalize = np_list_page_finalize;
  g_type_ensure (NP_TYPE_IMPORT_BOX);
  g_type_ensure (NP_TYPE_LIST_HEADER);
  g_type_ensure (NP_TYPE_LIST_SEARCH);
  bind_template (widget_class);
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STORY_ACTIVATED] =
      g_signal_new ("story-activated", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        4, G_TYPE_STRING, G_TYPE_STRING, NP_TYPE_IMPORT_STEP, G_TYPE_BOOLEAN);
  signals[SIGNAL_SEARCH_STARTED] =
      g_signal_new ("search-started", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_list_page_init (NpListPage *self)
{
  self->place = NP_PLACE_INBOX;
  gtk_widget_init_template (GTK_WIDGET (self));
  np_list_header_bind_search (self->header, self->search);
}

/**
 * np_list_page_set_library:
 * @self: a page without a library
 * @library: whose stories to show
 * @changer: does the changes
 * @settings: where the order of each place is kept
 *
 * Fills the page with the inbox; once.
 */
void
np_list_page_set_library (NpListPage *self, NpLibrary *library, NpChanger *changer, NpSettings *settings)
{
  g_autoptr (NpQuery) query = np_query_new (self->place, NULL, NULL);

  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->order = np_list_order_new (settings);
  np_list_order_apply (self->order, query);
  self->stories = np_library_list_stories (library, query);
  self->selection = np_story_selection_new (self->stories);
  self->rows = np_list_rows_new (library, changer, self->selection);
  g_signal_connect_object (self->stories, "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->stories, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "changed", G_CALLBACK (update_query), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  np_rebuild_bar_watch (self->rebuilding, library);
  np_list_rows_attach (self->rows, self->list, GTK_WIDGET (self));
  np_import_box_set_library (self->imports, library);
  np_list_header_set_library (self->header, library);
  np_list_header_set_order (self->header, self->order);
  update_state (self);
}

/**
 * np_list_page_show:
 * @self: a page with a library
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Shows the stories of another place or topic, in the order it had last. A search goes on in it.
 */
void
np_list_page_show (NpListPage *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->stories != NULL);

  self->place = place;
  g_free (self->topic);
  self->topic = g_strdup (topic);
  np_list_order_show (self->order, place, topic);
  np_list_rows_set_topic (self->rows, topic);
  update_query (self);
}

/**
 * np_list_page_show_search:
 * @self: a page with a library
 * @search: a search that is kept
 *
 * Shows what it finds, in its order, its words in the bar.
 */
void
np_list_page_show_search (NpListPage *self, const NpSearch *search)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->stories != NULL && search != NULL);

  np_list_search_show (self->search, search->text);
  np_list_page_show (self, search->place, search->topic);
  np_list_order_borrow (self->order, search->sort, search->ascending);
}

/**
 * np_list_page_get_topic:
 * @self: a page
 *
 * Returns: (nullable): the key of the topic whose stories are shown
 */
const char *
np_list_page_get_topic (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), NULL);

  return self->topic;
}

/**
 * np_list_page_list_selected:
 * @self: a page
 *
 * Returns: (transfer full) (element-type NpStory): the stories that are selected
 */
GPtrArray *
np_list_page_list_selected (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), NULL);

  return self->selection != NULL ? np_story_selection_list (self->selection)
                                 : g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * np_list_page_get_n_selected:
 * @self: a page
 *
 * Returns: how many stories are selected
 */
guint
np_list_page_get_n_selected (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), 0);

  return self->selection != NULL ? np_story_selection_get_n (self->selection) : 0;
}

/**
 * np_list_page_get_n_stories:
 * @self: a page
 *
 * Returns: how many stories are in the list
 */
guint
np_list_page_get_n_stories (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), 0);

  return self->stories != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->stories)) : 0;
}

/**
 * np_list_page_select:
 * @self: a page with a library
 * @id: (nullable): id of a story; `NULL` for none
 *
 * Selects a story, now or as soon as it comes into the list.
 */
void
np_list_page_select (NpListPage *self, const char *id)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->selection != NULL);

  np_story_selection_select (self->selection, id);
}

/**
 * np_list_page_step:
 * @self: a page with a library
 * @step: 1 for the story below, -1 for the one above
 *
 * Selects the next story.
 */
void
np_list_page_step (NpListPage *self, int step)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->selection != NULL);

  np_story_selection_step (self->selection, step);
}

/**
 * np_list_page_follow:
 * @self: a page with a library
 *
 * Announces a change of the user's that may take the selected stories out of the list: the next one is selected then.
 */
void
np_list_page_follow (NpListPage *self)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self) && self->selection != NULL);

  np_story_selection_follow (self->selection);
}

/**
 * np_list_page_focus_list:
 * @self: a page
 *
 * Puts the focus on the list.
 */
void
np_list_page_focus_list (NpListPage *self)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * np_list_page_get_header:
 * @self: a page
 *
 * Returns: (transfer none): its header bar
 */
NpListHeader *
np_list_page_get_header (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), NULL);

  return self->header;
}

/**
 * np_list_page_get_search:
 * @self: a page
 *
 * Returns: (transfer none): its search
 */
NpListSearch *
np_list_page_get_search (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), NULL);

  return self->search;
}

/**
 * np_list_page_get_query:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is shown, `NULL` without a library
 */
NpQuery *
np_list_page_get_query (NpListPage *self)
{
  g_return_val_if_fail (NP_IS_LIST_PAGE (self), NULL);

  return self->stories != NULL ? np_story_list_get_query (self->stories) : NULL;
}
