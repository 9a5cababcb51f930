#include "library/np-tally.h"

struct _NpTally
{
  GObject parent_instance;
  GMutex lock;
  NpCounts counts;
  GHashTable *topics;   /* (nullable) char* key → guint */
  GHashTable *searches; /* (nullable) char* id → guint */
  gboolean counted;     /* since it was forgotten */
  gboolean known;       /* was ever counted */
};

G_DEFINE_FINAL_TYPE (NpTally, np_tally, G_TYPE_OBJECT)

static void
np_tally_finalize (GObject *object)
{
  NpTally *self = NP_TALLY (object);

  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_clear_pointer (&self->searches, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (np_tally_parent_class)->finalize (object);
}

static void
np_tally_class_init (NpTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_tally_finalize;
}

static void
np_tally_init (NpTally *self)
{
  g_mutex_init (&self->lock);
}

/**
 * np_tally_new:
 *
 * Returns: (transfer full): a tally that was not counted yet: all 0
 */
NpTally *
np_tally_new (void)
{
  return g_object_new (NP_TYPE_TALLY, NULL);
}

/* A search that cannot be counted has no number. */
static GHashTable *
count_searches (NpCatalog *catalog, const NpTopicTree *tree)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NpSearches) searches = np_search_shelf_get (np_catalog_get_searches (catalog));

  for (guint i = 0; i < np_searches_get_size (searches); i++)
    {
      const NpSearch *search = np_searches_get (searches, i);
      g_autoptr (NpQuery) query = np_search_to_query (search);
      guint n;

      if (np_index_count_found (np_catalog_get_index (catalog), query, tree, &n, NULL))
        g_hash_table_insert (counts, g_strdup (search->id), GUINT_TO_POINTER (n));
    }
  return counts;
}

/**
 * np_tally_count:
 * @self: a tally
 * @catalog: the library
 *
 * Counts. Blocking. An index that cannot count leaves what was counted before.
 */
void
np_tally_count (NpTally *self, NpCatalog *catalog)
{
  NpIndex *index = np_catalog_get_index (catalog);
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (catalog);
  NpCounts counts = { 0 };
  GHashTable *topics, *searches;

  g_return_if_fail (NP_IS_TALLY (self));

  if (!np_index_count (index, &counts, NULL))
    {
      g_mutex_lock (&self->lock);
      self->known = TRUE; /* as well as it ever will be */
      g_mutex_unlock (&self->lock);
      return;
    }
  topics = np_index_count_topics (index, tree, NULL);
  searches = count_searches (catalog, tree);
  g_mutex_lock (&self->lock);
  self->counts = counts;
  self->counted = TRUE;
  self->known = TRUE;
  if (topics != NULL)
    {
      g_clear_pointer (&self->topics, g_hash_table_unref);
      self->topics = topics;
    }
  g_clear_pointer (&self->searches, g_hash_table_unref);
  self->searches = searches;
  g_mutex_unlock (&self->lock);
}

/**
 * np_tally_forget:
 * @self: a tally
 *
 * Notes that what was counted is out of date.
 */
void
np_tally_forget (NpTally *self)
{
  g_return_if_fail (NP_IS_TALLY (self));

  g_mutex_lock (&self->lock);
  self->counted = FALSE;
  g_mutex_unlock (&self->lock);
}

/**
 * np_tally_is_counted:
 * @self: a tally
 *
 * Returns: whether it was counted since np_tally_forget()
 */
gboolean
np_tally_is_counted (NpTally *self)
{
  gboolean counted;

  g_return_val_if_fail (NP_IS_TALLY (self), FALSE);

  g_mutex_lock (&self->lock);
  counted = self->counted;
  g_mutex_unlock (&self->lock);
  return counted;
}

/**
 * np_tally_get:
 * @self: a tally
 * @counts: (out): how many stories each place has
 *
 * Returns: whether np_tally_count() was called, be it before np_tally_forget(); if not, @counts is all 0
 */
gboolean
np_tally_get (NpTally *self, NpCounts *counts)
{
  gboolean known;

  g_return_val_if_fail (NP_IS_TALLY (self) && counts != NULL, FALSE);

  g_mutex_lock (&self->lock);
  *counts = self->counts;
  known = self->known;
  g_mutex_unlock (&self->lock);
  return known;
}

/**
 * np_tally_get_topic:
 * @self: a tally
 * @key: the key of a topic
 *
 * Returns: how many stories the topic has
 */
guint
np_tally_get_topic (NpTally *self, const char *key)
{
  guint n = 0;

  g_return_val_if_fail (NP_IS_TALLY (self) && key != NULL, 0);

  g_mutex_lock (&self->lock);
  if (self->topics != NULL)
    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, key));
  g_mutex_unlock (&self->lock);
  return n;
}

/**
 * np_tally_get_search:
 * @self: a tally
 * @id: the id of a search that is kept
 *
 * Returns: how many stories it finds
 */
guint
np_tally_get_search (NpTally *self, const char *id)
{
  guint n = 0;

  g_return_val_if_fail (NP_IS_TALLY (self) && id != NULL, 0);

  g_mutex_lock (&self->lock);
  if (self->searches != NULL)
    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->searches, id));
  g_mutex_unlock (&self->lock);
  return n;
}
