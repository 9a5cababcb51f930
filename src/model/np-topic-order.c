#include "model/np-topic-order.h"

#include <string.h>

/* A topic that is put in order; what its name is compared by costs more than many comparisons. */
typedef struct
{
  NpTopic *topic;
  char *name; /* (nullable) as g_utf8_collate_key() gives it, once it is needed */
} Ordered;

static const char *
get_name (Ordered *ordered)
{
  if (ordered->name == NULL)
    ordered->name = g_utf8_collate_key (ordered->topic->name, -1);
  return ordered->name;
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  Ordered *first = (Ordered *) a, *second = (Ordered *) b;
  int order;

  if (first->topic->position != second->topic->position)
    return first->topic->position < second->topic->position ? -1 : 1;
  order = strcmp (get_name (first), get_name (second));
  return order != 0 ? order : strcmp (first->topic->key, second->topic->key);
}

static void
clear_ordered (gpointer data)
{
  g_free (((Ordered *) data)->name);
}

/**
 * np_topics_sort:
 * @topics: (element-type NpTopic): topics
 *
 * Puts them into their order: by position, then by name as the user's language has it, then by key.
 */
void
np_topics_sort (GPtrArray *topics)
{
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (Ordered), topics->len);

  g_array_set_clear_func (ordered, clear_ordered);
  for (guint i = 0; i < topics->len; i++)
    {
      Ordered one = { topics->pdata[i], NULL };

      g_array_append_val (ordered, one);
    }
  g_array_sort (ordered, compare_topics);
  for (guint i = 0; i < topics->len; i++)
    topics->pdata[i] = g_array_index (ordered, Ordered, i).topic;
}
