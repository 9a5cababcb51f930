/* The library on disk (DESIGN §4). Every write is atomic, and durable before the function returns.
 * Blocking; reading is safe from any thread, writing is serialised inside. */
#pragma once

#include "model/np-article.h"
#include "model/np-followed.h"
#include "model/np-searches.h"
#include "model/np-topic-tree.h"
#include "store/np-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_STORE (np_store_get_type ())
G_DECLARE_FINAL_TYPE (NpStore, np_store, NP, STORE, GObject)

typedef enum
{
  NP_STORE_NONE = 0,
  NP_STORE_READ_ONLY_WANTED = 1 << 0 /* write nothing and take no lock */
} NpStoreFlags;

/* Why a library that was opened cannot be written. */
typedef enum
{
  NP_STORE_WRITABLE,
  NP_STORE_READ_ONLY_ASKED,      /* as it was asked for */
  NP_STORE_READ_ONLY_LOCKED,     /* another process has it: see np_store_get_lock_holder() */
  NP_STORE_READ_ONLY_PERMISSION, /* the folder or its disk cannot be written */
  NP_STORE_READ_ONLY_VERSION     /* written by a later Newsprint */
} NpStoreAccess;

/* Called for every article file. @path is relative to the library's folder. Return FALSE to stop. */
typedef gboolean (*NpStoreScanFunc) (const char *path, goffset size, gint64 mtime_ns, gboolean trashed,
                                     gpointer user_data);

NpStore *np_store_open (const char *folder, NpStoreFlags flags, GError **error);
void np_store_close (NpStore *self);
const char *np_store_get_folder (NpStore *self);
const char *np_store_get_id (NpStore *self);
NpStoreAccess np_store_get_access (NpStore *self);
void np_store_look_at_root (NpStore *self);
const char *np_store_get_lock_holder (NpStore *self);
char *np_store_get_file (NpStore *self, const char *path);
GPtrArray *np_store_take_damage (NpStore *self);
GPtrArray *np_store_take_copies (NpStore *self);
GPtrArray *np_store_take_merged (NpStore *self);
GPtrArray *np_store_take_later (NpStore *self);
void np_store_keep_ancestors (NpStore *self, const char *folder);

char *np_store_add_article (NpStore *self, NpArticle *article, GError **error);
gboolean np_store_write_article (NpStore *self, const char *path, const NpArticle *article, GError **error);
NpArticle *np_store_read_article (NpStore *self, const char *path, GError **error);
gboolean np_store_stat_article (NpStore *self, const char *path, goffset *size, gint64 *mtime_ns, GError **error);
char *np_store_trash_article (NpStore *self, const char *path, GError **error);
char *np_store_restore_article (NpStore *self, const char *path, GError **error);
gboolean np_store_scan (NpStore *self, NpStoreScanFunc func, gpointer user_data, GCancellable *cancellable,
                        GError **error);

char *np_store_add_media (NpStore *self, GBytes *bytes, const char *extension, GError **error);
char *np_store_add_page (NpStore *self, GBytes *bytes, GError **error);
GBytes *np_store_read_page (NpStore *self, const char *path, GError **error);
char *np_store_add_version (NpStore *self, const NpArticle *article, GError **error);
NpArticle *np_store_read_version (NpStore *self, const char *path, GError **error);

NpTopicTree *np_store_read_topics (NpStore *self, GError **error);
gboolean np_store_write_topics (NpStore *self, const NpTopicTree *tree, GError **error);
NpSearches *np_store_read_searches (NpStore *self, GError **error);
gboolean np_store_write_searches (NpStore *self, const NpSearches *searches, GError **error);
NpFollowing *np_store_read_feeds (NpStore *self, GError **error);
gboolean np_store_write_feeds (NpStore *self, const NpFollowing *following, GError **error);

G_END_DECLS
