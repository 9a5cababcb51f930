#include "ui/reader/np-reader.h"

#include "ui/reader/np-reader-actions.h"
#include "ui/reader/np-reader-end.h"
#include "ui/reader/np-reader-find.h"
#include "ui/reader/np-reader-keeper.h"
#include "ui/reader/np-reader-loader.h"
#include "ui/reader/np-reader-look.h"
#include "ui/reader/np-reader-pages.h"
#include "ui/reader/np-reader-same.h"
#include "ui/reader/np-reader-style-button.h"
#include "ui/reader/np-reader-tools.h"
#include "ui/reader/np-reader-view.h"

struct _NpReader
{
  GtkWidget parent_instance;

  NpLibrary *library;
  NpReaderStyle *style;
  NpReaderKeeper *keeper;
  GtkWidget *box;
  GtkStack *stack; /* "empty", "loading", "error", "story" */
  GtkWidget *error_page;
  NpReaderView *view;
  NpReaderFind *find;
  NpReaderEnd *end;

  NpReaderTools *tools;
  NpReaderLoader *loader;
  NpArticle *article; /* (nullable) the story that the view shows */
};

G_DEFINE_FINAL_TYPE (NpReader, np_reader, GTK_TYPE_WIDGET)

enum
{
  OPEN_STORY,
  SEARCH_TOPIC,
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_STORY_ID = 1,
  PROP_ARTICLE
} NpReaderProperty;

static GParamSpec *properties[PROP_ARTICLE + 1];

/* --- one story after the other --- */

static void
forget_article (NpReader *self)
{
  np_reader_keeper_end (self->keeper);
  np_reader_tools_set_article (self->tools, NULL, FALSE);
  g_clear_pointer (&self->article, np_article_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

static void
show_empty (NpReader *self)
{
  forget_article (self);
  np_reader_find_stop (self->find);
  np_reader_view_show (self->view, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_error (const GError *error, gpointer user_data)
{
  NpReader *self = user_data;

  forget_article (self);
  np_reader_find_stop (self->find);
  np_reader_view_show (self->view, NULL);
  np_reader_pages_set_error (self->error_page, error);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
show_article (NpArticle *article, gpointer user_data)
{
  NpReader *self = user_data;
  gboolean same_story = self->article != NULL && g_strcmp0 (self->article->id, article->id) == 0;
  gboolean same_text = same_story && np_reader_same_text (self->article, article);
  double place = same_story ? np_reader_view_get_place (self->view) : article->place;

  if (!same_story)
    np_reader_keeper_end (self->keeper);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = np_article_ref (article);
  if (!same_text)
    {
      np_reader_end_clear (self->end);
      np_reader_view_show (self->view, article);
      np_reader_view_set_place (self->view, place);
    }
  else
    np_reader_view_show_highlights (self->view, article);
  np_reader_tools_set_article (self->tools, article, np_library_is_writable (self->library, NULL));
  gtk_stack_set_visible_child_name (self->stack, "story");
  if (!same_story)
    np_reader_keeper_begin (self->keeper, article);
  np_reader_end_show (self->end, article);
  np_reader_find_update (self->find);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

static void
show_loading (gpointer user_data)
{
  gtk_stack_set_visible_child_name (NP_READER (user_data)->stack, "loading");
}

static void
try_again (NpReader *self)
{
  np_reader_loader_again (self->loader);
}

/* --- what comes from the end of the story --- */

static void
on_changed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!np_library_do_finish (NP_LIBRARY (object), result, &error))
    g_message ("A change of a story's topics was not done: %s", error->message);
}

static void
on_change (NpReader *self, NpChange *change)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[CHANGE], 0, change, &handled);
  if (!handled)
    np_library_do_async (self->library, change, NULL, on_changed, NULL);
}

static void
on_marked (NpChange *change, gpointer user_data)
{
  on_change (user_data, change);
}

static void
on_search_topic (NpReader *self, const char *key)
{
  g_signal_emit (self, signals[SEARCH_TOPIC], 0, key);
}

static void
on_open_story (NpReader *self, const char *id)
{
  g_signal_emit (self, signals[OPEN_STORY], 0, id);
}

/* --- the parts --- */

static char *
find_file (const char *file, gpointer user_data)
{
  return np_library_get_file (NP_LIBRARY (user_data), file);
}

static GtkWidget *
make_story_page (NpReader *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->keeper = np_reader_keeper_new (self->library, self->view,
                                       gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  self->tools = np_reader_tools_new (GTK_WIDGET (self), self->library, self->view, scroller, on_marked, self);
  return np_reader_tools_get_page (self->tools);
}

static const NpReaderLoaderFuncs loader_funcs = { show_article, show_error, show_loading };

static void
make_parts (NpReader *self)
{
  GtkStack *stack;

  self->view = NP_READER_VIEW (np_reader_view_new (self->style));
  self->end = np_reader_end_new (self->library);
  self->find = NP_READER_FIND (np_reader_find_new (self->view));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->error_page = np_reader_pages_new_error (G_CALLBACK (try_again), self);
  stack = self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (stack, np_reader_pages_new_empty (self->library), "empty");
  gtk_stack_add_named (stack, np_reader_pages_new_loading (), "loading");
  gtk_stack_add_named (stack, self->error_page, "error");
  gtk_stack_add_named (stack, make_story_page (self), "story");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->find));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->loader = np_reader_loader_new (self->library, &loader_funcs, self);
}

static void
connect_parts (NpReader *self)
{
  np_reader_view_set_find_file (self->view, find_file, self->library);
  np_reader_view_set_end (self->view, GTK_WIDGET (self->end));
  g_signal_connect_swapped (self->end, "change", G_CALLBACK (on_change), self);
  g_signal_connect_swapped (self->end, "search-topic", G_CALLBACK (on_search_topic), self);
  g_signal_connect_swapped (self->end, "open-story", G_CALLBACK (on_open_story), self);
  np_reader_look_follow (GTK_WIDGET (self), self->style);
  gtk_widget_add_controller (GTK_WIDGET (self), np_reader_actions_new_controller (self->style));
}

/* --- the widget --- */

static void
np_reader_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  switch ((NpReaderProperty) property)
    {
    case PROP_STORY_ID:
      g_value_set_string (value, np_reader_get_story_id (NP_READER (object)));
      break;
    case PROP_ARTICLE:
      g_value_set_boxed (value, NP_READER (object)->article);
      break;
    }
}

static void
np_reader_unmap (GtkWidget *widget)
{
  np_reader_keeper_save (NP_READER (widget)->keeper);
  GTK_WIDGET_CLASS (np_reader_parent_class)->unmap (widget);
}

static void
np_reader_dispose (GObject *object)
{
  NpReader *self = NP_READER (object);

  g_clear_pointer (&self->loader, np_reader_loader_free);
  g_clear_pointer (&self->tools, np_reader_tools_free);
  g_clear_pointer (&self->keeper, np_reader_keeper_free);
  if (self->end != NULL)
    g_signal_handlers_disconnect_by_data (self->end, self);
  self->end = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->style);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_reader_parent_class)->dispose (object);
}

static void
np_reader_finalize (GObject *object)
{
  NpReader *self = NP_READER (object);

  g_clear_pointer (&self->article, np_article_unref);
  G_OBJECT_CLASS (np_reader_parent_class)->finalize (object);
}

static void
np_reader_class_init (NpReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = NP_TYPE_READER;

  object_class->get_property = np_reader_get_property;
  object_class->dispose = np_reader_dispose;
  object_class->finalize = np_reader_finalize;
  widget_class->unmap = np_reader_unmap;
  properties[PROP_STORY_ID] =
      g_param_spec_string ("story-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE] =
      g_param_spec_boxed ("article", NULL, NULL, NP_TYPE_ARTICLE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[OPEN_STORY] =
      g_signal_new ("open-story", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SEARCH_TOPIC] =
      g_signal_new ("search-topic", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGE] = g_signal_new ("change", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, NP_TYPE_CHANGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
np_reader_init (NpReader *self)
{
  self->style = np_reader_style_new ();
}

/**
 * np_reader_new:
 * @library: the library that stories are read from
 *
 * Returns: (transfer floating): a reader that shows no story yet
 */
GtkWidget *
np_reader_new (NpLibrary *library)
{
  NpReader *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library), NULL);

  self = g_object_new (NP_TYPE_READER, NULL);
  self->library = g_object_ref (library);
  make_parts (self);
  connect_parts (self);
  return GTK_WIDGET (self);
}

/**
 * np_reader_set_settings:
 * @self: a reader
 * @settings: where font, text size, width and colours are kept
 */
void
np_reader_set_settings (NpReader *self, NpSettings *settings)
{
  g_return_if_fail (NP_IS_READER (self));

  np_reader_style_set_settings (self->style, settings);
  np_reader_tools_set_settings (self->tools, settings);
}

/**
 * np_reader_show_story:
 * @self: a reader
 * @id: (nullable): the story to show; %NULL for the empty state
 *
 * Shows another story; the newest call wins. The place in the story before is kept.
 */
void
np_reader_show_story (NpReader *self, const char *id)
{
  g_return_if_fail (NP_IS_READER (self));

  if (g_strcmp0 (np_reader_get_story_id (self), id) == 0)
    return;
  np_reader_loader_want (self->loader, id);
  if (id == NULL)
    show_empty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY_ID]);
}

/**
 * np_reader_get_story_id:
 * @self: a reader
 *
 * Returns: (nullable): the id of the story that is shown or on its way
 */
const char *
np_reader_get_story_id (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return self->loader != NULL ? np_reader_loader_get_id (self->loader) : NULL;
}

/**
 * np_reader_start_find:
 * @self: a reader
 *
 * Opens the find bar and puts the focus in it. Does nothing while no story is shown.
 */
void
np_reader_start_find (NpReader *self)
{
  g_return_if_fail (NP_IS_READER (self));

  if (self->article != NULL)
    np_reader_find_start (self->find);
}

/**
 * np_reader_new_style_button:
 * @self: a reader
 *
 * Returns: (transfer floating): a menu button for a header bar, whose popover sets font, text size, width and colours
 */
GtkWidget *
np_reader_new_style_button (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return np_reader_style_button_new (self->style);
}

/**
 * np_reader_get_actions:
 * @self: a reader
 *
 * Returns: (transfer none): what can be done in the story, to be inserted as "reader" where its menu is
 */
GActionGroup *
np_reader_get_actions (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return np_reader_tools_get_actions (self->tools);
}

/**
 * np_reader_get_article:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the story that is shown, once it is
 */
NpArticle *
np_reader_get_article (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return self->article;
}

/**
 * np_reader_get_library:
 * @self: a reader
 *
 * Returns: (transfer none): the library that stories are read from
 */
NpLibrary *
np_reader_get_library (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return self->library;
}
