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
  NpStoreAccess access;
  char *lock_holder;

  GRecMutex writing; /* held by the one thread that changes files */
  NpLock *lock;      /* under `writing`; NULL = nothing can be written */

  GMutex damage_mutex;
  GPtrArray *damage; /* char*, under `damage_mutex`, as are the two below */
  GPtrArray *copies; /* char*: copies by sync tools that were seen */
  GPtrArray *merged; /* char*: files that such copies were merged into */

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
  g_clear_pointer (&self->damage, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
  g_clear_pointer (&self->ancestors, np_ancestors_free);
  g_rec_mutex_clear (&self->writing);
  g_mutex_clear (&self->damage_mutex);
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
  g_mutex_init (&self->damage_mutex);
  self->damage = g_ptr_array_new_with_free_func (g_free);
  self->copies = g_ptr_array_new_with_free_func (g_free);
  self->merged = g_ptr_array_new_with_free_func (g_free);
}

static void
add_news (NpStore *self, GPtrArray **list, const char *path)
{
  g_mutex_lock (&self->damage_mutex);
  if (!g_ptr_array_find_with_equal_func (*list, path, g_str_equal, NULL))
    g_ptr_array_add (*list, g_strdup (path));
  g_mutex_unlock (&self->damage_mutex);
}

static GPtrArray *
take_news (NpStore *self, GPtrArray **list)
{
  GPtrArray *news;

  g_mutex_lock (&self->damage_mutex);
  news = g_steal_pointer (list);
  *list = g_ptr_array_new_with_free_func (g_free);
  g_mutex_unlock (&self->damage_mutex);
  return news;
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
    add_news (self, &self->damage, damaged);
  if (newer)
    {
      self->access = NP_STORE_READ_ONLY_VERSION;
      g_clear_pointer (&self->lock, np_lock_release);
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

  return self->access;
}

/**
 * np_store_yield:
 * @self: a library that is being opened
 *
 * Makes it one that can only be read: a later version has written a file of it that this one cannot keep whole.
 */
void
np_store_yield (NpStore *self)
{
  g_return_if_fail (NP_IS_STORE (self));

  g_rec_mutex_lock (&self->writing);
  g_clear_pointer (&self->lock, np_lock_release);
  self->access = NP_STORE_READ_ONLY_VERSION;
  g_rec_mutex_unlock (&self->writing);
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

/**
 * np_store_take_damage:
 * @self: a library
 *
 * Gives the damaged files that were met since the last call: where each is now, in damaged/ with a note beside it or,
 * in a library that cannot be written, where it always was.
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_damage (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return take_news (self, &self->damage);
}

/**
 * np_store_take_copies:
 * @self: a library
 *
 * Gives the copies by sync tools that np_store_scan() met since the last call, for np_store_merge_copy().
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_copies (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return take_news (self, &self->copies);
}

/**
 * np_store_take_merged:
 * @self: a library
 *
 * Gives the files into which other versions were merged since the last call; the other versions are in damaged/.
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_merged (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return take_news (self, &self->merged);
}

/* For the other files of NpStore: remembers such a file until somebody asks. */
void
np_store_add_copy (NpStore *self, const char *path)
{
  add_news (self, &self->copies, path);
}

void
np_store_add_merged (NpStore *self, const char *path)
{
  add_news (self, &self->merged, path);
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
  switch (self->access)
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
      add_news (self, &self->damage, path);
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
    add_news (self, &self->damage, *where);
  return *where != NULL;
}
