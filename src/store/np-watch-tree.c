#include "store/np-watch-tree.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#define MASK                                                                                                           \
  (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK)

/* Deeper folders than these are not the library's. */
#define MAX_DEPTH 16

struct _NpWatchTree
{
  char *folder;
  NpWatchTreeFunc func;
  gpointer user_data;
  int fd;
  GHashTable *paths; /* number of the watch → char*, relative */
  gboolean whole;    /* no folder was left out */
};

/**
 * np_watch_is_of_library:
 * @path: relative to the library's folder, "" for itself
 * @folder: whether it is a folder, else a file
 *
 * Returns: whether others may change a story, the topics or the like there; what Newsprint has not finished writing,
 * photos and pages are no news
 */
gboolean
np_watch_is_of_library (const char *path, gboolean folder)
{
  const char *name = strrchr (path, '/');

  name = name != NULL ? name + 1 : path;
  if (*name == '.')
    return FALSE;
  if (folder && (*path == '\0' || g_str_equal (path, "articles") || g_str_equal (path, "trash")))
    return TRUE;
  if (!folder && !g_str_has_suffix (name, ".json"))
    return FALSE;
  return g_str_has_prefix (path, "articles/") || g_str_has_prefix (path, "trash/articles") || (!folder && name == path);
}

static char *
join (const char *path, const char *name)
{
  return *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
}

/* Watches a folder and those in it. @tell: what is in it already is news; it may have come before the watch. */
static void
add_folder (NpWatchTree *self, const char *path, gboolean tell, guint depth)
{
  g_autofree char *file = g_build_filename (self->folder, path, NULL);
  int watch = inotify_add_watch (self->fd, file, MASK);
  g_autoptr (GDir) listing = NULL;
  const char *name;

  if (watch < 0)
    {
      self->whole = self->whole && (errno == ENOENT || errno == ENOTDIR);
      return;
    }
  g_hash_table_replace (self->paths, GINT_TO_POINTER (watch), g_strdup (path));
  listing = depth < MAX_DEPTH ? g_dir_open (file, 0, NULL) : NULL;
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = join (path, name), *inner_file = g_build_filename (file, name, NULL);

      if (np_watch_is_of_library (inner, TRUE) && g_file_test (inner_file, G_FILE_TEST_IS_DIR)
          && !g_file_test (inner_file, G_FILE_TEST_IS_SYMLINK))
        add_folder (self, inner, tell, depth + 1);
      else if (tell && np_watch_is_of_library (inner, FALSE))
        self->func (inner, self->user_data);
    }
}

/**
 * np_watch_tree_new:
 * @folder: the absolute path of the library's folder
 * @func: called by np_watch_tree_read()
 * @user_data: for @func
 *
 * Returns: (transfer full): the watches; maybe not for all folders, see np_watch_tree_is_whole()
 */
NpWatchTree *
np_watch_tree_new (const char *folder, NpWatchTreeFunc func, gpointer user_data)
{
  NpWatchTree *self = g_new0 (NpWatchTree, 1);

  self->folder = g_strdup (folder);
  self->func = func;
  self->user_data = user_data;
  self->paths = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  self->whole = self->fd >= 0;
  if (self->whole)
    add_folder (self, "", FALSE, 0);
  return self;
}

/**
 * np_watch_tree_free:
 * @tree: (transfer full) (nullable): watches
 */
void
np_watch_tree_free (NpWatchTree *tree)
{
  if (tree == NULL)
    return;
  if (tree->fd >= 0)
    close (tree->fd);
  g_hash_table_unref (tree->paths);
  g_free (tree->folder);
  g_free (tree);
}

/**
 * np_watch_tree_get_fd:
 * @tree: watches
 *
 * Returns: what can be read when there is news; -1 when the kernel gives no watches at all
 */
int
np_watch_tree_get_fd (NpWatchTree *tree)
{
  return tree->fd;
}

/**
 * np_watch_tree_is_whole:
 * @tree: watches
 *
 * Returns: whether every folder is watched; the kernel gives each user a number of watches, and file managers and sync
 * tools use them up
 */
gboolean
np_watch_tree_is_whole (NpWatchTree *tree)
{
  return tree->whole;
}

/**
 * np_watch_tree_get_n_folders:
 * @tree: watches
 *
 * Returns: how many folders are watched
 */
guint
np_watch_tree_get_n_folders (NpWatchTree *tree)
{
  return g_hash_table_size (tree->paths);
}

/* A folder that went takes its stories along, and its watch would name them wrongly from now on. */
static void
take_folder_event (NpWatchTree *self, const struct inotify_event *event, const char *path)
{
  if (event->mask & (IN_CREATE | IN_MOVED_TO))
    add_folder (self, path, TRUE, 0);
  else
    self->func (NULL, self->user_data);
}

static void
take_event (NpWatchTree *self, const struct inotify_event *event)
{
  const char *folder = g_hash_table_lookup (self->paths, GINT_TO_POINTER (event->wd));
  g_autofree char *path = NULL;

  if (event->mask & IN_Q_OVERFLOW)
    self->func (NULL, self->user_data);
  else if (event->mask & IN_IGNORED)
    g_hash_table_remove (self->paths, GINT_TO_POINTER (event->wd));
  if (folder == NULL || event->len == 0 || event->mask & (IN_Q_OVERFLOW | IN_IGNORED))
    return;
  path = join (folder, event->name);
  if (!np_watch_is_of_library (path, (event->mask & IN_ISDIR) != 0))
    return;
  if (event->mask & IN_ISDIR)
    take_folder_event (self, event, path);
  else if (!(event->mask & IN_CREATE)) /* it is being written; closing it is news */
    self->func (path, self->user_data);
}

/**
 * np_watch_tree_read:
 * @tree: watches
 *
 * Tells what happened since the last time. Never waits.
 */
void
np_watch_tree_read (NpWatchTree *tree)
{
  _Alignas(struct inotify_event) char buffer[16384];
  gssize n;

  while ((n = read (tree->fd, buffer, sizeof buffer)) > 0)
    for (char *p = buffer; p < buffer + n;)
      {
        const struct inotify_event *event = (const struct inotify_event *) (gpointer) p;

        take_event (tree, event);
        p += sizeof *event + event->len;
      }
}
