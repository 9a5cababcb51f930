#include "library/np-catalog.h"

#include "library/np-library-error.h"

struct _NpCatalog
{
  GObject parent_instance;
  NpStore *store;
  NpIndex *index;
  NpHealth *health;
  NpSearchShelf *searches;
  NpTopicShelf *topics;
  GRecMutex write; /* held while a file and its row in the index are changed together */
};

G_DEFINE_FINAL_TYPE (NpCatalog, np_catalog, G_TYPE_OBJECT)

static void
np_catalog_finalize (GObject *object)
{
  NpCatalog *self = NP_CATALOG (object);

  np_catalog_close (self);
  g_clear_pointer (&self->searches, np_search_shelf_free);
  g_clear_object (&self->store);
  g_clear_object (&self->index);
  g_clear_pointer (&self->topics, np_topic_shelf_free);
  g_clear_pointer (&self->health, np_health_free);
  g_rec_mutex_clear (&self->write);
  G_OBJECT_CLASS (np_catalog_parent_class)->finalize (object);
}

static void
np_catalog_class_init (NpCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_catalog_finalize;
}

static void
np_catalog_init (NpCatalog *self)
{
  g_rec_mutex_init (&self->write);
  self->health = np_health_new ();
}

static void
on_damage (gpointer user_data)
{
  g_message ("the index is damaged and will be rebuilt");
  np_health_set_stale (user_data, TRUE);
}

static NpIndex *
open_index (NpStore *store, NpHealth *health, GError **error)
{
  const char *id = np_store_get_id (store);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "newsprint", id, NULL);
  g_autofree char *path = g_build_filename (folder, "index.sqlite", NULL);
  NpIndex *index;

  g_mkdir_with_parents (folder, 0700);
  index = np_index_open (path, id, error);
  if (index != NULL)
    {
      np_health_set_stale (health, np_index_is_fresh (index));
      np_index_watch (index, on_damage, health);
    }
  return index;
}

static void
keep_ancestors (NpStore *store)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_state_dir (), "newsprint", np_store_get_id (store), "ancestors", NULL);

  np_store_keep_ancestors (store, folder);
}

/**
 * np_catalog_open:
 * @folder: the library's folder; made when it is missing
 * @read_only: whether to write nothing and take no lock
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Opens a library. It may turn out read-only whatever @read_only says: see np_store_get_access().
 *
 * Returns: (transfer full) (nullable): the catalog
 */
NpCatalog *
np_catalog_open (const char *folder, gboolean read_only, GError **error)
{
  g_autoptr (NpCatalog) self = g_object_new (NP_TYPE_CATALOG, NULL);
  NpTopicTree *tree = NULL;
  g_autoptr (GError) local = NULL;

  self->store = np_store_open (folder, read_only ? NP_STORE_READ_ONLY_WANTED : NP_STORE_NONE, &local);
  if (self->store != NULL)
    keep_ancestors (self->store);
  if (self->store != NULL)
    self->index = open_index (self->store, self->health, &local);
  if (self->index != NULL)
    tree = np_store_read_topics (self->store, &local);
  if (tree == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  self->topics = np_topic_shelf_new (tree);
  self->searches = np_search_shelf_new (self->store);
  return g_steal_pointer (&self);
}

/**
 * np_catalog_close:
 * @self: a catalog
 *
 * Lets go of the library: waits for the write that is going on and gives the lock back. Nothing may be asked of @self
 * afterwards.
 */
void
np_catalog_close (NpCatalog *self)
{
  g_return_if_fail (NP_IS_CATALOG (self));

  g_rec_mutex_lock (&self->write);
  if (self->index != NULL)
    {
      np_index_watch (self->index, NULL, NULL);
      np_index_close (self->index);
    }
  if (self->store != NULL)
    np_store_close (self->store);
  g_rec_mutex_unlock (&self->write);
}

/**
 * np_catalog_get_store:
 * @self: a catalog
 *
 * Returns: (transfer none): its store
 */
NpStore *
np_catalog_get_store (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return self->store;
}

/**
 * np_catalog_get_index:
 * @self: a catalog
 *
 * Returns: (transfer none): its index
 */
NpIndex *
np_catalog_get_index (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return self->index;
}

/**
 * np_catalog_get_health:
 * @self: a catalog
 *
 * Returns: (transfer none): whether its index can be believed; np_catalog_refresh() mends it
 */
NpHealth *
np_catalog_get_health (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return self->health;
}

/**
 * np_catalog_get_searches:
 * @self: a catalog
 *
 * Returns: (transfer none): the searches that are kept
 */
NpSearchShelf *
np_catalog_get_searches (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return self->searches;
}

/**
 * np_catalog_get_topic_shelf:
 * @self: a catalog
 *
 * Returns: (transfer none): the topics as everybody sees them; to change them, np_catalog_set_topics()
 */
NpTopicShelf *
np_catalog_get_topic_shelf (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return self->topics;
}

/* A story that the index does not have is looked for once more when nobody writes: while the index is built anew it is
 * there only for those who wait. */
static NpStory *
find_story (NpCatalog *self, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  NpStory *story = np_index_find_story (self->index, id, &local);

  if (story == NULL && local == NULL)
    {
      g_rec_mutex_lock (&self->write);
      story = np_index_find_story (self->index, id, &local);
      g_rec_mutex_unlock (&self->write);
    }
  if (local != NULL)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  else if (story == NULL)
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY, "no story %s", id);
  return story;
}

/* Writes the row of an article whose file was just written. */
static void
index_article (NpCatalog *self, const NpArticle *article, const char *path, gboolean trashed)
{
  NpIndexFile file = { path, 0, 0, trashed };
  g_autoptr (GError) error = NULL;

  /* Where that fails the file counts as changed since, and is read again when all are looked at. */
  np_store_stat_article (self->store, path, &file.size, &file.mtime_ns, NULL);
  if (!np_index_put (self->index, article, &file, &error))
    {
      g_message ("the index failed and will be rebuilt: %s", error->message);
      np_health_set_stale (self->health, TRUE);
    }
}

/* The same of a new story. Nobody waits for its row but those who ask the index. */
static void
index_new (NpCatalog *self, const NpArticle *article, const char *path)
{
  NpIndexFile file = { path, 0, 0, FALSE };

  np_store_stat_article (self->store, path, &file.size, &file.mtime_ns, NULL);
  np_index_put_later (self->index, article, &file);
}

/* A story whose file is gone, or was set aside as damaged, leaves the index, so that no list shows it any more. One
 * that was moved comes back with the next refresh. */
static void
forget_lost (NpCatalog *self, NpStory *story, const GError *why)
{
  g_autoptr (NpStory) now = NULL;

  if (!g_error_matches (why, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND)
      && !g_error_matches (why, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED))
    return;
  g_rec_mutex_lock (&self->write);
  now = np_index_find_story (self->index, np_story_get_id (story), NULL);
  if (now != NULL && g_strcmp0 (np_story_get_path (now), np_story_get_path (story)) == 0
      && np_index_remove (self->index, np_story_get_id (story), NULL))
    np_health_tell_lost (self->health);
  g_rec_mutex_unlock (&self->write);
}

/**
 * np_catalog_read:
 * @self: a catalog
 * @id: the id of an article
 * @trashed: (out) (optional): whether it is in the trash
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the article as it is on disk
 */
NpArticle *
np_catalog_read (NpCatalog *self, const char *id, gboolean *trashed, GError **error)
{
  g_autoptr (NpStory) story = NULL;
  g_autoptr (GError) local = NULL;
  NpArticle *article;

  g_return_val_if_fail (NP_IS_CATALOG (self) && id != NULL, NULL);

  story = find_story (self, id, error);
  if (story == NULL)
    return NULL;
  article = np_store_read_article (self->store, np_story_get_path (story), &local);
  if (article == NULL)
    {
      forget_lost (self, story, local);
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
    }
  else if (trashed != NULL)
    *trashed = np_story_get_trashed (story);
  return article;
}

/**
 * np_catalog_add:
 * @self: a catalog
 * @article: a new article that the caller alone holds; gets its id and saving time; nobody may change it afterwards
 * @saved_before: (out) (nullable): the id of the story that is this one already; then nothing is added
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether the story is in the library, durable
 */
gboolean
np_catalog_add (NpCatalog *self, NpArticle *article, char **saved_before, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (self) && article != NULL && saved_before != NULL, FALSE);

  g_rec_mutex_lock (&self->write);
  *saved_before = np_catalog_find_saved (self, article);
  if (*saved_before == NULL)
    {
      path = np_store_add_article (self->store, article, &local);
      if (path != NULL)
        index_new (self, article, path);
    }
  g_rec_mutex_unlock (&self->write);
  if (local != NULL)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return *saved_before != NULL || path != NULL;
}

/**
 * np_catalog_write:
 * @self: a catalog
 * @article: an article of the library, changed
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether it was written, durable; if not, the file is as it was
 */
gboolean
np_catalog_write (NpCatalog *self, const NpArticle *article, GError **error)
{
  g_autoptr (NpStory) story = NULL;
  g_autoptr (GError) local = NULL;
  gboolean written;

  g_return_val_if_fail (NP_IS_CATALOG (self) && article != NULL, FALSE);

  g_rec_mutex_lock (&self->write); /* before it is looked for: it must not be moved meanwhile */
  story = find_story (self, article->id, error);
  if (story == NULL)
    {
      g_rec_mutex_unlock (&self->write);
      return FALSE;
    }
  written = np_store_write_article (self->store, np_story_get_path (story), article, &local);
  if (written)
    index_article (self, article, np_story_get_path (story), np_story_get_trashed (story));
  g_rec_mutex_unlock (&self->write);
  if (!written)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return written;
}

/**
 * np_catalog_set_trashed:
 * @self: a catalog
 * @id: the id of an article
 * @trashed: whether it shall be in the trash
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether it is where it shall be, durable
 */
gboolean
np_catalog_set_trashed (NpCatalog *self, const char *id, gboolean trashed, GError **error)
{
  g_autoptr (NpStory) story = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (self) && id != NULL, FALSE);

  g_rec_mutex_lock (&self->write); /* as above */
  story = find_story (self, id, error);
  if (story == NULL || !np_story_get_trashed (story) == !trashed)
    {
      g_rec_mutex_unlock (&self->write);
      return story != NULL;
    }
  article = np_store_read_article (self->store, np_story_get_path (story), &local);
  if (article != NULL)
    path = trashed ? np_store_trash_article (self->store, np_story_get_path (story), &local)
                   : np_store_restore_article (self->store, np_story_get_path (story), &local);
  if (path != NULL)
    index_article (self, article, path, trashed);
  else
    forget_lost (self, story, local);
  g_rec_mutex_unlock (&self->write);
  if (path == NULL)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return path != NULL;
}

/**
 * np_catalog_hold:
 * @self: a catalog
 *
 * Keeps every other thread from writing until np_catalog_release().
 */
void
np_catalog_hold (NpCatalog *self)
{
  g_return_if_fail (NP_IS_CATALOG (self));

  g_rec_mutex_lock (&self->write);
}

/**
 * np_catalog_release:
 * @self: a catalog
 *
 * Ends np_catalog_hold().
 */
void
np_catalog_release (NpCatalog *self)
{
  g_return_if_fail (NP_IS_CATALOG (self));

  g_rec_mutex_unlock (&self->write);
}
