#include "ui/list/np-list-page.h"

#include "base/np-text.h"
#include "ui/dialogs/np-add-popover.h"
#include "ui/list/np-import-box.h"
#include "ui/list/np-list-empty.h"
#include "ui/list/np-list-rows.h"
#include "ui/list/np-place-sort.h"
#include "ui/list/np-search-words.h"
#include "ui/list/np-story-menu.h"
#include "ui/np-format.h"
#include "ui/np-popup.h"

#include <glib/gi18n.h>

struct _NpListPage
{
  GtkWidget parent_instance;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkMenuButton *add_button;
  NpAddPopover *add_popover;
  GtkMenuButton *sort_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *hint;
  GtkProgressBar *rebuilding;
  NpImportBox *imports;
  GtkStack *stack;
  GtkWidget *waiting;
  AdwStatusPage *empty;
  GtkWidget *full;
  GtkListView *list;
  NpLibrary *library;
  NpSettings *settings;
  NpStoryList *stories;
  NpStorySelection *selection;
  NpListRows *rows;
  NpPlace place;
  char *topic;
  NpSort sort;
  gboolean ascending;
  gboolean by_relevance; /* while there are words to look for, until another order is chosen */
};

G_DEFINE_FINAL_TYPE (NpListPage, np_list_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SORT = 1,
  PROP_ASCENDING,
  N_PROPS
} Property;

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_STORY_ACTIVATED,
  SIGNAL_SAVED,
  SIGNAL_SEARCH_STARTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
name_of_place (NpPlace place)
{
  switch (place)
    {
    case NP_PLACE_INBOX:
      return _ ("Inbox");
    case NP_PLACE_STARRED:
      return _ ("Starred");
    case NP_PLACE_ARCHIVE:
      return _ ("Archive");
    case NP_PLACE_ALL:
      return _ ("All Stories");
    case NP_PLACE_TRASH:
      return _ ("Trash");
    }
  g_return_val_if_reached ("");
}

static void
update_title (NpListPage *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, self->topic);
  guint n = np_list_page_get_n_stories (self), selected = np_list_page_get_n_selected (self);
  g_autofree char *stories = np_format_stories (n), *text = NULL;

  adw_window_title_set_title (self->title, topic != NULL ? topic->name : name_of_place (self->place));
  if (selected > 1)
    text = g_strdup_printf (ngettext ("%u of %s selected", "%u of %s selected", selected), selected, stories);
  adw_window_title_set_subtitle (self->title, text != NULL ? text : stories);
}

static void
update_state (NpListPage *self)
{
  NpCounts counts = { 0 };

  update_title (self);
  if (np_list_page_get_n_stories (self) > 0)
    {
      gtk_stack_set_visible_child (self->stack, self->full);
      return;
    }
  if (np_story_list_is_loading (self->stories))
    return;
  np_library_get_counts (self->library, &counts);
  np_list_empty_describe (self->empty, np_story_list_get_query (self->stories), counts.all + counts.trash == 0);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
}

static void
update_query (NpListPage *self)
{
  const char *text = gtk_search_bar_get_search_mode (self->search_bar)
                         ? gtk_editable_get_text (GTK_EDITABLE (self->search_entry))
                         : NULL;
  g_autoptr (NpQuery) query = NULL;
  g_autofree char *hint = NULL;

  if (self->stories == NULL)
    return;
  query = np_query_new (self->place, self->topic, np_text_is_empty (text) ? NULL : text);
  query->sort = self->by_relevance && np_query_has_words (query) ? NP_SORT_RELEVANCE : self->sort;
  query->ascending = query->sort != NP_SORT_RELEVANCE && self->ascending;
  hint = np_search_words_for_mistakes (query);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  np_story_list_set_query (self->stories, query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  update_state (self);
}

static void
search_changed_cb (NpListPage *self)
{
  if (np_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    self->by_relevance = TRUE;
  update_query (self);
}

static void
search_mode_cb (NpListPage *self)
{
  self->by_relevance = TRUE;
  update_query (self);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    g_signal_emit (self, signals[SIGNAL_SEARCH_STARTED], 0);
}

static void
search_activate_cb (NpListPage *self)
{
  if (np_list_page_get_n_selected (self) == 0)
    np_story_selection_step (self->selection, 1);
  g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0);
}

static void
next_match_cb (NpListPage *self)
{
  np_list_page_step (self, 1);
}

static void
activate_cb (NpListPage *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0);
}

static void
pressed_cb (NpListPage *self)
{
  g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0);
}

static void
popup_menu (NpListPage *self, GtkWidget *row, double x, double y)
{
  g_autoptr (GPtrArray) stories = np_list_page_list_selected (self);
  g_autoptr (GMenuModel) menu = np_story_menu_new (stories);
  GdkRectangle at;

  if (np_popup_locate (row, GTK_WIDGET (self), &at))
    np_popup_open (np_popup_new_menu (menu), GTK_WIDGET (self),
                   &(GdkRectangle){ at.x + (int) x, at.y + (int) y, 1, 1 });
}

static void
menu_cb (NpListPage *self, NpStoryRow *row, double x, double y)
{
  popup_menu (self, GTK_WIDGET (row), x, y);
}

static gboolean
key_pressed_cb (NpListPage *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (np_list_page_get_n_selected (self) > 0 && focus != NULL)
    popup_menu (self, focus, 24, 24);
  return GDK_EVENT_STOP;
}

static void
saved_cb (NpListPage *self, const char *id, const char *title, gboolean already, gboolean last)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, title, already, last);
}

static void
rebuilding_cb (NpListPage *self, double progress)
{
  g_autofree char *text = g_strdup_printf (_ ("Reading the library: %d %%"), (int) (progress * 100));

  gtk_progress_bar_set_fraction (self->rebuilding, CLAMP (progress, 0, 1));
  gtk_progress_bar_set_text (self->rebuilding, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rebuilding), progress < 1);
}

static void
selection_changed_cb (NpListPage *self)
{
  update_title (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
scroll_to_cb (NpListPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
set_sort (NpListPage *self, const char *name)
{
  NpSort sort;

  if (!np_sort_from_string (name, &sort))
    return;
  self->by_relevance = sort == NP_SORT_RELEVANCE;
  if (sort != NP_SORT_RELEVANCE)
    {
      /* Newest first, A first, longest first. */
      self->ascending = sort != self->sort ? sort == NP_SORT_HEADLINE || sort == NP_SORT_SITE : self->ascending;
      self->sort = sort;
      np_place_sort_set (self->settings, self->place, self->topic, self->sort, self->ascending);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
    }
  update_query (self);
}

static void
set_ascending (NpListPage *self, gboolean ascending)
{
  if (self->ascending == ascending || self->settings == NULL)
    return;
  self->ascending = ascending;
  np_place_sort_set (self->settings, self->place, self->topic, self->sort, self->ascending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
  update_query (self);
}

static const char *
get_sort (NpListPage *self)
{
  return np_sort_to_string (self->stories != NULL ? np_story_list_get_query (self->stories)->sort : self->sort);
}

static void
np_list_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpListPage *self = NP_LIST_PAGE (object);

  switch ((Property) id)
    {
    case PROP_SORT:
      g_value_set_string (value, get_sort (self));
      break;
    case PROP_ASCENDING:
      g_value_set_boolean (value, self->ascending);
      break;
    case N_PROPS:
      break;
    }
}

static void
np_list_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpListPage *self = NP_LIST_PAGE (object);

  switch ((Property) id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    case PROP_ASCENDING:
      set_ascending (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
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
  g_clear_object (&self->settings);
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
  gtk_widget_class_bind_template_child (widget_class, NpListPage, title);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, back);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, add_popover);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, hint);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, rebuilding);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, imports);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, full);
  gtk_widget_class_bind_template_child (widget_class, NpListPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
np_list_page_class_init (NpListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = np_list_page_get_property;
  object_class->set_property = np_list_page_set_property;
  object_class->dispose = np_list_page_dispose;
  object_class->finalize = np_list_page_finalize;
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "published", flags);
  properties[PROP_ASCENDING] = g_param_spec_boolean ("ascending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (NP_TYPE_ADD_POPOVER);
  g_type_ensure (NP_TYPE_IMPORT_BOX);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "stories.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "stories.ascending", "ascending");
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STORY_ACTIVATED] =
      g_signal_new ("story-activated", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[SIGNAL_SEARCH_STARTED] =
      g_signal_new ("search-started", NP_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_list_page_init (NpListPage *self)
{
  self->place = NP_PLACE_INBOX;
  self->by_relevance = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
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
  self->settings = g_object_ref (settings);
  self->sort = np_place_sort_get (settings, self->place, NULL, &self->ascending);
  query->sort = self->sort;
  query->ascending = self->ascending;
  self->stories = np_library_list_stories (library, query);
  self->selection = np_story_selection_new (self->stories);
  self->rows = np_list_rows_new (library, changer, self->selection);
  g_signal_connect_object (self->stories, "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->stories, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "scroll-to", G_CALLBACK (scroll_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "rebuilding", G_CALLBACK (rebuilding_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, np_list_rows_get_factory (self->rows));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (np_story_selection_get_model (self->selection)));
  np_import_box_set_library (self->imports, library);
  np_add_popover_set_library (self->add_popover, library);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
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
  self->sort = np_place_sort_get (self->settings, place, topic, &self->ascending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASCENDING]);
  update_query (self);
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
 * np_list_page_start_search:
 * @self: a page
 *
 * Opens the search and puts the focus in it.
 */
void
np_list_page_start_search (NpListPage *self)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
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
 * np_list_page_set_capture:
 * @self: a page
 * @widget: the window
 *
 * Lets typing anywhere in @widget start a search.
 */
void
np_list_page_set_capture (NpListPage *self, GtkWidget *widget)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self));

  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}

/**
 * np_list_page_set_title_buttons:
 * @self: a page
 * @first: whether it is the first pane that is visible
 * @last: whether it is the last
 * @layout: (nullable): which of the window's buttons; `NULL` for all
 *
 * Shows what the header bar needs in this case: the window's buttons, the way back, the + of the sidebar.
 */
void
np_list_page_set_title_buttons (NpListPage *self, gboolean first, gboolean last, const char *layout)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self));

  adw_header_bar_set_decoration_layout (self->header, layout);
  adw_header_bar_set_show_start_title_buttons (self->header, first);
  adw_header_bar_set_show_end_title_buttons (self->header, last);
  gtk_widget_set_visible (self->back, first);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), first);
}

/**
 * np_list_page_open_add:
 * @self: a page
 *
 * Opens the popover to save stories.
 */
void
np_list_page_open_add (NpListPage *self)
{
  g_return_if_fail (NP_IS_LIST_PAGE (self));

  gtk_menu_button_popup (self->add_button);
}
