#include "ui/topics/np-topic-pairs.h"

#include "library/np-words-topics.h"

#include <glib/gi18n.h>

#define MAX_RELATED 50

struct _NpTopicPairs
{
  AdwWindow parent_instance;
  NpLibrary *library;
  char *key;       /* (nullable) what is related to this; NULL: twins */
  GtkWidget *from; /* where actions are activated; a widget of the main window */
  GtkWidget *stack, *list, *empty;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (NpTopicPairs, np_topic_pairs, ADW_TYPE_WINDOW)

/* What a button does with the two topics of its row. */
typedef struct
{
  NpTopicPairs *self;
  const char *action;
  gboolean many; /* the action takes many topics; here it gets one */
  char *key, *other;
} Deed;

static void
deed_free (gpointer data, GClosure *closure)
{
  Deed *deed = data;

  g_free (deed->key);
  g_free (deed->other);
  g_free (deed);
}

static void
clicked_cb (GtkButton *button, gpointer user_data)
{
  Deed *deed = user_data;
  const char *const keys[] = { deed->key, NULL };

  if (deed->many)
    gtk_widget_activate_action (deed->self->from, deed->action, "(^ass)", keys, deed->other);
  else
    gtk_widget_activate_action (deed->self->from, deed->action, "(ss)", deed->key, deed->other);
}

static void
add_button (NpTopicPairs *self, GtkWidget *row, const NpTopicPair *pair, const char *icon, const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  Deed *deed = g_new0 (Deed, 1);

  deed->self = self;
  deed->action = action;
  deed->many = g_str_equal (action, "topic.merge") || g_str_equal (action, "topic.relate");
  deed->key = g_strdup (pair->key);
  deed->other = g_strdup (pair->other);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, np_library_is_writable (self->library, NULL));
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), deed, deed_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const char *
name_of (NpTopicTree *tree, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  return topic != NULL ? topic->name : key;
}

static GtkWidget *
new_row (NpTopicPairs *self, NpTopicTree *tree, const NpTopicPair *pair)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *why = self->key != NULL ? np_words_for_relation (pair) : np_words_for_twins (pair), *title = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (self->key != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name_of (tree, pair->other));
      if (pair->mine)
        add_button (self, row, pair, "list-remove-symbolic", _ ("Remove This Relation"), "topic.unrelate");
      else
        add_button (self, row, pair, "object-select-symbolic", _ ("Confirm the Relation"), "topic.relate");
      add_button (self, row, pair, "window-close-symbolic", _ ("Never Offer This Relation"), "topic.dismiss");
    }
  else
    {
      /* Translators: one topic, and the one that it would be merged into */
      title = g_strdup_printf (_ ("%s → %s"), name_of (tree, pair->key), name_of (tree, pair->other));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      add_button (self, row, pair, "object-select-symbolic", _ ("Merge"), "topic.merge");
      add_button (self, row, pair, "window-close-symbolic", _ ("Never Offer to Merge Them"), "topic.keep-apart");
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  return row;
}

/* The row that has the focus, itself or a button in it; the first before there was any. */
static int
find_focused (NpTopicPairs *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;
}

/* Who goes through the list by keys goes on where they were: what was decided is gone, or in another place. */
static void
focus_row (NpTopicPairs *self, int index, int n)
{
  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (index, n - 1))));
}

static void
on_pairs (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) pairs = np_library_list_pairs_finish (NP_LIBRARY (source), result, NULL);
  g_autoptr (NpTopicTree) tree = NULL;
  NpTopicPairs *self = user_data;
  GtkListBoxRow *row;
  int focused;

  if (pairs == NULL)
    return; /* asked anew, or closed */
  focused = find_focused (self);
  tree = np_library_get_topics (self->library);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < pairs->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, tree, pairs->pdata[i]));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), pairs->len > 0 ? "list" : "empty");
  focus_row (self, focused, (int) pairs->len);
}

static void
stop_asking (NpTopicPairs *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (NpTopicPairs *self)
{
  stop_asking (self);
  self->asking = g_cancellable_new ();
  if (self->key != NULL)
    np_library_list_related_topics_async (self->library, self->key, MAX_RELATED, self->asking, on_pairs, self);
  else
    np_library_list_twins_async (self->library, self->asking, on_pairs, self);
}

static void
np_topic_pairs_dispose (GObject *object)
{
  NpTopicPairs *self = NP_TOPIC_PAIRS (object);

  stop_asking (self);
  g_clear_object (&self->from);
  g_clear_object (&self->library);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (np_topic_pairs_parent_class)->dispose (object);
}

static void
np_topic_pairs_class_init (NpTopicPairsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_topic_pairs_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_topic_pairs_init (NpTopicPairs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new (),
            *clamp = adw_clamp_new ();

  self->stack = gtk_stack_new ();
  self->list = gtk_list_box_new ();
  self->empty = adw_status_page_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 12);
  gtk_widget_set_margin_bottom (self->list, 12);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (self->stack, TRUE);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "np-topic-symbolic");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
}

static GtkWindow *
new_pairs (GtkWidget *from, NpLibrary *library, const char *key, const char *title, const char *nothing)
{
  NpTopicPairs *self = g_object_new (NP_TYPE_TOPIC_PAIRS, "title", title, "destroy-with-parent", TRUE, NULL);

  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  self->from = g_object_ref (from);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WINDOW (self);
}

/**
 * np_topic_pairs_new_related:
 * @from: a widget of the main window; actions are activated there
 * @library: the library
 * @key: the key of a topic
 *
 * Returns: (transfer none): a window with what the topic is related to, and why; not yet shown
 */
GtkWindow *
np_topic_pairs_new_related (GtkWidget *from, NpLibrary *library, const char *key)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  /* Translators: %s is a topic */
  g_autofree char *title = g_strdup_printf (_ ("Related to %s"), name_of (tree, key));

  return new_pairs (from, library, key, title, _ ("No Related Topics Yet"));
}

/**
 * np_topic_pairs_new_twins:
 * @from: a widget of the main window; actions are activated there
 * @library: the library
 *
 * Returns: (transfer none): a window with topics that may be one and the same, and what speaks for it; not yet shown
 */
GtkWindow *
np_topic_pairs_new_twins (GtkWidget *from, NpLibrary *library)
{
  return new_pairs (from, library, NULL, _ ("Possible Duplicates"), _ ("No Duplicates"));
}
