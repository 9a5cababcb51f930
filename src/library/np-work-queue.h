/* One thread that does pieces of work in the order in which they were asked for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpWorkQueue NpWorkQueue;

typedef void (*NpWorkFunc) (gpointer owner, gpointer data);

NpWorkQueue *np_work_queue_new (gpointer owner);
void np_work_queue_free (NpWorkQueue *self);
gboolean np_work_queue_push (NpWorkQueue *self, NpWorkFunc func, gpointer data);
void np_work_queue_close (NpWorkQueue *self);
gboolean np_work_queue_is_open (NpWorkQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpWorkQueue, np_work_queue_free)

G_END_DECLS
