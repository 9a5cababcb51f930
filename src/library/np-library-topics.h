/* What the library has to say about its topics: relations, twins, suggestions, rules. Part of np-library.h's face.
 * Blocking forms for the command line, _async ones for the window. */
#pragma once

#include "library/np-advice.h"
#include "library/np-library.h"
#include "library/np-topic-map.h"

G_BEGIN_DECLS

GPtrArray *np_library_suggest_topics (NpLibrary *self, const NpArticle *article, gboolean without_keywords,
                                      guint limit);
GPtrArray *np_library_find_related_stories (NpLibrary *self, const NpArticle *article, guint limit, GError **error);
void np_library_advise_async (NpLibrary *self, NpArticle *article, guint suggestions, guint stories,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NpStoryAdvice *np_library_advise_finish (NpLibrary *self, GAsyncResult *result, GError **error);

GPtrArray *np_library_list_related_topics (NpLibrary *self, const char *key, guint limit);
void np_library_list_related_topics_async (NpLibrary *self, const char *key, guint limit, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_library_list_twins (NpLibrary *self);
void np_library_list_twins_async (NpLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *np_library_list_pairs_finish (NpLibrary *self, GAsyncResult *result, GError **error);

GPtrArray *np_library_preview_rule (NpLibrary *self, const char *key, const char *search, GError **error);
void np_library_preview_rule_async (NpLibrary *self, const char *key, const char *search, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_library_preview_rule_finish (NpLibrary *self, GAsyncResult *result, GError **error);
char **np_library_find_by_rule (NpLibrary *self, const char *key, const char *search, GError **error);
NpTopicMap *np_library_new_topic_map (NpLibrary *self);

G_END_DECLS
