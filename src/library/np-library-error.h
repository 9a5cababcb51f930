/* Everything that can go wrong, as the window and the command line see it: one code a class of trouble. The layers
 * below have domains of their own; library/ turns them into this one and keeps their message. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NP_LIBRARY_ERROR_FAILED,
  /* the address */
  NP_LIBRARY_ERROR_BAD_ADDRESS,
  NP_LIBRARY_ERROR_SCHEME,
  /* the network */
  NP_LIBRARY_ERROR_NO_HOST,
  NP_LIBRARY_ERROR_OFFLINE,
  NP_LIBRARY_ERROR_REFUSED,
  NP_LIBRARY_ERROR_TIMEOUT,
  NP_LIBRARY_ERROR_TLS,
  NP_LIBRARY_ERROR_REDIRECTS,
  NP_LIBRARY_ERROR_TOO_BIG,
  NP_LIBRARY_ERROR_GONE,
  NP_LIBRARY_ERROR_FORBIDDEN,
  NP_LIBRARY_ERROR_BUSY,
  NP_LIBRARY_ERROR_SERVER,
  NP_LIBRARY_ERROR_BROKEN,
  NP_LIBRARY_ERROR_PRIVATE,
  NP_LIBRARY_ERROR_OWN_NETWORK,
  /* the page */
  NP_LIBRARY_ERROR_NO_STORY,
  NP_LIBRARY_ERROR_TYPE,
  NP_LIBRARY_ERROR_EMPTY,
  NP_LIBRARY_ERROR_TOO_DEEP,
  NP_LIBRARY_ERROR_WORKER_TIMEOUT,
  NP_LIBRARY_ERROR_WORKER_CRASHED,
  NP_LIBRARY_ERROR_WORKER_MEMORY,
  NP_LIBRARY_ERROR_WORKER_START,
  NP_LIBRARY_ERROR_NO_PDF_READER,
  /* files */
  NP_LIBRARY_ERROR_NOT_FOUND,
  NP_LIBRARY_ERROR_IS_FOLDER,
  NP_LIBRARY_ERROR_PERMISSION,
  NP_LIBRARY_ERROR_NO_SPACE,
  NP_LIBRARY_ERROR_READ_ONLY,
  NP_LIBRARY_ERROR_LOCKED,
  NP_LIBRARY_ERROR_DAMAGED,
  NP_LIBRARY_ERROR_VERSION,
  NP_LIBRARY_ERROR_NOT_A_LIBRARY,
  NP_LIBRARY_ERROR_NO_FOLDER,
  NP_LIBRARY_ERROR_IO,
  /* stories and topics */
  NP_LIBRARY_ERROR_NO_SUCH_STORY,
  NP_LIBRARY_ERROR_NO_SUCH_TOPIC,
  NP_LIBRARY_ERROR_TOPIC_EXISTS,
  NP_LIBRARY_ERROR_TOPIC_CYCLE,
  NP_LIBRARY_ERROR_TOPIC_NAME,
  /* searches that are kept */
  NP_LIBRARY_ERROR_NO_SUCH_SEARCH,
  /* corrections */
  NP_LIBRARY_ERROR_DATE,
  /* feeds */
  NP_LIBRARY_ERROR_NO_FEED,
  NP_LIBRARY_ERROR_NO_SUCH_FEED
} NpLibraryError;

#define NP_LIBRARY_ERROR (np_library_error_quark ())
GQuark np_library_error_quark (void);

GError *np_library_error_take (GError *error);
const char *np_library_error_to_code (const GError *error);
GError *np_library_error_new_for_code (const char *code, const char *message);
gboolean np_library_error_is_of_story (const GError *error);

G_END_DECLS
