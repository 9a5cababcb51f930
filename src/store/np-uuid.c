#include "store/np-uuid.h"

/**
 * np_uuid_for:
 * @name: any text
 *
 * Returns: (transfer full): a UUID of the form of version 5 (RFC 4122), the same for the same @name
 */
char *
np_uuid_for (const char *name)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, name, -1);

  return g_strdup_printf ("%.8s-%.4s-5%.3s-8%.3s-%.12s", hash, hash + 8, hash + 13, hash + 17, hash + 20);
}
