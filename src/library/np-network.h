/* How the library reaches the network, and what the user set for it. */
#pragma once

#include "fetch/np-fetcher.h"

G_BEGIN_DECLS

NpFetcher *np_network_new_fetcher (void);

G_END_DECLS
