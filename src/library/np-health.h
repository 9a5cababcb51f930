/* Whether the index can be believed. Whoever finds that it cannot says so here, from any thread, and one watcher is
 * told. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpHealth NpHealth;

typedef enum
{
  NP_HEALTH_STALE,     /* the index has to be rebuilt; told once until np_health_set_stale() says that it was */
  NP_HEALTH_LOST_STORY /* a story left the index because its file is gone or damaged */
} NpHealthNews;

/* Called in the thread that found it, with locks held: it only passes the news on. */
typedef void (*NpHealthFunc) (NpHealthNews news, gpointer user_data);

NpHealth *np_health_new (void);
void np_health_free (NpHealth *self);
void np_health_watch (NpHealth *self, NpHealthFunc func, gpointer user_data);
gboolean np_health_is_stale (NpHealth *self);
void np_health_set_stale (NpHealth *self, gboolean stale);
void np_health_tell_lost (NpHealth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpHealth, np_health_free)

G_END_DECLS
