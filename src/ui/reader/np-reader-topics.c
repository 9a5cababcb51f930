#include "ui/reader/np-reader-topics.h"

#include "ui/np-drag-icon.h"
#include "ui/np-drag.h"
#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-same.h"
#include "ui/reader/np-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define SPACING         6
#define MAX_COMPLETIONS 6

struct _NpReaderTopics
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *pills;
  GtkWidget *suggestions; /* hidden while there are none */
  GtkWidget *entry;
  GtkWidget *completions; /* hidden while nothing is typed */

  NpArticle *article;   /* (nullable) */
  NpTopicTree *tree;    /* (nullable) */
  char *shown;          /* (nullable) what the pills show, as of describe() */
  GPtrArray *suggested; /* (nullable) char* the names that are shown */
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (NpReaderTopics, np_reader_topics, GTK_TYPE_WIDGET)

enum
{
  CHANGE,
  SEARCH_TOPIC,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what people ask for --- */

static void
ask_for (NpReaderTopics *self, NpChange *change)
{
  g_autoptr (NpChange) owned = change;

  g_signal_emit (self, signals[CHANGE], 0, owned);
}

static void
add_by_name (NpReaderTopics *self, const char *name)
{
  const char *ids[] = { self->article != NULL ? self->article->id : NULL, NULL };
  g_autofree char *clean = g_strstrip (g_strdup (name));
  const NpTopic *topic;

  if (ids[0] == NULL || *clean == '\0')
    return;
  topic = np_topic_tree_find (self->tree, clean);
  ask_for (self, topic != NULL ? np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, topic->key, ids)
                               : np_change_new_topic (clean, NULL, ids));
}

static void
on_remove_clicked (GtkWidget *button, NpReaderTopics *self)
{
  const char *ids[] = { self->article->id, NULL };

  ask_for (self, np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, g_object_get_data (G_OBJECT (button), "key"), ids));
}

static void
on_name_clicked (GtkWidget *button, NpReaderTopics *self)
{
  g_signal_emit (self, signals[SEARCH_TOPIC], 0, g_object_get_data (G_OBJECT (button), "key"));
}

static void
on_suggestion_clicked (GtkWidget *button, NpReaderTopics *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  if (gtk_widget_is_ancestor (button, self->completions))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  add_by_name (self, name);
}

static void
on_entry_activate (NpReaderTopics *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  add_by_name (self, name);
}

/* --- pills --- */

static GtkWidget *
make_button (GtkWidget *child, const char *name, const char *key, GCallback clicked, NpReaderTopics *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *widget)
{
  const char *const keys[] = { g_object_get_data (G_OBJECT (widget), "key"), NULL };
  const char *name = g_object_get_data (G_OBJECT (widget), "name");

  return keys[0] != NULL ? np_drag_provide_topics (keys, name)
                         : np_drag_provide_new_topic (name, g_object_get_data (G_OBJECT (widget), "story"));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *widget)
{
  np_drag_icon_set (source, g_object_get_data (G_OBJECT (widget), "name"), NULL, 1);
}

/* A topic is dragged from here as it is from the sidebar: onto a story of the list, or onto another topic. One that is
 * only suggested, and not there yet, is made where it is dropped, and the story gets it. */
static void
make_draggable (NpReaderTopics *self, GtkWidget *widget, const char *name, const NpTopic *topic)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);
  g_object_set_data_full (G_OBJECT (widget), "key", topic != NULL ? g_strdup (topic->key) : NULL, g_free);
  g_object_set_data_full (G_OBJECT (widget), "name", g_strdup (topic != NULL ? topic->name : name), g_free);
  g_object_set_data_full (G_OBJECT (widget), "story", g_strdup (self->article->id), g_free);
  /* Before the buttons take the pointer for themselves. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), widget);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_pill (NpReaderTopics *self, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (self->tree, key);
  const char *name = topic != NULL ? topic->name : key;
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *show, *remove;
  g_autofree char *show_words = g_strdup_printf (_ ("Show stories of topic %s"), name);
  g_autofree char *remove_words = g_strdup_printf (_ ("Remove topic %s"), name);

  gtk_widget_add_css_class (pill, "np-pill");
  show =
      make_button (make_label (name), show_words, topic != NULL ? topic->key : key, G_CALLBACK (on_name_clicked), self);
  gtk_widget_add_css_class (show, "name");
  gtk_box_append (GTK_BOX (pill), show);
  remove = make_button (gtk_image_new_from_icon_name ("window-close-symbolic"), remove_words, key,
                        G_CALLBACK (on_remove_clicked), self);
  gtk_widget_set_tooltip_text (remove, remove_words);
  gtk_widget_set_visible (remove, self->editable);
  gtk_box_append (GTK_BOX (pill), remove);
  if (topic != NULL)
    make_draggable (self, pill, name, topic);
  return pill;
}

static GtkWidget *
make_suggestion (NpReaderTopics *self, const char *name)
{
  g_autofree char *text = g_strconcat ("+ ", name, NULL);
  g_autofree char *words = g_strdup_printf (_ ("Add topic %s"), name);
  GtkWidget *button = make_button (make_label (text), words, NULL, G_CALLBACK (on_suggestion_clicked), self);
  const NpTopic *topic = np_topic_tree_find (self->tree, name);

  gtk_widget_add_css_class (button, "np-suggestion");
  gtk_widget_set_tooltip_text (button, words);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  make_draggable (self, button, name, topic);
  return button;
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
make_wrap_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, np_wrap_layout_new (SPACING));
  return box;
}

/* --- the entry --- */

/* Whether a word of @name begins with @folded, case aside. */
static gboolean
matches (const char *name, const char *folded)
{
  g_autofree char *key = g_utf8_casefold (name, -1);

  for (const char *at = strstr (key, folded); at != NULL; at = strstr (at + 1, folded))
    if (at == key || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

/* The topics there are that begin as what is typed stand under the entry, to be clicked. */
static void
on_entry_changed (NpReaderTopics *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_autoptr (GPtrArray) topics = NULL;
  guint n = 0;

  remove_children (self->completions);
  topics = self->tree != NULL && *folded != '\0' ? np_topic_tree_list_all (self->tree) : g_ptr_array_new ();
  for (guint i = 0; i < topics->len && n < MAX_COMPLETIONS; i++)
    {
      const NpTopic *topic = topics->pdata[i];

      if (!matches (topic->name, folded) || np_strings_contain (self->article->topics, topic->key))
        continue;
      gtk_widget_insert_before (make_suggestion (self, topic->name), self->completions, NULL);
      n++;
    }
  np_reader_direction_set (self->completions, gtk_widget_get_direction (GTK_WIDGET (self)));
  gtk_widget_set_visible (self->completions, n > 0);
}

static GtkWidget *
make_entry (NpReaderTopics *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add a topic"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 24);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a topic"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_entry_changed), self);
  return entry;
}

/* --- the widget --- */

static void
np_reader_topics_dispose (GObject *object)
{
  NpReaderTopics *self = NP_READER_TOPICS (object);

  remove_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (np_reader_topics_parent_class)->dispose (object);
}

static void
np_reader_topics_finalize (GObject *object)
{
  NpReaderTopics *self = NP_READER_TOPICS (object);

  g_clear_pointer (&self->article, np_article_unref);
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  g_clear_pointer (&self->suggested, g_ptr_array_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (np_reader_topics_parent_class)->finalize (object);
}

static void
np_reader_topics_class_init (NpReaderTopicsClass *klass)
{
  GType type = NP_TYPE_READER_TOPICS;

  G_OBJECT_CLASS (klass)->dispose = np_reader_topics_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_topics_finalize;
  signals[CHANGE] =
      g_signal_new ("change", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, NP_TYPE_CHANGE);
  signals[SEARCH_TOPIC] =
      g_signal_new ("search-topic", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
np_reader_topics_init (NpReaderTopics *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING + 2);
  self->editable = TRUE;
  self->title = gtk_label_new (_ ("Related Topics"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "title");
  self->pills = make_wrap_box ();
  self->suggestions = make_wrap_box ();
  self->completions = make_wrap_box ();
  gtk_widget_set_visible (self->completions, FALSE);
  self->entry = make_entry (self);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->pills, GTK_WIDGET (self));
  gtk_widget_set_parent (self->suggestions, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->completions, GTK_WIDGET (self));
}

/**
 * np_reader_topics_new:
 *
 * Returns: (transfer floating): the topics of no story yet
 */
GtkWidget *
np_reader_topics_new (void)
{
  return g_object_new (NP_TYPE_READER_TOPICS, NULL);
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* What the pills show, as one string: the same pills are not made anew, so that focus and pointer stay on them. */
static char *
describe (NpReaderTopics *self)
{
  GString *text = g_string_new (self->editable ? "editable" : "");

  for (guint i = 0; i < self->article->topics->len; i++)
    {
      const char *key = self->article->topics->pdata[i];
      const NpTopic *topic = np_topic_tree_resolve (self->tree, key);

      g_string_append_printf (text, "\n%s\t%s\t%s", key, topic != NULL ? topic->key : "",
                              topic != NULL ? topic->name : "");
    }
  return g_string_free (text, FALSE);
}

static void
remake_pills (NpReaderTopics *self)
{
  GPtrArray *topics = self->article->topics;
  g_autofree char *shown = describe (self);
  gboolean focused;

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  focused = has_focus_inside (self->pills);
  remove_children (self->pills);
  for (guint i = 0; i < topics->len; i++)
    gtk_widget_insert_before (make_pill (self, topics->pdata[i]), self->pills, NULL);
  gtk_widget_set_visible (self->pills, topics->len > 0);
  /* Somebody who takes off one topic after another by keyboard stays where they are. */
  if (focused && (topics->len == 0 || !gtk_widget_child_focus (self->pills, GTK_DIR_TAB_FORWARD)))
    gtk_widget_grab_focus (self->entry);
}

/**
 * np_reader_topics_show:
 * @self: topics
 * @article: a story
 * @tree: all topics
 *
 * Shows the topics of @article. The suggestions stay until np_reader_topics_show_suggestions().
 */
void
np_reader_topics_show (NpReaderTopics *self, NpArticle *article, NpTopicTree *tree)
{
  g_return_if_fail (NP_IS_READER_TOPICS (self) && article != NULL && tree != NULL);

  np_article_ref (article);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article;
  np_topic_tree_ref (tree);
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  self->tree = tree;
  remake_pills (self);
}

/**
 * np_reader_topics_show_suggestions:
 * @self: topics
 * @names: (nullable) (element-type utf8): topics that the story could have, best first
 */
void
np_reader_topics_show_suggestions (NpReaderTopics *self, GPtrArray *names)
{
  gboolean focused;

  g_return_if_fail (NP_IS_READER_TOPICS (self));

  if (np_reader_same_strings (self->suggested, names))
    return;
  g_clear_pointer (&self->suggested, g_ptr_array_unref);
  self->suggested = names != NULL ? np_strings_copy (names) : NULL;
  focused = has_focus_inside (self->suggestions);
  remove_children (self->suggestions);
  for (guint i = 0; names != NULL && self->editable && i < names->len; i++)
    gtk_widget_insert_before (make_suggestion (self, names->pdata[i]), self->suggestions, NULL);
  gtk_widget_set_visible (self->suggestions, gtk_widget_get_first_child (self->suggestions) != NULL);
  if (focused && !gtk_widget_child_focus (self->suggestions, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->entry);
}

/**
 * np_reader_topics_set_editable:
 * @self: topics
 * @editable: whether topics can be added and taken off; %FALSE in a read-only library
 *
 * Holds for what is shown from now on.
 */
void
np_reader_topics_set_editable (NpReaderTopics *self, gboolean editable)
{
  g_return_if_fail (NP_IS_READER_TOPICS (self));

  self->editable = editable;
  gtk_widget_set_visible (self->entry, editable);
}
