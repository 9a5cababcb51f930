/* Whether a library is whole: every file read, every reference followed. Changes nothing. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

typedef enum
{
  NP_CHECK_ARTICLE, /* its file cannot be read */
  NP_CHECK_DOUBLE,  /* its id is another's as well */
  NP_CHECK_PHOTO,   /* a file in media/ is missing, or not what its name says */
  NP_CHECK_PAGE,    /* the same in pages/ */
  NP_CHECK_TOPIC,   /* its topic is not in topics.json; after a deleted topic that is how it should be */
  NP_CHECK_TREE,    /* a topic whose parent or merger is missing or goes in a circle */
  NP_CHECK_INDEX    /* the index knows a file that is not there, or the other way round */
} NpCheckKind;

/* A plain record. */
typedef struct
{
  NpCheckKind kind;
  gboolean serious; /* something is lost or wrong, not merely worth knowing */
  char *path;       /* of the article, relative to the library's folder; of a topic: its key */
  char *detail;     /* (nullable) the file, the topic or the cause */
} NpCheckFinding;

GPtrArray *np_check_library (NpLibrary *library, guint *stories, GCancellable *cancellable, GError **error);
const char *np_check_kind_to_string (NpCheckKind kind);

G_END_DECLS
