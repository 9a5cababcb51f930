#include "ui/reader/np-reader-end.h"

#include "library/np-library-topics.h"
#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-related.h"
#include "ui/reader/np-reader-topics.h"

#define MAX_SUGGESTIONS 8
#define MAX_RELATED     5

/* How long a story stands still before what comes after it is looked for: going through the list finds nothing. */
#define LOOK_AFTER_MS 150

struct _NpReaderEnd
{
  GtkWidget parent_instance;

  NpLibrary *library;
  GtkWidget *rule;
  NpReaderTopics *topics;
  NpReaderRelated *related;
  NpArticle *article;   /* (nullable) */
  gboolean behind;      /* its topics are not shown yet */
  guint looking;        /* source */
  GCancellable *asking; /* (nullable) of what is looked for */
};

G_DEFINE_FINAL_TYPE (NpReaderEnd, np_reader_end, GTK_TYPE_WIDGET)

enum
{
  CHANGE,
  SEARCH_TOPIC,
  OPEN_STORY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* All of it stands as the story does. */
static void
turn (NpReaderEnd *self)
{
  np_reader_direction_set (GTK_WIDGET (self), np_reader_direction_of_story (self->article));
}

static void
on_advice (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpStoryAdvice) advice = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  NpReaderEnd *self;

  advice = np_library_advise_finish (NP_LIBRARY (source), result, &error);
  if (advice == NULL)
    return; /* another story is shown by now */
  self = user_data;
  names = g_ptr_array_new ();
  for (guint i = 0; i < advice->suggestions->len; i++)
    g_ptr_array_add (names, ((NpTopicSuggestion *) advice->suggestions->pdata[i])->name);
  np_reader_topics_show_suggestions (self->topics, names);
  np_reader_related_show (self->related, advice->related);
  turn (self);
}

/* Suggestions and related stories need the index and the text: they wait until the story can be read, and are looked
 * for in a thread. */
static gboolean
look (gpointer user_data)
{
  NpReaderEnd *self = user_data;

  self->looking = 0;
  np_library_advise_async (self->library, self->article, MAX_SUGGESTIONS, MAX_RELATED, self->asking, on_advice, self);
  return G_SOURCE_REMOVE;
}

static void
show_topics (NpReaderEnd *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);

  self->behind = FALSE;
  np_reader_topics_show (self->topics, self->article, tree);
  turn (self);
}

/* A story that only passes by has no end. */
static void
on_parent_changed (NpReaderEnd *self)
{
  if (self->behind && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    show_topics (self);
}

static void
stop_looking (NpReaderEnd *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
on_change (NpReaderEnd *self, NpChange *change)
{
  g_signal_emit (self, signals[CHANGE], 0, change);
}

static void
on_search_topic (NpReaderEnd *self, const char *key)
{
  g_signal_emit (self, signals[SEARCH_TOPIC], 0, key);
}

static void
on_open_story (NpReaderEnd *self, const char *id)
{
  g_signal_emit (self, signals[OPEN_STORY], 0, id);
}

static void
np_reader_end_dispose (GObject *object)
{
  NpReaderEnd *self = NP_READER_END (object);
  GtkWidget *child;

  stop_looking (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_reader_end_parent_class)->dispose (object);
}

static void
np_reader_end_finalize (GObject *object)
{
  g_clear_pointer (&NP_READER_END (object)->article, np_article_unref);
  G_OBJECT_CLASS (np_reader_end_parent_class)->finalize (object);
}

static void
np_reader_end_class_init (NpReaderEndClass *klass)
{
  GType type = NP_TYPE_READER_END;

  G_OBJECT_CLASS (klass)->dispose = np_reader_end_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_end_finalize;
  signals[CHANGE] =
      g_signal_new ("change", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, NP_TYPE_CHANGE);
  signals[SEARCH_TOPIC] =
      g_signal_new ("search-topic", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_STORY] =
      g_signal_new ("open-story", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
np_reader_end_init (NpReaderEnd *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "np-reader-end");
  self->rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  self->topics = NP_READER_TOPICS (np_reader_topics_new ());
  self->related = NP_READER_RELATED (np_reader_related_new ());
  gtk_widget_set_parent (self->rule, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->topics), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->related), GTK_WIDGET (self));
  g_signal_connect_swapped (self->topics, "change", G_CALLBACK (on_change), self);
  g_signal_connect_swapped (self->topics, "search-topic", G_CALLBACK (on_search_topic), self);
  g_signal_connect_swapped (self->related, "open-story", G_CALLBACK (on_open_story), self);
  g_signal_connect (self, "notify::parent", G_CALLBACK (on_parent_changed), NULL);
}

/**
 * np_reader_end_new:
 * @library: where suggestions and related stories come from
 *
 * Returns: (transfer floating): the end of no story yet
 */
NpReaderEnd *
np_reader_end_new (NpLibrary *library)
{
  NpReaderEnd *self = g_object_new (NP_TYPE_READER_END, NULL);

  self->library = g_object_ref (library);
  np_reader_topics_set_editable (self->topics, np_library_is_writable (library, NULL));
  return self;
}

/**
 * np_reader_end_clear:
 * @self: an end
 *
 * Takes away what belongs to the story before.
 */
void
np_reader_end_clear (NpReaderEnd *self)
{
  g_return_if_fail (NP_IS_READER_END (self));

  self->behind = FALSE;
  np_reader_topics_show_suggestions (self->topics, NULL);
  np_reader_related_show (self->related, NULL);
}

/**
 * np_reader_end_show:
 * @self: an end
 * @article: the story that it comes after
 *
 * Shows the topics of @article at once, or as soon as it stands somewhere; suggestions and related stories a moment
 * later.
 */
void
np_reader_end_show (NpReaderEnd *self, NpArticle *article)
{
  g_return_if_fail (NP_IS_READER_END (self) && article != NULL);

  np_article_ref (article);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article;
  self->behind = gtk_widget_get_parent (GTK_WIDGET (self)) == NULL;
  if (!self->behind)
    show_topics (self);
  stop_looking (self);
  self->asking = g_cancellable_new ();
  self->looking = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, LOOK_AFTER_MS, look, self, NULL);
}
