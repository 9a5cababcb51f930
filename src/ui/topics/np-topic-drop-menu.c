#include "ui/topics/np-topic-drop-menu.h"

#include "ui/topics/np-topic-size.h"

#include <glib/gi18n.h>

static void
add_choice (GtkBox *box, GtkWidget *popover, const char *title, const char *what, const char *action,
            const char *const *keys, const char *onto)
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
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(^ass)", keys, onto);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_box_append (box, button);
}

/* Those of the topics that can be joined to @other by hand: not itself, and none that is gone. */
static char **
dup_joinable (NpTopicTree *tree, const char *const *keys, const NpTopic *other)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      if (topic != NULL && topic != other)
        g_strv_builder_add (found, topic->key);
    }
  return g_strv_builder_end (found);
}

/* Into a topic that is inside one of them they cannot go, and where all of them are they need not. */
static gboolean
can_go_inside (NpTopicTree *tree, char **keys, const NpTopic *other)
{
  gboolean moves = FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *parent = np_topic_tree_resolve (tree, np_topic_tree_get (tree, keys[i])->parent);

      if (np_topic_tree_is_below (tree, other->key, keys[i]))
        return FALSE;
      moves |= parent != other;
    }
  return moves;
}

static char *
describe_inside (const char *name, const char *size, guint n)
{
  return n == 1 ? g_strdup_printf (_ ("%s (%s) becomes a part of it"), name, size)
                : g_strdup_printf (
                    ngettext ("%u topic (%s) becomes a part of it", "%u topics (%s) become parts of it", n), n, size);
}

static char *
describe_merge (const char *name, const char *size, guint n)
{
  return n == 1
             ? g_strdup_printf (_ ("%s (%s) becomes the same topic, and its name another name of it"), name, size)
             : g_strdup_printf (ngettext ("%u topic (%s) becomes the same topic, and its name another name of it",
                                          "%u topics (%s) become the same topic, and their names other names of it", n),
                                n, size);
}

/**
 * np_topic_drop_menu_new:
 * @library: the library
 * @keys: (array zero-terminated=1): keys of the topics that are carried
 * @onto: key of the topic that they were dropped on
 *
 * Returns: (transfer floating) (nullable): a popover that offers what can be done with them by the actions
 *   `topic.inside`, `topic.merge` and `topic.relate`; `NULL` when there are no two left
 */
GtkWidget *
np_topic_drop_menu_new (NpLibrary *library, const char *const *keys, const char *onto)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *other = np_topic_tree_resolve (tree, onto);
  g_auto (GStrv) carried = other != NULL ? dup_joinable (tree, keys, other) : NULL;
  const char *const *all = (const char *const *) carried;
  GtkWidget *popover, *box;
  g_autofree char *size = NULL, *title = NULL, *what = NULL, *merge = NULL, *lost = NULL, *relate = NULL;
  const char *name;
  guint n;

  if (carried == NULL || carried[0] == NULL)
    return NULL;
  n = g_strv_length (carried);
  name = np_topic_tree_get (tree, carried[0])->name;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  size = np_topic_size_describe (library, tree, all);
  if (can_go_inside (tree, carried, other))
    {
      title = g_strdup_printf (_ ("Put Inside %s"), other->name);
      what = describe_inside (name, size, n);
      add_choice (GTK_BOX (box), popover, title, what, "topic.inside", all, other->key);
    }
  merge = g_strdup_printf (_ ("Merge Into %s"), other->name);
  lost = describe_merge (name, size, n);
  relate = g_strdup_printf (_ ("Relate to %s"), other->name);
  add_choice (GTK_BOX (box), popover, merge, lost, "topic.merge", all, other->key);
  add_choice (GTK_BOX (box), popover, relate, _ ("Each shows up as related to the other; nothing moves"),
              "topic.relate", all, other->key);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "np-drop-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to do with the topics"), -1);
  return popover;
}
