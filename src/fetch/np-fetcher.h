/* The network: the only part that talks to it. http and https, nothing else. */
#pragma once

#include "model/np-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_FETCHER (np_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (NpFetcher, np_fetcher, NP, FETCHER, GObject)

typedef enum
{
  NP_FETCH_ERROR_SCHEME,    /* not http or https */
  NP_FETCH_ERROR_URL,       /* not an address */
  NP_FETCH_ERROR_NO_HOST,   /* the name is not known */
  NP_FETCH_ERROR_OFFLINE,   /* no network */
  NP_FETCH_ERROR_REFUSED,   /* the host does not answer at that port */
  NP_FETCH_ERROR_TIMEOUT,   /* no byte for too long */
  NP_FETCH_ERROR_TLS,       /* the certificate is not good */
  NP_FETCH_ERROR_REDIRECTS, /* too many, or in a circle */
  NP_FETCH_ERROR_TOO_BIG,
  NP_FETCH_ERROR_GONE,      /* 404, 410 */
  NP_FETCH_ERROR_FORBIDDEN, /* 401, 402, 403, 451 */
  NP_FETCH_ERROR_BUSY,      /* 429, 503 */
  NP_FETCH_ERROR_SERVER,    /* another 4xx or 5xx */
  NP_FETCH_ERROR_BROKEN,    /* what came is not HTTP, or was cut off */
  NP_FETCH_ERROR_PRIVATE    /* a public page leads to an address of this computer or the local network */
} NpFetchError;

#define NP_FETCH_ERROR (np_fetch_error_quark ())
GQuark np_fetch_error_quark (void);

typedef enum
{
  NP_FETCH_PAGE,
  NP_FETCH_PHOTO
} NpFetchKind;

/* Limits; np_fetcher_new() sets those of the program, tests set smaller ones. */
typedef struct
{
  guint idle_seconds; /* without a byte: 30 */
  gsize page_bytes;   /* after decompression: 20 MiB */
  gsize photo_bytes;  /* 40 MiB */
  guint redirects;    /* 10 */
} NpFetchLimits;

/* Called in the thread of the fetch. @total is 0 when it is not known. */
typedef void (*NpFetchProgress) (gsize received, gsize total, gpointer user_data);

NpFetcher *np_fetcher_new (void);
NpFetcher *np_fetcher_new_with_limits (const NpFetchLimits *limits);
NpPage *np_fetcher_fetch (NpFetcher *self, const char *url, NpFetchKind kind, const char *referring_page,
                          NpFetchProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
