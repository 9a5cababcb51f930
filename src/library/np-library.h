/* The one face that the window and the command line talk to. Signals and property changes come on the thread that
 * opened the library; its main context has to run for imports and for the _async forms. */
#pragma once

#include "library/np-change.h"
#include "library/np-feeds.h"
#include "library/np-import.h"
#include "library/np-story-list.h"
#include "model/np-article.h"
#include "model/np-query.h"
#include "model/np-searches.h"
#include "model/np-story.h"
#include "model/np-topic-tree.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_LIBRARY (np_library_get_type ())
G_DECLARE_FINAL_TYPE (NpLibrary, np_library, NP, LIBRARY, GObject)

typedef enum
{
  NP_LIBRARY_NONE = 0,
  NP_LIBRARY_READ_ONLY = 1 << 0
} NpLibraryFlags;

/* Signals:
 *  "stories-changed" ()              stories came, went or changed; lists follow by themselves
 *  "topics-changed" ()               np_library_get_topics() is another tree
 *  "searches-changed" ()             np_library_get_searches() are others
 *  "counts-changed" ()
 *  "history-changed" ()              undo and redo
 *  "notice" (const char *message)    something people should be told, in their language: a damaged file, …
 *  "rebuilding" (double progress)    the index is being rebuilt, 0–1; 1 = done
 */

/* life */
char *np_library_dup_default_folder (void);
gboolean np_library_set_default_folder (const char *folder, GError **error);
NpLibrary *np_library_open (const char *folder, NpLibraryFlags flags, GError **error);
void np_library_close (NpLibrary *self);
const char *np_library_get_folder (NpLibrary *self);
const char *np_library_get_id (NpLibrary *self);
gboolean np_library_is_writable (NpLibrary *self, GError **reason);
char *np_library_dup_bus_name (const char *application_id, const char *folder);
char *np_library_dup_lock_holder (NpLibrary *self);
char *np_library_get_file (NpLibrary *self, const char *path);
void np_library_count (NpLibrary *self);
void np_library_start (NpLibrary *self);
gboolean np_library_refresh (NpLibrary *self, gboolean rebuild, GCancellable *cancellable, GError **error);

/* looking */
NpStoryList *np_library_list_stories (NpLibrary *self, NpQuery *query);
GPtrArray *np_library_find_stories (NpLibrary *self, NpQuery *query, guint limit, GError **error);
void np_library_find_stories_async (NpLibrary *self, NpQuery *query, guint limit, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_library_find_stories_finish (NpLibrary *self, GAsyncResult *result, GError **error);
guint np_library_count_stories (NpLibrary *self, NpQuery *query);
NpStory *np_library_find_story (NpLibrary *self, const char *id_or_url, GError **error);
gboolean np_library_get_counts (NpLibrary *self, NpCounts *counts);
guint np_library_get_topic_count (NpLibrary *self, const char *key);
NpTopicTree *np_library_get_topics (NpLibrary *self);
NpSearches *np_library_get_searches (NpLibrary *self);
guint np_library_get_search_count (NpLibrary *self, const char *id);
NpArticle *np_library_read_article (NpLibrary *self, const char *id, GError **error);
void np_library_read_article_async (NpLibrary *self, const char *id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
NpArticle *np_library_read_article_finish (NpLibrary *self, GAsyncResult *result, GError **error);

/* changing; the change is done and on disk when these end */
gboolean np_library_do (NpLibrary *self, NpChange *change, GError **error);
void np_library_do_async (NpLibrary *self, NpChange *change, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean np_library_do_finish (NpLibrary *self, GAsyncResult *result, GError **error);
NpChange *np_library_undo (NpLibrary *self, GError **error);
void np_library_undo_async (NpLibrary *self, GAsyncReadyCallback callback, gpointer user_data);
NpChange *np_library_redo (NpLibrary *self, GError **error);
void np_library_redo_async (NpLibrary *self, GAsyncReadyCallback callback, gpointer user_data);
NpChange *np_library_undo_finish (NpLibrary *self, GAsyncResult *result, GError **error);
NpChange *np_library_get_undo (NpLibrary *self);
NpChange *np_library_get_redo (NpLibrary *self);
void np_library_set_place (NpLibrary *self, const char *id, double place, gboolean read);

/* saving stories; each import is in np_library_get_imports() until it is done with */
void np_library_set_fetch_timeout (NpLibrary *self, guint seconds);
void np_library_set_photos (NpLibrary *self, gboolean photos);
void np_library_wait_for_network (NpLibrary *self);
void np_library_set_user_agent (NpLibrary *self, const char *user_agent);
void np_library_set_own_network (NpLibrary *self, gboolean allowed);
NpImport *np_library_import_url (NpLibrary *self, const char *url, const char *topic);
NpImport *np_library_import_file (NpLibrary *self, const char *file, const char *topic);
NpImport *np_library_import_bytes (NpLibrary *self, GBytes *bytes, const char *content_type, const char *title,
                                   const char *topic);
NpImport *np_library_update_url (NpLibrary *self, const char *url, const char *topic);
NpImport *np_library_update_file (NpLibrary *self, const char *file, const char *topic);
NpImport *np_library_update_story (NpLibrary *self, const char *id);
NpImport *np_library_import_again (NpLibrary *self, NpImport *import);
GListModel *np_library_get_imports (NpLibrary *self);
void np_library_forget_import (NpLibrary *self, NpImport *import);

/* feeds */
NpFeeds *np_library_get_feeds (NpLibrary *self);

G_END_DECLS
