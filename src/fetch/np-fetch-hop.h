/* One request and its answer: no redirect is followed here. */
#pragma once

#include "fetch/np-fetch-limits.h"
#include "fetch/np-fetch-seat.h"
#include "fetch/np-fetch-watch.h"

G_BEGIN_DECLS

/* What is asked for. A plain record that owns nothing. */
typedef struct
{
  GUri *uri; /* http or https */
  NpFetchKind kind;
  const char *etag;          /* (nullable) of what we have: */
  const char *last_modified; /* (nullable) the answer may be that it is still that */
  gsize max_bytes;           /* after decompression */
  gboolean private_allowed;
  gboolean online; /* for the words of an error */
  guint idle_seconds;
  NpFetchProgress progress; /* (nullable) */
  gpointer progress_data;
} NpFetchRequest;

/* What came. Cleared by np_fetch_answer_clear(). */
typedef struct
{
  guint status;
  char *location;       /* (nullable) of a redirect */
  char *content_type;   /* (nullable) lower case, without parameters */
  char *charset;        /* (nullable) */
  guint retry_after;    /* seconds until the server wants to be asked again; 0 = it does not say */
  char *https_only;     /* (nullable) what a safe connection said of that: Strict-Transport-Security */
  char *etag;           /* (nullable) */
  char *last_modified;  /* (nullable) */
  GBytes *bytes;        /* (nullable) only of a success */
  gboolean was_private; /* the address that answered is one of this computer or its network */
} NpFetchAnswer;

void np_fetch_answer_clear (NpFetchAnswer *answer);
gboolean np_fetch_hop_run (NpFetchSeat *seat, NpFetchWatch *watch, const NpFetchRequest *request, NpFetchAnswer *answer,
                           GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpFetchAnswer, np_fetch_answer_clear)

G_END_DECLS
