/* Whether a library is whole: every file read, every reference followed; and mending what can be mended. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

typedef enum
{
  NP_CHECK_ARTICLE,  /* its file cannot be read */
  NP_CHECK_VERSION,  /* written by a later version: it cannot be checked */
  NP_CHECK_SCHEMA,   /* its file is not as data/schema has it */
  NP_CHECK_DOUBLE,   /* its id is another's as well */
  NP_CHECK_PHOTO,    /* a file in media/ is missing, or not what its name says */
  NP_CHECK_PAGE,     /* the same in pages/ */
  NP_CHECK_OLDER,    /* the same in versions/ */
  NP_CHECK_TOPIC,    /* its topic is not in topics.json, and nobody deleted it there */
  NP_CHECK_TREE,     /* a topic whose parent, merger or relation is missing or goes in a circle */
  NP_CHECK_INDEX,    /* the index knows a story otherwise than its file, or only one of the two does */
  NP_CHECK_CONFLICT, /* a copy by a sync tool, not merged yet */
  NP_CHECK_ORPHAN,   /* a photo, a page or an older text that no story names */
  NP_CHECK_STRANGER  /* a file of somebody else's */
} NpCheckKind;

/* A plain record. */
typedef struct
{
  NpCheckKind kind;
  gboolean serious; /* something is lost or wrong, not merely worth knowing */
  gboolean mended;
  char *path;   /* of the file, relative to the library's folder; of a topic: its key */
  char *detail; /* (nullable) the photo, the topic or the cause */
  char *kept;   /* (nullable) where the file, or a copy of it, is now */
} NpCheckFinding;

typedef enum
{
  NP_CHECK_ONLY,  /* changes nothing */
  NP_CHECK_REPAIR /* what is changed is kept as it was in damaged/ or trash/ */
} NpCheckMode;

/* @progress: 0–1. Called in the thread that checks. */
typedef void (*NpCheckProgress) (double progress, gpointer user_data);

GPtrArray *np_check_library (NpLibrary *library, NpCheckMode mode, guint *stories, NpCheckProgress progress,
                             gpointer user_data, GCancellable *cancellable, GError **error);
const char *np_check_kind_to_string (NpCheckKind kind);

G_END_DECLS
