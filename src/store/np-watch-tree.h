/* The folders of a library that others may change, each with a watch of the kernel (inotify). For one thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpWatchTree NpWatchTree;

/* What was seen: @path is a file that came, went or changed, relative to the library; NULL: so much that all of the
 * library has to be looked at. */
typedef void (*NpWatchTreeFunc) (const char *path, gpointer user_data);

NpWatchTree *np_watch_tree_new (const char *folder, NpWatchTreeFunc func, gpointer user_data);
void np_watch_tree_free (NpWatchTree *tree);
int np_watch_tree_get_fd (NpWatchTree *tree);
gboolean np_watch_tree_is_whole (NpWatchTree *tree);
guint np_watch_tree_get_n_folders (NpWatchTree *tree);
void np_watch_tree_read (NpWatchTree *tree);
gboolean np_watch_is_of_library (const char *path, gboolean folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpWatchTree, np_watch_tree_free)

G_END_DECLS
