/* What the files of NpIndex share: who has which connection. */
#pragma once

#include "index/np-alarm.h"
#include "index/np-backlog.h"
#include "index/np-db.h"
#include "index/np-index.h"

G_BEGIN_DECLS

/* How many keys a story has at most: its addresses and its page. */
#define NP_INDEX_KEYS 4

NpDb *np_index_acquire (NpIndex *self, GCancellable *cancellable, GError **error);
NpDb *np_index_acquire_unsettled (NpIndex *self, GCancellable *cancellable, GError **error);
void np_index_release (NpIndex *self, NpDb *db);
NpDb *np_index_lock_writer (NpIndex *self, GError **error);
void np_index_unlock_writer (NpIndex *self);
NpBacklog *np_index_get_later (NpIndex *self);
void np_index_waiting_free (gpointer waiting);
void np_index_settle_writer (NpIndex *self, NpDb *db, NpAlarm *alarm);
guint np_index_list_keys (const NpArticle *article, gint64 keys[NP_INDEX_KEYS]);
char *np_index_find_waiting (NpIndex *self, gint64 key);
gboolean np_index_write_entry (NpDb *db, NpIndexEntry *entry, GError **error);
gboolean np_index_enter (NpIndex *self, NpDb *db, GError **error);
gboolean np_index_leave (NpIndex *self, NpDb *db, gboolean good, GError **error);
gboolean np_index_make_anew (NpIndex *self, GError **error);
NpStory *np_index_read_story (NpDb *db, gint64 row, const NpQuery *query, GError **error);

G_END_DECLS
