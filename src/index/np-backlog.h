/* Pieces on their way into the index, stories whose files were just saved: who saves does not wait for that, who asks
 * the index does. A thread of its own begins with it at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpBacklog NpBacklog;

/* Writes all that waits. */
typedef void (*NpBacklogFunc) (gpointer owner);
/* Writes pieces, in their order. */
typedef void (*NpBacklogWrite) (gpointer owner, gpointer *pieces, guint n);
/* Gives FALSE to stop. */
typedef gboolean (*NpBacklogEach) (gpointer piece, gpointer user_data);

NpBacklog *np_backlog_new (NpBacklogFunc func, gpointer owner, GDestroyNotify piece_free);
void np_backlog_free (NpBacklog *self);
void np_backlog_push (NpBacklog *self, gpointer piece);
gboolean np_backlog_is_empty (NpBacklog *self);
void np_backlog_each (NpBacklog *self, NpBacklogEach func, gpointer user_data);
void np_backlog_settle (NpBacklog *self, NpBacklogWrite write, gpointer owner);
void np_backlog_stop (NpBacklog *self);

G_END_DECLS
