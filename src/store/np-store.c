#include "store/np-store.h"

#include "json/np-json-path.h"
#include "store/np-damage.h"
#include "store/np-lock.h"
#include "store/np-root.h"
#include "store/np-store-parts.h"

struct _NpStore
{
  GObject parent_instance;

  NpDisk *disk;
  char *id;
  gint access; /* NpStoreAccess; atomic */
  char *lock_holder;

  GRecMutex writing; /* held by the one thread that changes files */
  NpLock *lock;      /* under `writing`; NULL = nothing can be written */

  NpStoreNews *news;

  NpAncestors *ancestors; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpStore, np_store, G_TYPE_OBJECT)
static void
np_store_dispose (GObject *object)
{
  np_store_close (NP_STORE (object));
  G_OBJECT_CLASS (np_store_parent_class)->dispose (object);
}

static void
np_store_finalize (GObject *object)
{
  NpStore *self = NP_STORE (object);

  g_clear_pointer (&self->disk, np_disk_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->lock_holder, g_free);
  g_clear_pointer (&self->news, np_store_news_free);
  g_clear_pointer (&self->ancestors, np_ancestors_free);
  g_rec_mutex_clear (&self->writing);
  G_OBJECT_CLASS (np_store_parent_class)->finalize (object);
}

static void
np_store_class_init (NpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = np_store_dispose;
  object_class->finalize = np_store_finalize;
}

static void
np_store_init (NpStore *self)
{
  g_rec_mutex_init (&self->writing);
  self->news = np_store_news_new ();
}

/* Takes the lock when the library is to be written. */
static void
take_lock (NpStore *self, NpStoreFlags flags)
{
  gboolean unclean;

  if (flags & NP_STORE_READ_ONLY_WANTED)
    {
      self->access = NP_STORE_READ_ONLY_ASKED;
      return;
    }
  self->access = NP_STORE_READ_ONLY_PERMISSION;
  if (!np_root_is_writable (self->disk))
    return;
  switch (np_lock_take (np_disk_get_fd (self->disk), &self->lock, &self->lock_holder, &unclean))
    {
    case NP_LOCK_TAKEN:
      self->access = NP_STORE_WRITABLE;
      if (unclean)
        np_disk_clean (self->disk);
      break;
    case NP_LOCK_BUSY:
      self->access = NP_STORE_READ_ONLY_LOCKED;
      break;
    case NP_LOCK_IMPOSSIBLE:
      break;
    }
}

static gboolean
read_root (NpStore *self, GError **error)
{
  g_autofree char *damaged = NULL;
  gboolean newer = FALSE;

  self->id = np_root_read (self->disk, self->access == NP_STORE_WRITABLE, &newer, &damaged, error);
  if (self->id == NULL)
    return FALSE;
  if (damaged != NULL)
    np_store_news_add (self->news, NP_STORE_NEWS_DAMAGE, damaged);
  if (newer)
    {
      np_store_add_later (self, NP_ROOT_FILE, TRUE);
      self->access = NP_STORE_READ_ONLY_VERSION; /* the reason that matters, also where nobody may write */
    }
  return TRUE;
}

/**
 * np_store_open:
 * @folder: the library's folder
 * @flags: how to open it
 * @error: any of `NP_STORE_ERROR`
 *
 * Opens a library, and makes one where there is no folder or one with nothing in it. A library that cannot be written,
 * for whatever reason, opens to be read: see np_store_get_access().
 *
 * Returns: (transfer full) (nullable): the library
 */
NpStore *
np_store_open (const char *folder, NpStoreFlags flags, GError **error)
{
  g_autoptr (NpStore) self = NULL;
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  absolute = g_canonicalize_filename (folder, NULL);
  self = g_object_new (NP_TYPE_STORE, NULL);
  if (!np_root_prepare (absolute, !(flags & NP_STORE_READ_ONLY_WANTED), error))
    return NULL;
  self->disk = np_disk_open (absolute, error);
  if (self->disk == NULL || !np_root_check (self->disk, error))
    return NULL;
  take_lock (self, flags);
  return read_root (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * np_store_close:
 * @self: a library
 *
 * Waits for a write that goes on and gives the lock back. What is written after it fails; reading goes on.
 */
void
np_store_close (NpStore *self)
{
  g_return_if_fail (NP_IS_STORE (self));

  g_rec_mutex_lock (&self->writing);
  if (self->lock != NULL && np_disk_is_untidy (self->disk))
    np_disk_clean (self->disk);
  g_clear_pointer (&self->lock, np_lock_release);
  g_rec_mutex_unlock (&self->writing);
}

/**
 * np_store_get_folder:
 * @self: a library
 *
 * Returns: the absolute path of its folder
 */
const char *
np_store_get_folder (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_disk_get_folder (self->disk);
}

/**
 * np_store_get_id:
 * @self: a library
 *
 * Returns: its UUID, lower case; the same wherever its folder is moved
 */
const char *
np_store_get_id (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return self->id;
}

/**
 * np_store_get_access:
 * @self: a library
 *
 * Returns: whether it was opened to be written, or why not
 */
NpStoreAccess
np_store_get_access (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NP_STORE_READ_ONLY_PERMISSION);

  return (NpStoreAccess) g_atomic_int_get (&self->access);
}

/**
 * np_store_get_lock_holder:
 * @self: a library
 *
 * Returns: (nullable): who had the lock when the library was opened: "pid 123 on host"; `NULL` when nobody had
 */
const char *
np_store_get_lock_holder (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return self->lock_holder;
}

/**
 * np_store_get_file:
 * @self: a library
 * @path: (nullable): a path as it stands in the library's files: "media/ab/ab34….jpg"
 *
 * Returns: (transfer full) (nullable): its absolute path, `NULL` when it would lie outside the library
 */
char *
np_store_get_file (NpStore *self, const char *path)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_json_path_is_inside (path, NULL) ? g_build_filename (np_disk_get_folder (self->disk), path, NULL) : NULL;
}

/* For the other files of NpStore: a file of a later version was met. @governs: nothing in the library is written any
 * more. */
void
np_store_add_later (NpStore *self, const char *path, gboolean governs)
{
  np_store_news_add (self->news, NP_STORE_NEWS_LATER, path);
  if (!governs || np_store_get_access (self) != NP_STORE_WRITABLE)
    return;
  g_rec_mutex_lock (&self->writing);
  g_clear_pointer (&self->lock, np_lock_release);
  g_atomic_int_set (&self->access, NP_STORE_READ_ONLY_VERSION);
  g_rec_mutex_unlock (&self->writing);
}

/**
 * np_store_look_at_root:
 * @self: a library that is open
 *
 * Looks at library.json again: a sync tool may have brought one of a later version. Then the library can only be read
 * from now on, as np_store_take_later() tells.
 */
void
np_store_look_at_root (NpStore *self)
{
  g_return_if_fail (NP_IS_STORE (self));

  if (np_root_is_later (self->disk))
    np_store_add_later (self, NP_ROOT_FILE, TRUE);
}

/**
 * np_store_keep_ancestors:
 * @self: a library
 * @folder: a folder that is not in the library
 *
 * From now on keeps there what files were before this machine changed them, for merging them with other machines'.
 */
void
np_store_keep_ancestors (NpStore *self, const char *folder)
{
  g_return_if_fail (NP_IS_STORE (self) && self->ancestors == NULL);

  self->ancestors = np_ancestors_new (folder);
}

/* For the other files of NpStore. */
NpStoreNews *
np_store_get_news (NpStore *self)
{
  return self->news;
}

/* For the other files of NpStore. */
NpAncestors *
np_store_get_ancestors (NpStore *self)
{
  return self->ancestors;
}

/* For the other files of NpStore: its folder. */
NpDisk *
np_store_get_disk (NpStore *self)
{
  return self->disk;
}

static const char *
why_read_only (NpStore *self)
{
  switch (np_store_get_access (self))
    {
    case NP_STORE_WRITABLE:
      return "it is closed";
    case NP_STORE_READ_ONLY_ASKED:
      return "it was opened to be read only";
    case NP_STORE_READ_ONLY_LOCKED:
      return "another program is writing to it";
    case NP_STORE_READ_ONLY_PERMISSION:
      return "its folder cannot be written to";
    case NP_STORE_READ_ONLY_VERSION:
      return "it was written by a later version";
    }
  g_return_val_if_reached ("");
}

/* For the other files of NpStore: waits for other writers; TRUE has to be followed by np_store_end_write(). */
gboolean
np_store_begin_write (NpStore *self, GError **error)
{
  g_rec_mutex_lock (&self->writing);
  if (self->lock != NULL)
    return TRUE;
  g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_READ_ONLY, "the library “%s” cannot be changed: %s%s%s%s",
               np_disk_get_folder (self->disk), why_read_only (self), self->lock_holder != NULL ? " (" : "",
               self->lock_holder != NULL ? self->lock_holder : "", self->lock_holder != NULL ? ")" : "");
  g_rec_mutex_unlock (&self->writing);
  return FALSE;
}

void
np_store_end_write (NpStore *self)
{
  g_rec_mutex_unlock (&self->writing);
}

/* For the other files of NpStore: moves a file that holds @bytes and cannot be read to damaged/, or leaves it where
 * nothing can be written. @where: where it is now, NULL when it holds something else by now. */
gboolean
np_store_set_aside (NpStore *self, const char *path, GBytes *bytes, const char *why, char **where, GError **error)
{
  g_autoptr (NpStoreWriting) writing = np_store_writing (self, NULL);
  g_autoptr (GBytes) now = NULL;

  *where = NULL;
  if (writing == NULL)
    {
      np_store_news_add (self->news, NP_STORE_NEWS_DAMAGE, path);
      *where = g_strdup (path);
      return TRUE;
    }
  now = np_disk_read (self->disk, path, NP_STORE_MAX_FILE, error);
  if (now == NULL)
    return FALSE;
  if (!g_bytes_equal (now, bytes))
    return TRUE;
  *where = np_damage_set_aside (self->disk, path, why, error);
  if (*where != NULL)
    np_store_news_add (self->news, NP_STORE_NEWS_DAMAGE, *where);
  return *where != NULL;
}
