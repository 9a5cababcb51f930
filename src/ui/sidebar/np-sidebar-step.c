#include "ui/sidebar/np-sidebar-step.h"

/**
 * np_sidebar_step_topic:
 * @from: where the action `topic.move` is activated
 * @library: the library
 * @key: key of a topic
 * @step: -1 to go before the one above it, 1 to go behind the one below it
 *
 * Moves the topic among those inside the same topic. Hidden ones are stepped over; at an end nothing happens.
 */
void
np_sidebar_step_topic (GtkWidget *from, NpLibrary *library, const char *key, int step)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  const NpTopic *topic, *parent;
  guint at;
  int to;

  g_return_if_fail (GTK_IS_WIDGET (from) && NP_IS_LIBRARY (library) && key != NULL);

  tree = np_library_get_topics (library);
  topic = np_topic_tree_resolve (tree, key);
  parent = topic != NULL ? np_topic_tree_resolve (tree, topic->parent) : NULL;
  siblings = np_topic_tree_list_children (tree, parent != NULL ? parent->key : NULL);
  if (topic == NULL || !g_ptr_array_find (siblings, topic, &at))
    return;
  to = (int) at + step;
  while (to >= 0 && to < (int) siblings->len && ((const NpTopic *) siblings->pdata[to])->hidden)
    to += step;
  if (to >= 0 && to < (int) siblings->len)
    gtk_widget_activate_action (from, "topic.move", "(ssi)", topic->key, parent != NULL ? parent->key : "", to);
}
