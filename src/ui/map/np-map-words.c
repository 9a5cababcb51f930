#include "ui/map/np-map-words.h"

#include "ui/np-format.h"

#include <glib/gi18n.h>

/**
 * np_map_words_set:
 * @map: the map
 * @library: the library
 * @key: (nullable): the key of the topic that is selected
 *
 * Has the map called by the topic that is selected, and how many stories it has.
 */
void
np_map_words_set (GtkWidget *map, NpLibrary *library, const char *key)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *topic = np_topic_tree_resolve (tree, key);
  g_autofree char *words = NULL, *stories = NULL;

  if (topic != NULL)
    {
      stories = np_format_stories (np_library_get_topic_count (library, topic->key));
      words = g_strdup_printf ("%s, %s", topic->name, stories);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Map of topics"), -1);
}
