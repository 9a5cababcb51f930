#include "cli/np-cli-topic-tree.h"

#include "cli/np-cli-output.h"

/* Deeper than anyone nests topics; a file that was damaged by hand may nest them without end. */
#define MAX_DEPTH 100

typedef struct
{
  NpLibrary *library;
  NpTopicTree *tree;
  JsonBuilder *builder;
} Printer;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_related (const Printer *printer, const NpTopic *topic)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, topic->related);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const NpTopic *other = np_topic_tree_resolve (printer->tree, key);
      if (other != NULL)
        g_ptr_array_add (names, other->name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
print_text (const Printer *printer, const char *parent, guint depth)
{
  g_autoptr (GPtrArray) topics = np_topic_tree_list_children (printer->tree, parent);

  for (guint i = 0; i < topics->len && depth < MAX_DEPTH; i++)
    {
      const NpTopic *topic = topics->pdata[i];
      g_autofree char *related = dup_related (printer, topic);

      np_cli_print ("%*s%s  %u%s%s\n", (int) depth * 2, "", topic->name,
                    np_library_get_topic_count (printer->library, topic->key), *related != '\0' ? "  ~ " : "", related);
      print_text (printer, topic->key, depth + 1);
    }
}

static void
add_related (JsonBuilder *builder, const NpTopic *topic)
{
  GHashTableIter iter;
  gpointer key, why;

  json_builder_set_member_name (builder, "related");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, topic->related);
  while (g_hash_table_iter_next (&iter, &key, &why))
    np_cli_add_string (builder, key, why);
  json_builder_end_object (builder);
}

static void
add_topics (const Printer *printer, const char *parent, guint depth)
{
  g_autoptr (GPtrArray) topics = np_topic_tree_list_children (printer->tree, parent);
  JsonBuilder *builder = printer->builder;

  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < topics->len && depth < MAX_DEPTH; i++)
    {
      const NpTopic *topic = topics->pdata[i];

      json_builder_begin_object (builder);
      np_cli_add_string (builder, "key", topic->key);
      np_cli_add_string (builder, "name", topic->name);
      np_cli_add_string (builder, "color", topic->color);
      json_builder_set_member_name (builder, "stories");
      json_builder_add_int_value (builder, np_library_get_topic_count (printer->library, topic->key));
      add_related (builder, topic);
      add_topics (printer, topic->key, depth + 1);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * np_cli_print_topics:
 * @library: a library
 * @json: whether to print JSON
 *
 * Prints the topics as a tree, with how many stories each has, those of the topics inside it among them.
 */
void
np_cli_print_topics (NpLibrary *library, gboolean json)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Printer printer = { library, tree, builder };

  if (!json)
    {
      print_text (&printer, NULL, 0);
      return;
    }
  json_builder_begin_object (builder);
  add_topics (&printer, NULL, 0);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}
