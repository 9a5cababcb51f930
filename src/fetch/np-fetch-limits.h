/* What is fetched, how much of it, and who is told meanwhile. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_FETCH_PAGE,
  NP_FETCH_PHOTO,
  NP_FETCH_FEED
} NpFetchKind;

/* Limits; np_fetcher_new() sets those of the program, tests set smaller ones. */
typedef struct
{
  guint idle_seconds;  /* without a byte: 30 */
  guint total_seconds; /* a server that sends a byte now and then never is idle; 0: ten times as long as that */
  gsize page_bytes;    /* after decompression: 20 MiB */
  gsize photo_bytes;   /* 40 MiB */
  guint redirects;     /* 10 */
} NpFetchLimits;

/* Called in the thread of the fetch. @total is 0 when it is not known. */
typedef void (*NpFetchProgress) (gsize received, gsize total, gpointer user_data);

G_END_DECLS
