#include "topics/np-topic-twins.h"

#include "topics/np-twin-name.h"

#include <string.h>

/* Names shorter than this differ by a letter for good reasons: "Iran", "Iraq". In characters. */
#define MIN_LETTERS 8

/* More topics than this with one thing in common have it by chance. */
#define MAX_BUCKET 40

/* A name of a topic. */
typedef struct
{
  const NpTopic *topic; /* never an alias */
  NpTwinName *name;
} Name;

typedef struct
{
  const NpTopicTree *tree;
  NpTopicTwinsCount count;
  gpointer user_data;
  GArray *names;    /* of Name */
  GHashTable *seen; /* "a\nb" of topics → NpTopicTwins, in found */
  GPtrArray *found;
} Finder;

/* Whether one letter more, less or other makes one of the other. */
static gboolean
is_one_letter_off (const char *a, const char *b)
{
  gsize head = 0, tail = 0, la = strlen (a), lb = strlen (b);

  if (la > lb)
    return is_one_letter_off (b, a);
  if (lb - la > 1 || g_utf8_strlen (a, -1) < MIN_LETTERS)
    return FALSE;
  while (head < la && a[head] == b[head])
    head++;
  while (tail < la - head && a[la - 1 - tail] == b[lb - 1 - tail])
    tail++;
  /* Numbers mean what they say: "Apollo 11", "Apollo 12". */
  return head + tail >= lb - 1 && head > 0 && !g_ascii_isdigit (b[head]) && !g_ascii_isdigit (a[MIN (head, la - 1)]);
}

static gboolean
compare (const NpTwinName *a, const NpTwinName *b, NpTwinWhy *why)
{
  if (*a->squeezed == '\0' || *b->squeezed == '\0')
    return FALSE;
  if (g_str_equal (a->squeezed, b->squeezed))
    *why = NP_TWIN_SPELLING;
  else if (g_str_equal (a->sorted, b->sorted))
    *why = NP_TWIN_ORDER;
  else if (!a->acronym && !b->acronym && g_str_equal (a->singular, b->singular))
    *why = NP_TWIN_PLURAL;
  else if (np_twin_name_is_cut_of (a, b) || np_twin_name_is_cut_of (b, a))
    *why = NP_TWIN_SHORT;
  else if ((a->acronym && g_strcmp0 (a->squeezed, b->initials) == 0)
           || (b->acronym && g_strcmp0 (b->squeezed, a->initials) == 0))
    *why = NP_TWIN_ACRONYM;
  else if (g_str_equal (a->common, b->common))
    *why = NP_TWIN_WORDS;
  else if (is_one_letter_off (a->squeezed, b->squeezed))
    *why = NP_TWIN_LETTERS;
  else
    return FALSE;
  return TRUE;
}

/**
 * np_topic_twins_compare:
 * @a: a name
 * @b: another
 * @why: (out): what speaks for it
 *
 * Returns: whether the two may be names of one thing
 */
gboolean
np_topic_twins_compare (const char *a, const char *b, NpTwinWhy *why)
{
  g_autoptr (NpTwinName) first = NULL, second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL && why != NULL, FALSE);

  first = np_twin_name_new (a);
  second = np_twin_name_new (b);
  return compare (first, second, why);
}

/**
 * np_twin_why_to_string:
 * @why: what speaks for it
 *
 * Returns: its name in the JSON of the command line; it never changes
 */
const char *
np_twin_why_to_string (NpTwinWhy why)
{
  switch (why)
    {
    case NP_TWIN_SPELLING:
      return "spelling";
    case NP_TWIN_ORDER:
      return "order";
    case NP_TWIN_PLURAL:
      return "plural";
    case NP_TWIN_SHORT:
      return "short";
    case NP_TWIN_ACRONYM:
      return "acronym";
    case NP_TWIN_WORDS:
      return "language";
    case NP_TWIN_LETTERS:
      return "letters";
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_topic_twins_free:
 * @twins: (transfer full) (nullable): twins
 */
void
np_topic_twins_free (NpTopicTwins *twins)
{
  if (twins == NULL)
    return;
  g_free (twins->key);
  g_free (twins->other);
  g_free (twins->name);
  g_free (twins->other_name);
  g_free (twins);
}

/* The one with more stories stays; of two that have as many, the longer name, which says more. */
static gboolean
stays (const Finder *f, const Name *a, const Name *b)
{
  guint first = f->count != NULL ? f->count (a->topic->key, f->user_data) : 0;
  guint second = f->count != NULL ? f->count (b->topic->key, f->user_data) : 0;
  gsize la = strlen (a->topic->name), lb = strlen (b->topic->name);

  if (first != second)
    return first > second;
  if (la != lb)
    return la > lb;
  return strcmp (a->topic->key, b->topic->key) < 0;
}

static void
look_at (Finder *f, guint i, guint j)
{
  const Name *a = &g_array_index (f->names, Name, i), *b = &g_array_index (f->names, Name, j);
  gboolean first = strcmp (a->topic->key, b->topic->key) < 0;
  g_autofree char *pair = NULL;
  NpTopicTwins *twins;
  NpTwinWhy why;

  if (a->topic == b->topic || !compare (a->name, b->name, &why)
      || np_topic_tree_is_other (f->tree, a->topic->key, b->topic->key))
    return;
  pair = g_strconcat (first ? a->topic->key : b->topic->key, "\n", first ? b->topic->key : a->topic->key, NULL);
  twins = g_hash_table_lookup (f->seen, pair);
  if (twins != NULL && twins->why <= why)
    return;
  if (stays (f, a, b))
    {
      const Name *swap = a;

      a = b;
      b = swap;
    }
  if (twins == NULL)
    {
      twins = g_new0 (NpTopicTwins, 1);
      twins->key = g_strdup (a->topic->key);
      twins->other = g_strdup (b->topic->key);
      g_ptr_array_add (f->found, twins);
      g_hash_table_insert (f->seen, g_steal_pointer (&pair), twins);
    }
  g_free (twins->name);
  g_free (twins->other_name);
  twins->name = g_strdup (a->name->name);
  twins->other_name = g_strdup (b->name->name);
  twins->why = why;
}

/* Only names that share one of their forms are compared with each other. */
static void
put_in_bucket (GHashTable *buckets, const char *form, guint name)
{
  GArray *bucket;

  if (form == NULL || *form == '\0')
    return;
  bucket = g_hash_table_lookup (buckets, form);
  if (bucket == NULL)
    g_hash_table_insert (buckets, g_strdup (form), bucket = g_array_new (FALSE, FALSE, sizeof (guint)));
  g_array_append_val (bucket, name);
}

/* All that a name becomes when one letter is left off: two that are one letter off share one of these. */
static void
put_in_letter_buckets (GHashTable *buckets, const char *squeezed, guint name)
{
  if (g_utf8_strlen (squeezed, -1) < MIN_LETTERS || strlen (squeezed) > 60)
    return;
  put_in_bucket (buckets, squeezed, name);
  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *form = g_strdup_printf ("%.*s%s", (int) (p - squeezed), squeezed, g_utf8_next_char (p));

      put_in_bucket (buckets, form, name);
    }
}

static void
fill_buckets (Finder *f, GHashTable *buckets)
{
  for (guint i = 0; i < f->names->len; i++)
    {
      const NpTwinName *name = g_array_index (f->names, Name, i).name;
      guint n = g_strv_length (name->words);

      put_in_bucket (buckets, name->squeezed, i);
      put_in_bucket (buckets, name->sorted, i);
      put_in_bucket (buckets, name->singular, i);
      put_in_bucket (buckets, name->common, i);
      put_in_bucket (buckets, name->initials, i);
      put_in_letter_buckets (buckets, name->squeezed, i);
      /* A name that is cut short has its last word whole, or its first. */
      for (guint j = 0; n >= 2 && j < n; j += n - 1)
        {
          g_autofree char *form = g_strdup_printf ("%u %u %s", n, j, name->words[j]);

          put_in_bucket (buckets, form, i);
        }
    }
}

static int
compare_twins (gconstpointer a, gconstpointer b)
{
  const NpTopicTwins *first = *(const NpTopicTwins *const *) a, *second = *(const NpTopicTwins *const *) b;

  if (first->why != second->why)
    return first->why < second->why ? -1 : 1;
  return g_strcmp0 (first->other, second->other) != 0 ? strcmp (first->other, second->other)
                                                      : strcmp (first->key, second->key);
}

static void
name_clear (gpointer data)
{
  np_twin_name_free (((Name *) data)->name);
}

static void
add_names (Finder *f)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (f->tree);

  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (f->tree, keys->pdata[i]);
      Name name = { np_topic_tree_resolve (f->tree, keys->pdata[i]), NULL };

      if (name.topic == NULL)
        continue;
      name.name = np_twin_name_new (topic->name);
      g_array_append_val (f->names, name);
    }
}

/**
 * np_topic_twins_find:
 * @tree: topics
 * @count: (scope call) (nullable): gives how many stories a topic has
 * @user_data: for @count
 *
 * Compares all names and aliases of all topics. What somebody said not to be the same is not offered again.
 *
 * Returns: (transfer full) (element-type NpTopicTwins): pairs of topics that may be one, the surest first
 */
GPtrArray *
np_topic_twins_find (const NpTopicTree *tree, NpTopicTwinsCount count, gpointer user_data)
{
  Finder f = { .tree = tree, .count = count, .user_data = user_data };
  g_autoptr (GHashTable) buckets =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer value;

  f.found = g_ptr_array_new_with_free_func ((GDestroyNotify) np_topic_twins_free);
  g_return_val_if_fail (tree != NULL, f.found);

  f.names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (f.names, name_clear);
  f.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_names (&f);
  fill_buckets (&f, buckets);
  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *bucket = value;

      for (guint i = 0; bucket->len <= MAX_BUCKET && i < bucket->len; i++)
        for (guint j = i + 1; j < bucket->len; j++)
          look_at (&f, g_array_index (bucket, guint, i), g_array_index (bucket, guint, j));
    }
  g_ptr_array_sort (f.found, compare_twins);
  g_array_unref (f.names);
  g_hash_table_unref (f.seen);
  return f.found;
}
