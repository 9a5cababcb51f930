/* The older texts of a story: what there is, and what changed from one to the other. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

/* An older text. A plain record. */
typedef struct
{
  char *file;      /* its name: what np_change_new_restore_version() and np_library_compare_versions() take */
  char *until;     /* (nullable) RFC 3339: when another text took its place */
  char *why;       /* (nullable) NP_VERSION_UPDATE, …: why */
  char *headline;  /* (nullable) */
  guint removed;   /* words of it that the text after it has not */
  guint added;     /* words that are new there */
  gboolean photos; /* that one has other photos */
  GError *error;   /* (nullable) of `NP_LIBRARY_ERROR`: why it cannot be read; then nothing is known of the changes */
} NpStoryVersion;

/* Two texts of a story, word by word. A plain record. */
typedef struct
{
  char *before;
  char *after;
  GArray *parts; /* NpDiffPart, in the order of reading */
  guint removed; /* words */
  guint added;
  gboolean photos; /* the photos are others */
} NpComparison;

void np_story_version_free (NpStoryVersion *version);
GPtrArray *np_library_list_versions (NpLibrary *self, const char *id, GError **error);
void np_library_list_versions_async (NpLibrary *self, const char *id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_library_list_versions_finish (NpLibrary *self, GAsyncResult *result, GError **error);

void np_comparison_free (NpComparison *comparison);
NpComparison *np_library_compare_versions (NpLibrary *self, const char *id, const char *file, const char *other,
                                           GError **error);
void np_library_compare_versions_async (NpLibrary *self, const char *id, const char *file, const char *other,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NpComparison *np_library_compare_versions_finish (NpLibrary *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoryVersion, np_story_version_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpComparison, np_comparison_free)

G_END_DECLS
