/* What can go wrong on the network, by class. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
  NP_FETCH_ERROR_GONE,       /* 404, 410 */
  NP_FETCH_ERROR_FORBIDDEN,  /* 401, 402, 403, 451 */
  NP_FETCH_ERROR_BUSY,       /* 429, 503 */
  NP_FETCH_ERROR_SERVER,     /* another 4xx or 5xx */
  NP_FETCH_ERROR_BROKEN,     /* what came is not HTTP, or was cut off */
  NP_FETCH_ERROR_PRIVATE,    /* a public page leads to an address of this computer or the local network */
  NP_FETCH_ERROR_OWN_NETWORK /* the user asked for such an address, and the settings do not allow it */
} NpFetchError;

#define NP_FETCH_ERROR (np_fetch_error_quark ())
GQuark np_fetch_error_quark (void);

G_END_DECLS
