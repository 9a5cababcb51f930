#include "ui/list/np-place-sort.h"

/**
 * np_place_sort_dup_name:
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Returns: (transfer full): the place as the settings name it: "inbox", "topic:north-korea"
 */
char *
np_place_sort_dup_name (NpPlace place, const char *topic)
{
  return topic != NULL ? g_strconcat ("topic:", topic, NULL) : g_strdup (np_place_to_string (place));
}

/**
 * np_place_sort_get:
 * @settings: the settings
 * @place: a place
 * @topic: (nullable): key of a topic
 * @ascending: (out): whether the smallest comes first
 *
 * Returns: what the stories of the place are sorted by
 */
NpSort
np_place_sort_get (NpSettings *settings, NpPlace place, const char *topic, gboolean *ascending)
{
  g_autoptr (GVariant) sorts = np_settings_dup_value (settings, "sorts");
  g_autofree char *name = np_place_sort_dup_name (place, topic);
  const char *sort_name;
  NpSort sort = NP_SORT_PUBLISHED;

  *ascending = FALSE;
  if (!g_variant_lookup (sorts, name, "(&sb)", &sort_name, ascending))
    return place == NP_PLACE_INBOX && topic == NULL ? NP_SORT_SAVED : NP_SORT_PUBLISHED;
  return np_sort_from_string (sort_name, &sort) && sort != NP_SORT_RELEVANCE ? sort : NP_SORT_PUBLISHED;
}

/**
 * np_place_sort_set:
 * @settings: the settings
 * @place: a place
 * @topic: (nullable): key of a topic
 * @sort: what the stories of the place are sorted by
 * @ascending: whether the smallest comes first
 *
 * Remembers the order of the place.
 */
void
np_place_sort_set (NpSettings *settings, NpPlace place, const char *topic, NpSort sort, gboolean ascending)
{
  g_autoptr (GVariant) sorts = np_settings_dup_value (settings, "sorts");
  g_autofree char *name = np_place_sort_dup_name (place, topic);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *old_name;
  gboolean old_ascending;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(sb)}"));
  g_variant_iter_init (&iter, sorts);
  while (g_variant_iter_next (&iter, "{&s(&sb)}", &key, &old_name, &old_ascending))
    if (!g_str_equal (key, name))
      g_variant_builder_add (&builder, "{s(sb)}", key, old_name, old_ascending);
  g_variant_builder_add (&builder, "{s(sb)}", name, np_sort_to_string (sort), ascending);
  np_settings_set_value (settings, "sorts", g_variant_builder_end (&builder));
}
