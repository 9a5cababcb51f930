/* Finds and counts. Disposable: everything in it comes from the store and can be had again from there.
 * Writing is for one thread at a time (serialised inside); reading is safe from any thread at any time, also while
 * another writes. SQLite is seen nowhere else. */
#pragma once

#include "index/np-index-error.h"
#include "model/np-article.h"
#include "model/np-query.h"
#include "model/np-story.h"
#include "model/np-topic-tree.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_INDEX (np_index_get_type ())
G_DECLARE_FINAL_TYPE (NpIndex, np_index, NP, INDEX, GObject)

/* What is known of an article's file. */
typedef struct
{
  const char *path; /* relative to the library's folder */
  goffset size;
  gint64 mtime_ns;
  gboolean trashed;
} NpIndexFile;

/* What np_index_put() writes, worked out beforehand. */
typedef struct _NpIndexEntry NpIndexEntry;

/* Called in the thread that found the index damaged, once for each time it is, or missing something it was given. */
typedef void (*NpIndexDamageFunc) (gpointer user_data);
/* Called for each story: its row, the day of its publication as yyyymmdd (0: not known), its headline and the keys of
 * its topics. */
typedef void (*NpIndexTopicsFunc) (gint64 row, guint day, const char *headline, const char *const *keys,
                                   gpointer user_data);
typedef gboolean (*NpIndexFileFunc) (const NpIndexFile *file, const char *id, gpointer user_data);

NpIndex *np_index_open (const char *path, const char *library_id, GError **error);
NpIndex *np_index_open_in_memory (GError **error);
void np_index_close (NpIndex *self);
gboolean np_index_is_fresh (NpIndex *self);
gboolean np_index_is_damaged (NpIndex *self);
void np_index_watch (NpIndex *self, NpIndexDamageFunc func, gpointer user_data);

gboolean np_index_begin (NpIndex *self, GError **error);
gboolean np_index_commit (NpIndex *self, GError **error);
gboolean np_index_put (NpIndex *self, const NpArticle *article, const NpIndexFile *file, GError **error);
void np_index_put_later (NpIndex *self, const NpArticle *article, const NpIndexFile *file);
void np_index_settle (NpIndex *self);
NpIndexEntry *np_index_entry_new (const NpArticle *article, const NpIndexFile *file);
void np_index_entry_free (NpIndexEntry *entry);
void np_index_entry_cut (NpIndexEntry *entry);
const char *np_index_entry_get_id (const NpIndexEntry *entry);
gboolean np_index_put_entry (NpIndex *self, NpIndexEntry *entry, GError **error);
gboolean np_index_remove (NpIndex *self, const char *id, GError **error);
gboolean np_index_clear (NpIndex *self, GError **error);

GArray *np_index_find_rows (NpIndex *self, const NpQuery *query, const NpTopicTree *tree, guint offset, guint limit,
                            GCancellable *cancellable, GError **error);
gboolean np_index_count_found (NpIndex *self, const NpQuery *query, const NpTopicTree *tree, guint *count,
                               GError **error);
NpStory *np_index_get_story (NpIndex *self, gint64 row, const NpQuery *query, GError **error);
GPtrArray *np_index_list_stories (NpIndex *self, const gint64 *rows, guint n_rows, const NpQuery *query,
                                  GCancellable *cancellable);
NpStory *np_index_find_story (NpIndex *self, const char *id, GError **error);
char *np_index_find_id_by_url (NpIndex *self, const char *url, GError **error);
char *np_index_find_id_by_path (NpIndex *self, NpIndexFile *file, GError **error);
char *np_index_find_same (NpIndex *self, const NpArticle *article, GError **error);
gboolean np_index_count (NpIndex *self, NpCounts *counts, GError **error);
GHashTable *np_index_count_topics (NpIndex *self, const NpTopicTree *tree, GError **error);
GPtrArray *np_index_find_related (NpIndex *self, const char *id, const NpTopicTree *tree, guint limit, GError **error);
gboolean np_index_each_topics (NpIndex *self, NpIndexTopicsFunc func, gpointer user_data, GError **error);
gboolean np_index_each_file (NpIndex *self, NpIndexFileFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpIndexEntry, np_index_entry_free)

G_END_DECLS
