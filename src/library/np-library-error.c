#include "library/np-library-error.h"

#include "extract/np-extract.h"
#include "fetch/np-fetcher.h"
#include "index/np-index.h"
#include "json/np-json-article.h"
#include "store/np-store.h"
#include "worker/np-worker-error.h"

G_DEFINE_QUARK (np - library - error - quark, np_library_error)

/* What each code is called in the JSON of the command line; they never change. */
static const char *const codes[] = {
  [NP_LIBRARY_ERROR_FAILED] = "failed",
  [NP_LIBRARY_ERROR_BAD_ADDRESS] = "bad-address",
  [NP_LIBRARY_ERROR_SCHEME] = "scheme",
  [NP_LIBRARY_ERROR_NO_HOST] = "no-host",
  [NP_LIBRARY_ERROR_OFFLINE] = "offline",
  [NP_LIBRARY_ERROR_REFUSED] = "refused",
  [NP_LIBRARY_ERROR_TIMEOUT] = "timeout",
  [NP_LIBRARY_ERROR_TLS] = "tls",
  [NP_LIBRARY_ERROR_REDIRECTS] = "redirects",
  [NP_LIBRARY_ERROR_TOO_BIG] = "too-big",
  [NP_LIBRARY_ERROR_GONE] = "gone",
  [NP_LIBRARY_ERROR_FORBIDDEN] = "forbidden",
  [NP_LIBRARY_ERROR_BUSY] = "busy",
  [NP_LIBRARY_ERROR_SERVER] = "server",
  [NP_LIBRARY_ERROR_BROKEN] = "broken",
  [NP_LIBRARY_ERROR_PRIVATE] = "private",
  [NP_LIBRARY_ERROR_OWN_NETWORK] = "own-network",
  [NP_LIBRARY_ERROR_NO_STORY] = "no-story",
  [NP_LIBRARY_ERROR_LOG_IN] = "log-in",
  [NP_LIBRARY_ERROR_PAY_WALL] = "pay-wall",
  [NP_LIBRARY_ERROR_CHECK] = "check",
  [NP_LIBRARY_ERROR_CONSENT] = "consent",
  [NP_LIBRARY_ERROR_SCRIPT] = "script",
  [NP_LIBRARY_ERROR_LISTING] = "listing",
  [NP_LIBRARY_ERROR_TYPE] = "type",
  [NP_LIBRARY_ERROR_EMPTY] = "empty",
  [NP_LIBRARY_ERROR_TOO_DEEP] = "too-deep",
  [NP_LIBRARY_ERROR_WORKER_TIMEOUT] = "worker-timeout",
  [NP_LIBRARY_ERROR_WORKER_CRASHED] = "worker-crashed",
  [NP_LIBRARY_ERROR_WORKER_MEMORY] = "worker-memory",
  [NP_LIBRARY_ERROR_WORKER_START] = "worker-start",
  [NP_LIBRARY_ERROR_NO_PDF_READER] = "no-pdf-reader",
  [NP_LIBRARY_ERROR_NOT_FOUND] = "not-found",
  [NP_LIBRARY_ERROR_IS_FOLDER] = "is-folder",
  [NP_LIBRARY_ERROR_PERMISSION] = "permission",
  [NP_LIBRARY_ERROR_NO_SPACE] = "no-space",
  [NP_LIBRARY_ERROR_READ_ONLY] = "read-only",
  [NP_LIBRARY_ERROR_LOCKED] = "locked",
  [NP_LIBRARY_ERROR_DAMAGED] = "damaged",
  [NP_LIBRARY_ERROR_VERSION] = "version",
  [NP_LIBRARY_ERROR_NOT_A_LIBRARY] = "not-a-library",
  [NP_LIBRARY_ERROR_NO_FOLDER] = "no-folder",
  [NP_LIBRARY_ERROR_IO] = "io",
  [NP_LIBRARY_ERROR_NO_SUCH_STORY] = "no-such-story",
  [NP_LIBRARY_ERROR_NO_SUCH_TOPIC] = "no-such-topic",
  [NP_LIBRARY_ERROR_TOPIC_EXISTS] = "topic-exists",
  [NP_LIBRARY_ERROR_TOPIC_CYCLE] = "topic-cycle",
  [NP_LIBRARY_ERROR_TOPIC_NAME] = "topic-name",
  [NP_LIBRARY_ERROR_NO_SUCH_SEARCH] = "no-such-search",
  [NP_LIBRARY_ERROR_DATE] = "date",
  [NP_LIBRARY_ERROR_NO_FEED] = "no-feed",
  [NP_LIBRARY_ERROR_NO_SUCH_FEED] = "no-such-feed",
};

static NpLibraryError
from_fetch (NpFetchError code)
{
  switch (code)
    {
    case NP_FETCH_ERROR_SCHEME:
      return NP_LIBRARY_ERROR_SCHEME;
    case NP_FETCH_ERROR_URL:
      return NP_LIBRARY_ERROR_BAD_ADDRESS;
    case NP_FETCH_ERROR_NO_HOST:
      return NP_LIBRARY_ERROR_NO_HOST;
    case NP_FETCH_ERROR_OFFLINE:
      return NP_LIBRARY_ERROR_OFFLINE;
    case NP_FETCH_ERROR_REFUSED:
      return NP_LIBRARY_ERROR_REFUSED;
    case NP_FETCH_ERROR_TIMEOUT:
      return NP_LIBRARY_ERROR_TIMEOUT;
    case NP_FETCH_ERROR_TLS:
      return NP_LIBRARY_ERROR_TLS;
    case NP_FETCH_ERROR_REDIRECTS:
      return NP_LIBRARY_ERROR_REDIRECTS;
    case NP_FETCH_ERROR_TOO_BIG:
      return NP_LIBRARY_ERROR_TOO_BIG;
    case NP_FETCH_ERROR_GONE:
      return NP_LIBRARY_ERROR_GONE;
    case NP_FETCH_ERROR_FORBIDDEN:
      return NP_LIBRARY_ERROR_FORBIDDEN;
    case NP_FETCH_ERROR_BUSY:
      return NP_LIBRARY_ERROR_BUSY;
    case NP_FETCH_ERROR_SERVER:
      return NP_LIBRARY_ERROR_SERVER;
    case NP_FETCH_ERROR_BROKEN:
      return NP_LIBRARY_ERROR_BROKEN;
    case NP_FETCH_ERROR_PRIVATE:
      return NP_LIBRARY_ERROR_PRIVATE;
    case NP_FETCH_ERROR_OWN_NETWORK:
      return NP_LIBRARY_ERROR_OWN_NETWORK;
    }
  return NP_LIBRARY_ERROR_FAILED;
}

static NpLibraryError
from_extract (NpExtractError code)
{
  switch (code)
    {
    case NP_EXTRACT_ERROR_NO_STORY:
      return NP_LIBRARY_ERROR_NO_STORY;
    case NP_EXTRACT_ERROR_TYPE:
      return NP_LIBRARY_ERROR_TYPE;
    case NP_EXTRACT_ERROR_EMPTY:
      return NP_LIBRARY_ERROR_EMPTY;
    case NP_EXTRACT_ERROR_TOO_DEEP:
      return NP_LIBRARY_ERROR_TOO_DEEP;
    case NP_EXTRACT_ERROR_LOG_IN:
      return NP_LIBRARY_ERROR_LOG_IN;
    case NP_EXTRACT_ERROR_PAY_WALL:
      return NP_LIBRARY_ERROR_PAY_WALL;
    case NP_EXTRACT_ERROR_CHECK:
      return NP_LIBRARY_ERROR_CHECK;
    case NP_EXTRACT_ERROR_CONSENT:
      return NP_LIBRARY_ERROR_CONSENT;
    case NP_EXTRACT_ERROR_SCRIPT:
      return NP_LIBRARY_ERROR_SCRIPT;
    case NP_EXTRACT_ERROR_LISTING:
      return NP_LIBRARY_ERROR_LISTING;
    }
  return NP_LIBRARY_ERROR_FAILED;
}

static NpLibraryError
from_worker (NpWorkerError code)
{
  switch (code)
    {
    case NP_WORKER_ERROR_START:
      return NP_LIBRARY_ERROR_WORKER_START;
    case NP_WORKER_ERROR_CRASHED:
      return NP_LIBRARY_ERROR_WORKER_CRASHED;
    case NP_WORKER_ERROR_TIMEOUT:
      return NP_LIBRARY_ERROR_WORKER_TIMEOUT;
    case NP_WORKER_ERROR_MEMORY:
      return NP_LIBRARY_ERROR_WORKER_MEMORY;
    case NP_WORKER_ERROR_NO_PDF_READER:
      return NP_LIBRARY_ERROR_NO_PDF_READER;
    }
  return NP_LIBRARY_ERROR_FAILED;
}

static NpLibraryError
from_store (NpStoreError code)
{
  switch (code)
    {
    case NP_STORE_ERROR_READ_ONLY:
      return NP_LIBRARY_ERROR_READ_ONLY;
    case NP_STORE_ERROR_NO_SPACE:
      return NP_LIBRARY_ERROR_NO_SPACE;
    case NP_STORE_ERROR_PERMISSION:
      return NP_LIBRARY_ERROR_PERMISSION;
    case NP_STORE_ERROR_NOT_FOUND:
      return NP_LIBRARY_ERROR_NOT_FOUND;
    case NP_STORE_ERROR_DAMAGED:
      return NP_LIBRARY_ERROR_DAMAGED;
    case NP_STORE_ERROR_VERSION:
      return NP_LIBRARY_ERROR_VERSION;
    case NP_STORE_ERROR_NOT_A_LIBRARY:
      return NP_LIBRARY_ERROR_NOT_A_LIBRARY;
    case NP_STORE_ERROR_IO:
      return NP_LIBRARY_ERROR_IO;
    }
  return NP_LIBRARY_ERROR_FAILED;
}

static NpLibraryError
from_topic (NpTopicError code)
{
  switch (code)
    {
    case NP_TOPIC_ERROR_UNKNOWN:
      return NP_LIBRARY_ERROR_NO_SUCH_TOPIC;
    case NP_TOPIC_ERROR_EXISTS:
      return NP_LIBRARY_ERROR_TOPIC_EXISTS;
    case NP_TOPIC_ERROR_CYCLE:
      return NP_LIBRARY_ERROR_TOPIC_CYCLE;
    case NP_TOPIC_ERROR_NAME:
      return NP_LIBRARY_ERROR_TOPIC_NAME;
    }
  return NP_LIBRARY_ERROR_FAILED;
}

static NpLibraryError
from_io (GIOErrorEnum code)
{
  if (code == G_IO_ERROR_NOT_FOUND)
    return NP_LIBRARY_ERROR_NOT_FOUND;
  if (code == G_IO_ERROR_IS_DIRECTORY)
    return NP_LIBRARY_ERROR_IS_FOLDER;
  if (code == G_IO_ERROR_PERMISSION_DENIED)
    return NP_LIBRARY_ERROR_PERMISSION;
  if (code == G_IO_ERROR_NO_SPACE)
    return NP_LIBRARY_ERROR_NO_SPACE;
  return NP_LIBRARY_ERROR_IO;
}

/**
 * np_library_error_take:
 * @error: (transfer full): an error of any layer
 *
 * Turns an error of a layer below into one of `NP_LIBRARY_ERROR` with the same message. "Cancelled" stays what it is.
 *
 * Returns: (transfer full): the error
 */
GError *
np_library_error_take (GError *error)
{
  NpLibraryError code;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == NP_LIBRARY_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  if (error->domain == NP_FETCH_ERROR)
    code = from_fetch ((NpFetchError) error->code);
  else if (error->domain == NP_EXTRACT_ERROR)
    code = from_extract ((NpExtractError) error->code);
  else if (error->domain == NP_WORKER_ERROR)
    code = from_worker ((NpWorkerError) error->code);
  else if (error->domain == NP_STORE_ERROR)
    code = from_store ((NpStoreError) error->code);
  else if (error->domain == NP_TOPIC_ERROR)
    code = from_topic ((NpTopicError) error->code);
  else if (error->domain == NP_JSON_ERROR)
    code = error->code == NP_JSON_ERROR_VERSION ? NP_LIBRARY_ERROR_VERSION : NP_LIBRARY_ERROR_DAMAGED;
  else if (error->domain == G_IO_ERROR)
    code = from_io ((GIOErrorEnum) error->code);
  else
    code = NP_LIBRARY_ERROR_FAILED;
  error->domain = NP_LIBRARY_ERROR;
  error->code = (int) code;
  return error;
}

/**
 * np_library_error_to_code:
 * @error: an error of `NP_LIBRARY_ERROR`, or a cancellation
 *
 * Returns: a word for scripts that names the class of trouble: "no-host", "timeout", …
 */
const char *
np_library_error_to_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  if (error->domain != NP_LIBRARY_ERROR || error->code < 0 || error->code >= (int) G_N_ELEMENTS (codes))
    return codes[NP_LIBRARY_ERROR_FAILED];
  return codes[error->code];
}

/**
 * np_library_error_new_for_code:
 * @code: what np_library_error_to_code() gave, maybe in another version
 * @message: the error's message
 *
 * Returns: (transfer full): the error of `NP_LIBRARY_ERROR` once more
 */
GError *
np_library_error_new_for_code (const char *code, const char *message)
{
  int number = NP_LIBRARY_ERROR_FAILED;

  g_return_val_if_fail (code != NULL && message != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      number = (int) i;
  return g_error_new_literal (NP_LIBRARY_ERROR, number, message);
}

/**
 * np_library_error_is_of_story:
 * @error: an error
 *
 * Returns: whether it is the trouble of one story, which says nothing of the others
 */
gboolean
np_library_error_is_of_story (const GError *error)
{
  return g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY)
         || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_DAMAGED)
         || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_VERSION);
}
