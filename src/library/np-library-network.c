/* What the user sets for the network of NpLibrary. */
#include "library/np-library-parts.h"

/**
 * np_library_get_fetcher:
 * @self: a library
 *
 * Returns: (transfer none): the network, for all that it gets from there
 */
NpFetcher *
np_library_get_fetcher (NpLibrary *self)
{
  return np_import_queue_get_fetcher (np_library_get_queue (self));
}

/**
 * np_library_set_user_agent:
 * @self: a library
 * @user_agent: (nullable): what to call the program to sites; `NULL` or empty: Newsprint and its version
 *
 * Safe from any thread; for what is fetched from now on.
 */
void
np_library_set_user_agent (NpLibrary *self, const char *user_agent)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  np_fetcher_set_user_agent (np_library_get_fetcher (self), user_agent);
}

/**
 * np_library_set_own_network:
 * @self: a library
 * @allowed: whether addresses of this computer and its network may be asked for; they may unless it is set
 *
 * Whatever is set, a public page never leads there. Safe from any thread; for what is fetched from now on.
 */
void
np_library_set_own_network (NpLibrary *self, gboolean allowed)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  np_fetcher_set_own_network (np_library_get_fetcher (self), allowed);
}
