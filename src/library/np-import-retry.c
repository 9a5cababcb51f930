#include "library/np-import-retry.h"

#include "library/np-library-error.h"

#define MAX_TRIES 3

/* The first pause; each later one is three times as long. */
#define FIRST_PAUSE 1000

/* A server that wants more patience than this gets an error instead, which says so. */
#define LONGEST_PAUSE (120 * 1000)

/* Without a network: how often it is looked at, besides what the monitor tells. */
#define OFFLINE_PAUSE (30 * 1000)

/**
 * np_import_retry_is_waiting:
 * @error: of `NP_LIBRARY_ERROR`: why an import ended
 *
 * Returns: whether it does not count as a try: nobody was asked
 */
gboolean
np_import_retry_is_waiting (const GError *error)
{
  return g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_OFFLINE);
}

/**
 * np_import_retry_find_delay:
 * @fetcher: who fetched
 * @task: what was to be imported
 * @error: of `NP_LIBRARY_ERROR`: why it was not
 * @tries: how often it was tried before this time
 * @patient: whether to wait for a network
 * @milliseconds: (out): how long to wait
 *
 * What can pass is tried three times, with growing pauses or after the time the server asks for (RFC 9110, section
 * 10.2.3): timeouts (408 among them), 429 and any 5xx. Nothing else is.
 *
 * Returns: whether to try again
 */
gboolean
np_import_retry_find_delay (NpFetcher *fetcher, const NpImportTask *task, const GError *error, guint tries,
                            gboolean patient, guint *milliseconds)
{
  guint status = 0, retry_after = 0;
  gboolean refused;

  if (task->url == NULL)
    return FALSE;
  *milliseconds = OFFLINE_PAUSE;
  if (np_import_retry_is_waiting (error))
    return patient;
  refused = np_fetcher_take_refusal (fetcher, task->url, &status, &retry_after);
  if (tries + 1 >= MAX_TRIES)
    return FALSE;
  if (!g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TIMEOUT)
      && !(refused && (status == 408 || status == 429 || status >= 500)))
    return FALSE;
  *milliseconds = FIRST_PAUSE;
  for (guint i = 0; i < tries; i++)
    *milliseconds *= 3;
  if (retry_after > LONGEST_PAUSE / 1000)
    return FALSE;
  *milliseconds = MAX (*milliseconds, retry_after * 1000);
  return TRUE;
}
