/* Follows what others do to the library's files while it is open, in portions between which the user's changes have
 * their turn. */
#pragma once

#include "library/np-catalog-update.h"
#include "library/np-work-queue.h"
#include "store/np-watch.h"

G_BEGIN_DECLS

typedef struct _NpWatcher NpWatcher;

/* Called in the thread of the work queue. */
typedef void (*NpWatcherFunc) (const NpCatalogNews *news, gpointer user_data);

NpWatcher *np_watcher_new (NpCatalog *catalog, NpWorkQueue *queue, NpWatchMode mode, NpWatcherFunc func,
                           gpointer user_data);
void np_watcher_stop (NpWatcher *self);
void np_watcher_free (NpWatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpWatcher, np_watcher_free)

G_END_DECLS
