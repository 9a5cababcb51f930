#include "ui/topics/np-topic-drop-menu.h"

#include "ui/np-format.h"

#include <glib/gi18n.h>

static void
add_choice (GtkBox *box, GtkWidget *popover, const char *title, const char *what, const char *action, const char *key,
            const char *onto)
{
  GtkWidget *button = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title), *second = gtk_label_new (what);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (first), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (second), 34);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (lines), first);
  gtk_box_append (GTK_BOX (lines), second);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", key, onto);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_box_append (box, button);
}

/* "214 stories, 3 topics" */
static char *
describe_size (NpLibrary *library, NpTopicTree *tree, const NpTopic *topic)
{
  g_autoptr (GPtrArray) below = np_topic_tree_list_keys_below (tree, topic->key);
  g_autoptr (GHashTable) inside = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *stories = np_format_stories (np_library_get_topic_count (library, topic->key));
  guint n;

  for (guint i = 0; i < below->len; i++)
    {
      const NpTopic *other = np_topic_tree_resolve (tree, below->pdata[i]);

      if (other != NULL && other != topic)
        g_hash_table_add (inside, other->key);
    }
  n = g_hash_table_size (inside);
  if (n == 0)
    return g_steal_pointer (&stories);
  return g_strdup_printf (ngettext ("%s, %u topic", "%s, %u topics", n), stories, n);
}

/**
 * np_topic_drop_menu_new:
 * @library: the library
 * @key: key of the topic that is carried
 * @onto: key of the topic that it was dropped on
 *
 * Returns: (transfer floating) (nullable): a popover that offers what can be done with the two by the actions
 *   `topic.inside`, `topic.merge` and `topic.relate`; `NULL` when one of them is gone
 */
GtkWidget *
np_topic_drop_menu_new (NpLibrary *library, const char *key, const char *onto)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *topic = np_topic_tree_resolve (tree, key), *other = np_topic_tree_resolve (tree, onto);
  GtkWidget *popover, *box;
  g_autofree char *size = NULL, *title = NULL, *what = NULL, *merge = NULL, *lost = NULL, *relate = NULL;

  if (topic == NULL || other == NULL || topic == other)
    return NULL;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  size = describe_size (library, tree, topic);
  if (!np_topic_tree_is_below (tree, other->key, topic->key))
    {
      title = g_strdup_printf (_ ("Put Inside %s"), other->name);
      what = g_strdup_printf (_ ("%s (%s) becomes a part of it"), topic->name, size);
      add_choice (GTK_BOX (box), popover, title, what, "topic.inside", topic->key, other->key);
    }
  merge = g_strdup_printf (_ ("Merge Into %s"), other->name);
  lost = g_strdup_printf (_ ("%s (%s) becomes the same topic, and its name another name of it"), topic->name, size);
  relate = g_strdup_printf (_ ("Relate to %s"), other->name);
  add_choice (GTK_BOX (box), popover, merge, lost, "topic.merge", topic->key, other->key);
  add_choice (GTK_BOX (box), popover, relate, _ ("Each shows up as related to the other; nothing moves"),
              "topic.relate", topic->key, other->key);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "np-drop-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to do with the two topics"), -1);
  return popover;
}
