/* Which addresses belong to this computer or its own network. Pure. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean np_fetch_address_is_private (GInetAddress *address);
gboolean np_fetch_host_is_private (const char *host);

G_END_DECLS
