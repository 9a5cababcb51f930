/* Notices what others do to the files of a library: a sync tool, an editor, a person. In a thread of its own; what
 * comes close together is told at once. */
#pragma once

#include "store/np-store.h"

G_BEGIN_DECLS

typedef struct _NpWatch NpWatch;

typedef enum
{
  NP_WATCH_EVENTS, /* the kernel tells; where it cannot, folders are looked at from time to time */
  NP_WATCH_LOOK    /* folders are looked at from time to time */
} NpWatchMode;

/* Called in the thread of the watch. @paths: files that came, went or changed, relative to the library's folder, those
 * that Newsprint wrote itself among them; NULL: so many that all of the library has to be looked at. */
typedef void (*NpWatchFunc) (GPtrArray *paths, gpointer user_data);

NpWatch *np_watch_new (NpStore *store, NpWatchMode mode, NpWatchFunc func, gpointer user_data);
void np_watch_free (NpWatch *self);
void np_watch_wait (NpWatch *self);
void np_watch_tell_again (NpWatch *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpWatch, np_watch_free)

G_END_DECLS
