#include "ui/topics/np-topic-chooser.h"

#include "base/np-text.h"
#include "ui/np-row-label.h"
#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>
#include <string.h>

struct _NpTopicChooser
{
  GtkPopover parent_instance;
  GtkWidget *heading;
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *create;
  GtkWidget *create_label;
  NpLibrary *library;
  NpTopicTree *tree;   /* as it was when the popover opened */
  GtkStringList *keys; /* of all topics that can be chosen, by name */
  GtkCustomFilter *filter;
  char *folded;      /* what was typed, as np_text_fold() */
  GHashTable *marks; /* key → how many of the stories have it; NULL when one is picked */
  guint n_stories;
};

G_DEFINE_FINAL_TYPE (NpTopicChooser, np_topic_chooser, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const NpTopic *
topic_of (NpTopicChooser *self, gpointer item)
{
  return np_topic_tree_resolve (self->tree, gtk_string_object_get_string (item));
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  NpTopicChooser *self = user_data;
  const NpTopic *topic = topic_of (self, item);
  g_autofree char *name = topic != NULL ? np_text_fold (topic->name) : NULL;

  return name != NULL && (self->folded == NULL || strstr (name, self->folded) != NULL);
}

static void
choose (NpTopicChooser *self, GtkStringObject *item)
{
  const char *key = gtk_string_object_get_string (item);
  gboolean on = TRUE;

  if (self->marks != NULL)
    {
      on = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, key)) < self->n_stories;
      g_hash_table_insert (self->marks, g_strdup (key), GUINT_TO_POINTER (on ? self->n_stories : 0));
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, key, on);
}

static void
row_activate_cb (NpTopicChooser *self, guint position)
{
  g_autoptr (GtkStringObject) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    choose (self, item);
}

static void
create_clicked_cb (NpTopicChooser *self)
{
  g_autofree char *name = np_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (*name == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, name);
}

/* Enter takes the topic of that name, or the only one in view, or makes a new one. */
static void
entry_activate_cb (NpTopicChooser *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const NpTopic *exact = np_topic_tree_find (self->tree, text);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_list_model_get_n_items (model) == 1 || topic_of (self, item) == exact)
        {
          gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
          choose (self, item);
          return;
        }
    }
  if (gtk_widget_get_visible (self->create))
    create_clicked_cb (self);
}

static void
search_changed_cb (NpTopicChooser *self)
{
  g_autofree char *name = np_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *label = g_strdup_printf (_ ("New topic “%s”"), name);
  gboolean known;

  if (self->tree == NULL)
    return;
  known = np_topic_tree_find (self->tree, name) != NULL;
  g_free (self->folded);
  self->folded = *name != '\0' ? np_text_fold (name) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->scroller,
                          g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list))) > 0);
  gtk_label_set_label (GTK_LABEL (self->create_label), label);
  gtk_widget_set_visible (self->create, self->marks != NULL && *name != '\0' && !known);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *mark = gtk_check_button_new ();
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (NULL);

  /* The row is what is pressed; the box in it only shows. */
  gtk_widget_set_can_target (mark, FALSE);
  gtk_widget_set_can_focus (mark, FALSE);
  gtk_widget_add_css_class (dot, "np-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  NpTopicChooser *self = user_data;
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *dot = gtk_widget_get_next_sibling (mark), *label = gtk_widget_get_next_sibling (dot);
  GtkStringObject *key = gtk_list_item_get_item (item);
  const NpTopic *topic = topic_of (self, key);
  const NpTopic *parent = topic != NULL ? np_topic_tree_resolve (self->tree, topic->parent) : NULL;
  g_autofree char *path = NULL;
  guint n;

  if (topic == NULL)
    return;
  path = parent != NULL ? g_strdup_printf ("%s › %s", parent->name, topic->name) : g_strdup (topic->name);
  gtk_label_set_label (GTK_LABEL (label), path);
  np_row_label_set (gtk_list_item_get_child (item), path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, path, -1);
  np_topic_color_apply (dot, topic->color);
  gtk_widget_set_visible (mark, self->marks != NULL);
  if (self->marks == NULL)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, gtk_string_object_get_string (key)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), n > 0 && n >= self->n_stories);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (mark), n > 0 && n < self->n_stories);
}

static void
np_topic_chooser_finalize (GObject *object)
{
  NpTopicChooser *self = NP_TOPIC_CHOOSER (object);

  g_clear_pointer (&self->tree, np_topic_tree_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->keys);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_free (self->folded);
  G_OBJECT_CLASS (np_topic_chooser_parent_class)->finalize (object);
}

static void
np_topic_chooser_class_init (NpTopicChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = np_topic_chooser_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/topics/np-topic-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, list);
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, create);
  gtk_widget_class_bind_template_child (widget_class, NpTopicChooser, create_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NP_TYPE_TOPIC_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_CREATED] = g_signal_new ("created", NP_TYPE_TOPIC_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
np_topic_chooser_init (NpTopicChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = gtk_string_list_new (NULL);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->keys)), GTK_FILTER (g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Topics"), -1);
}

/**
 * np_topic_chooser_new:
 *
 * Returns: (transfer floating): a popover without topics
 */
GtkWidget *
np_topic_chooser_new (void)
{
  return g_object_new (NP_TYPE_TOPIC_CHOOSER, NULL);
}

/**
 * np_topic_chooser_set_library:
 * @self: a chooser
 * @library: whose topics to choose from
 */
void
np_topic_chooser_set_library (NpTopicChooser *self, NpLibrary *library)
{
  g_return_if_fail (NP_IS_TOPIC_CHOOSER (self) && NP_IS_LIBRARY (library));

  g_set_object (&self->library, library);
}

/* A popover that is open keeps to the topics there were: rows do not move under the pointer. */
static void
take_topics (NpTopicChooser *self)
{
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  self->tree = np_library_get_topics (self->library);
}

/* The topics by name, but for @without. */
static void
fill (NpTopicChooser *self, const char *const *without)
{
  g_autoptr (GPtrArray) topics = np_topic_tree_list_all (self->tree);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < topics->len; i++)
    {
      const NpTopic *topic = topics->pdata[i];

      if (without == NULL || !g_strv_contains (without, topic->key))
        g_ptr_array_add (keys, topic->key);
    }
  g_ptr_array_add (keys, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->folded, g_free);
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)),
                          (const char *const *) keys->pdata);
  gtk_widget_set_visible (self->scroller, keys->len > 1);
  gtk_widget_set_visible (self->create, FALSE);
  gtk_widget_grab_focus (self->entry);
}

/**
 * np_topic_chooser_show_marks:
 * @self: a chooser
 * @stories: (element-type NpStory): stories
 *
 * Shows all topics, those of @stories with a mark. Call it before the popover opens.
 */
void
np_topic_chooser_show_marks (NpTopicChooser *self, GPtrArray *stories)
{
  g_return_if_fail (NP_IS_TOPIC_CHOOSER (self) && self->library != NULL && stories != NULL);

  take_topics (self);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_stories = stories->len;
  for (guint i = 0; i < stories->len; i++)
    {
      const char *const *keys = np_story_get_topics (stories->pdata[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize j = 0; keys[j] != NULL; j++)
        {
          const NpTopic *topic = np_topic_tree_resolve (self->tree, keys[j]);
          guint n;

          if (topic == NULL || !g_hash_table_add (seen, topic->key))
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, topic->key));
          g_hash_table_insert (self->marks, g_strdup (topic->key), GUINT_TO_POINTER (n + 1));
        }
    }
  gtk_widget_set_visible (self->heading, FALSE);
  g_object_set (self->entry, "placeholder-text", _ ("Find or add a topic"), NULL);
  fill (self, NULL);
}

/**
 * np_topic_chooser_show_pick:
 * @self: a chooser
 * @heading: what the topic is picked for
 * @without: (nullable) (array zero-terminated=1): keys of topics that cannot be picked
 *
 * Shows all topics to pick one. Call it before the popover opens.
 */
void
np_topic_chooser_show_pick (NpTopicChooser *self, const char *heading, const char *const *without)
{
  g_return_if_fail (NP_IS_TOPIC_CHOOSER (self) && self->library != NULL && heading != NULL);

  take_topics (self);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->n_stories = 0;
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->heading, TRUE);
  g_object_set (self->entry, "placeholder-text", _ ("Find a topic"), NULL);
  fill (self, without);
}
