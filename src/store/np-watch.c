#define _GNU_SOURCE
#include "store/np-watch.h"

#include "store/np-watch-tree.h"

#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>
#include <unistd.h>

/* News wait until nothing more comes for so long, but no longer than the second: a sync tool writes without a pause. */
#define QUIET_USEC   (250 * 1000)
#define LONGEST_USEC (1000 * 1000)

/* More at once is told as “everything”: to look through all files then costs less than a list of them. */
#define MAX_PATHS 20000

/* A file that cannot be read yet is looked at once more after so long. */
#define AGAIN_USEC (2 * G_USEC_PER_SEC)

/* Where the kernel does not tell: how often the times of the folders are looked at, and how often everything is. A
 * file that is replaced changes the time of its folder, and then all files of it are compared; one that is written in
 * place does not. */
#define LOOK_USEC       (5 * G_USEC_PER_SEC)
#define EVERYTHING_USEC (10 * 60 * G_USEC_PER_SEC)

struct _NpWatch
{
  NpStore *store;
  NpWatchFunc func;
  gpointer user_data;
  gboolean look; /* from time to time */
  int wake;      /* eventfd: to stop, or that something was put into `again` */
  GThread *thread;

  GMutex lock;       /* of all below */
  GHashTable *again; /* char* path → gint64* when */
  gboolean stop;
  gboolean ready; /* from now on nothing is missed */
  GCond became_ready;

  /* of the thread */
  GHashTable *pending; /* set of char* */
  gboolean everything;
  gint64 first, last;  /* when the first and the last of the pending came; 0 = none */
  GHashTable *folders; /* char* → Folder */
  gint64 looked, looked_at_all;
};

/* File systems of other machines tell only of what this machine does. */
static gboolean
is_of_another_machine (const char *folder)
{
  static const guint32 kinds[] = { 0x6969 /* NFS */,      0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
                                   0x65735546 /* FUSE */, 0x00C36400 /* Ceph */, 0x01021997 /* 9P */ };
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((guint32) info.f_type == kinds[i])
      return TRUE;
  return FALSE;
}

static void
add_pending (const char *path, gpointer user_data)
{
  NpWatch *self = user_data;

  self->last = g_get_monotonic_time ();
  if (self->first == 0)
    self->first = self->last;
  if (path == NULL || g_hash_table_size (self->pending) >= MAX_PATHS)
    self->everything = TRUE;
  else
    g_hash_table_add (self->pending, g_strdup (path));
}

static void
tell (NpWatch *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, g_strdup (path));
  g_hash_table_remove_all (self->pending);
  self->first = 0;
  self->func (self->everything ? NULL : paths, self->user_data);
  self->everything = FALSE;
}

static void
take_again (NpWatch *self, gint64 now)
{
  GHashTableIter iter;
  gpointer path, when;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->again);
  while (g_hash_table_iter_next (&iter, &path, &when))
    if (*(gint64 *) when <= now)
      {
        add_pending (path, self);
        g_hash_table_iter_remove (&iter);
      }
  g_mutex_unlock (&self->lock);
}

/* Only to be compared: a file system may give a time that is too far away for nanoseconds, which then wraps around. */
static guint64
time_of (const GStatBuf *info)
{
  return (guint64) info->st_mtim.tv_sec * 1000000000 + (guint64) info->st_mtim.tv_nsec;
}

/* What was seen of a folder. */
typedef struct
{
  guint64 time;      /* of the folder, nanoseconds */
  GHashTable *files; /* char* path → guint64*: time and size together */
} Folder;

static void
folder_free (gpointer data)
{
  Folder *folder = data;

  g_hash_table_unref (folder->files);
  g_free (folder);
}

static void
compare_files (NpWatch *self, Folder *before, GHashTable *files)
{
  GHashTableIter iter;
  gpointer path, stamp;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &stamp))
    {
      guint64 *old = before != NULL ? g_hash_table_lookup (before->files, path) : NULL;

      if (old == NULL || *old != *(guint64 *) stamp)
        add_pending (path, self);
    }
  if (before == NULL)
    return;
  g_hash_table_iter_init (&iter, before->files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (files, path))
      add_pending (path, self);
}

/* Tells what changed in a folder whose time is another than before, and in those in it. @quietly: only takes note. */
static void
look_into (NpWatch *self, const char *path, gboolean quietly)
{
  const char *top = np_store_get_folder (self->store);
  g_autofree char *file = g_build_filename (top, path, NULL);
  Folder *before = g_hash_table_lookup (self->folders, path), *now;
  g_autoptr (GDir) listing = g_dir_open (file, 0, NULL);
  GStatBuf info;
  const char *name;

  if (listing == NULL || g_lstat (file, &info) != 0)
    return;
  now = g_new0 (Folder, 1);
  now->time = time_of (&info);
  now->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
      g_autofree char *inner_file = g_build_filename (top, inner, NULL);
      guint64 stamp;

      if (np_watch_is_of_library (inner, FALSE) && (before == NULL || before->time != now->time)
          && g_lstat (inner_file, &info) == 0 && S_ISREG (info.st_mode))
        {
          stamp = time_of (&info) * 31 + (guint64) info.st_size;
          g_hash_table_replace (now->files, g_steal_pointer (&inner), g_memdup2 (&stamp, sizeof stamp));
        }
      else if (np_watch_is_of_library (inner, TRUE) && !g_str_has_suffix (inner, ".json")
               && g_lstat (inner_file, &info) == 0 && S_ISDIR (info.st_mode))
        look_into (self, inner, quietly);
    }
  before = g_hash_table_lookup (self->folders, path);
  if (before != NULL && before->time == now->time)
    {
      folder_free (now);
      return;
    }
  if (!quietly)
    compare_files (self, before, now->files);
  g_hash_table_replace (self->folders, g_strdup (path), now);
}

static void
look (NpWatch *self, gint64 now)
{
  if (!self->look || now - self->looked < LOOK_USEC)
    return;
  look_into (self, "", self->looked == 0);
  self->looked = now;
  if (self->looked_at_all == 0)
    self->looked_at_all = now;
  if (now - self->looked_at_all > EVERYTHING_USEC)
    {
      add_pending (NULL, self);
      self->looked_at_all = now;
    }
}

/* Gives how long nothing has to be done, in milliseconds; -1 = until something comes. */
static int
find_patience (NpWatch *self, gint64 now)
{
  gint64 until = G_MAXINT64;
  GHashTableIter iter;
  gpointer when;

  if (self->first != 0)
    until = MIN (self->last + QUIET_USEC, self->first + LONGEST_USEC);
  if (self->look)
    until = MIN (until, self->looked + LOOK_USEC);
  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->again);
  while (g_hash_table_iter_next (&iter, NULL, &when))
    until = MIN (until, *(gint64 *) when);
  g_mutex_unlock (&self->lock);
  return until == G_MAXINT64 ? -1 : (int) (MAX (until - now, 0) / 1000) + 1;
}

static gboolean
is_stopped (NpWatch *self)
{
  gboolean stop;

  g_mutex_lock (&self->lock);
  stop = self->stop;
  g_mutex_unlock (&self->lock);
  return stop;
}

/* Where the kernel watches no more folders. What came before the first look is in no list: when there was something to
 * tell already, all has to be looked at. */
static void
look_from_now_on (NpWatch *self)
{
  g_message ("not every folder can be watched; looking at them from time to time");
  self->look = TRUE;
  if (self->ready)
    add_pending (NULL, self);
}

static gpointer
watch (gpointer data)
{
  NpWatch *self = data;
  g_autoptr (NpWatchTree) tree = NULL;
  eventfd_t unused;

  if (!self->look)
    tree = np_watch_tree_new (np_store_get_folder (self->store), add_pending, self);
  self->look |= is_of_another_machine (np_store_get_folder (self->store));
  if (tree != NULL && !np_watch_tree_is_whole (tree) && !self->look)
    look_from_now_on (self);
  look (self, g_get_monotonic_time ());
  g_mutex_lock (&self->lock);
  self->ready = TRUE;
  g_cond_broadcast (&self->became_ready);
  g_mutex_unlock (&self->lock);
  while (!is_stopped (self))
    {
      struct pollfd fds[] = { { self->wake, POLLIN, 0 },
                              { tree != NULL ? np_watch_tree_get_fd (tree) : -1, POLLIN, 0 } };
      gint64 now;

      if (tree != NULL && !np_watch_tree_is_whole (tree) && !self->look)
        look_from_now_on (self);
      look (self, g_get_monotonic_time ());
      poll (fds, G_N_ELEMENTS (fds), find_patience (self, g_get_monotonic_time ()));
      if (fds[0].revents != 0)
        eventfd_read (self->wake, &unused);
      if (fds[1].revents != 0)
        np_watch_tree_read (tree);
      now = g_get_monotonic_time ();
      take_again (self, now);
      if (self->first != 0 && (now - self->last >= QUIET_USEC || now - self->first >= LONGEST_USEC))
        tell (self);
    }
  return NULL;
}

/**
 * np_watch_new:
 * @store: a library
 * @mode: how to learn what happens
 * @func: called in the thread of the watch
 * @user_data: for @func
 *
 * Returns: (transfer full): a watch
 */
NpWatch *
np_watch_new (NpStore *store, NpWatchMode mode, NpWatchFunc func, gpointer user_data)
{
  NpWatch *self = g_new0 (NpWatch, 1);

  self->store = g_object_ref (store);
  self->func = func;
  self->user_data = user_data;
  self->look = mode == NP_WATCH_LOOK;
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  g_mutex_init (&self->lock);
  g_cond_init (&self->became_ready);
  self->again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, folder_free);
  self->thread = g_thread_new ("watch", watch, self);
  return self;
}

/**
 * np_watch_free:
 * @self: (transfer full) (nullable): a watch
 *
 * Ends it; when this returns, nothing is told any more.
 */
void
np_watch_free (NpWatch *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->stop = TRUE;
  g_mutex_unlock (&self->lock);
  eventfd_write (self->wake, 1);
  g_thread_join (self->thread);
  close (self->wake);
  g_hash_table_unref (self->again);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->folders);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->became_ready);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * np_watch_wait:
 * @self: a watch
 *
 * Waits until it is at work: what happens after that is told, what happened before has to be looked for. Safe from any
 * thread.
 */
void
np_watch_wait (NpWatch *self)
{
  g_mutex_lock (&self->lock);
  while (!self->ready)
    g_cond_wait (&self->became_ready, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * np_watch_tell_again:
 * @self: a watch
 * @path: a file that was told
 *
 * Tells a file once more after a while: it could not be read, and may be half written. Safe from any thread.
 */
void
np_watch_tell_again (NpWatch *self, const char *path)
{
  gint64 when = g_get_monotonic_time () + AGAIN_USEC;

  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->again, g_strdup (path), g_memdup2 (&when, sizeof when));
  g_mutex_unlock (&self->lock);
  eventfd_write (self->wake, 1);
}
