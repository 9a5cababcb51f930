#include "library/np-network.h"

/**
 * np_network_new_fetcher:
 *
 * Returns: (transfer full): the network as this user reaches it: which sites want https alone is remembered
 */
NpFetcher *
np_network_new_fetcher (void)
{
  NpFetcher *fetcher = np_fetcher_new ();
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "newsprint", "https-only", NULL);

  np_fetcher_set_hsts_file (fetcher, path);
  return fetcher;
}
