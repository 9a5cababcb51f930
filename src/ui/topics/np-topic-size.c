#include "ui/topics/np-topic-size.h"

#include "ui/np-format.h"

#include <glib/gi18n.h>

/* A story that has several of them counts once. */
static guint
count_stories (NpLibrary *library, const char *const *keys)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NpQuery) query = NULL;

  if (keys[0] == NULL || keys[1] == NULL)
    return keys[0] != NULL ? np_library_get_topic_count (library, keys[0]) : 0;
  for (guint i = 0; keys[i] != NULL; i++)
    g_string_append_printf (text, "%stopic:\"%s\"", i > 0 ? " OR " : "", keys[i]);
  g_string_append_c (text, ' ');
  query = np_query_new (NP_PLACE_ALL, NULL, text->str);
  return np_library_count_stories (library, query);
}

/**
 * np_topic_size_describe:
 * @library: the library
 * @tree: its topics
 * @keys: (array zero-terminated=1): keys of topics
 *
 * Returns: (transfer full): how many stories they have, and how many topics are inside them: "214 stories, 3 topics"
 */
char *
np_topic_size_describe (NpLibrary *library, NpTopicTree *tree, const char *const *keys)
{
  g_autoptr (GHashTable) inside = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *stories = NULL;
  guint n;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && tree != NULL && keys != NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) below = np_topic_tree_list_keys_below (tree, keys[i]);

      for (guint j = 0; j < below->len; j++)
        {
          const NpTopic *topic = np_topic_tree_resolve (tree, below->pdata[j]);

          if (topic != NULL && !g_strv_contains (keys, topic->key))
            g_hash_table_add (inside, topic->key);
        }
    }
  n = g_hash_table_size (inside);
  stories = np_format_stories (count_stories (library, keys));
  if (n == 0)
    return g_steal_pointer (&stories);
  return g_strdup_printf (ngettext ("%s, %u topic", "%s, %u topics", n), stories, n);
}

/**
 * np_topic_size_join_names:
 * @tree: the topics
 * @keys: (array zero-terminated=1): keys of topics
 *
 * Returns: (transfer full): their names, a line each: what other programs get of them
 */
char *
np_topic_size_join_names (NpTopicTree *tree, const char *const *keys)
{
  GString *names;

  g_return_val_if_fail (tree != NULL && keys != NULL, NULL);

  names = g_string_new (NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", topic != NULL ? topic->name : keys[i]);
    }
  return g_string_free (names, FALSE);
}
