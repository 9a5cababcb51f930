#include "fetch/np-fetch-address.h"

#include <string.h>

/* Ranges that GInetAddress has no question for. */
static const struct
{
  guint8 bytes[4];
  guint bits;
} private_ipv4[] = {
  { { 0 }, 8 },            /* "this network", RFC 1122: reaches this computer */
  { { 100, 64 }, 10 },     /* shared address space of a provider, RFC 6598 */
  { { 192, 0, 0, 0 }, 24 } /* protocol assignments, RFC 6890 */
};

static gboolean
has_prefix (const guint8 *bytes, const guint8 *prefix, guint bits)
{
  for (guint i = 0; i < bits; i++)
    if (((bytes[i / 8] ^ prefix[i / 8]) >> (7 - i % 8)) & 1)
      return FALSE;
  return TRUE;
}

/* Gives the IPv4 address inside an IPv6 one: mapped (RFC 4291), compatible, NAT64 (RFC 6052), 6to4 (RFC 3056). */
static GInetAddress *
dup_embedded (const guint8 *bytes)
{
  static const guint8 nat64[12] = { 0x00, 0x64, 0xff, 0x9b };
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff };
  static const guint8 compatible[12] = { 0 };

  if (has_prefix (bytes, mapped, 96) || has_prefix (bytes, nat64, 96) || has_prefix (bytes, compatible, 96))
    return g_inet_address_new_from_bytes (bytes + 12, G_SOCKET_FAMILY_IPV4);
  if (bytes[0] == 0x20 && bytes[1] == 0x02)
    return g_inet_address_new_from_bytes (bytes + 2, G_SOCKET_FAMILY_IPV4);
  return NULL;
}

/**
 * np_fetch_address_is_private:
 * @address: an address
 *
 * Returns: whether @address means this computer, the local network or nobody, so that only the user may ask for it
 */
gboolean
np_fetch_address_is_private (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_is_any (address) || g_inet_address_get_is_loopback (address)
      || g_inet_address_get_is_link_local (address) || g_inet_address_get_is_site_local (address)
      || g_inet_address_get_is_multicast (address))
    return TRUE;
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6)
    {
      g_autoptr (GInetAddress) embedded = dup_embedded (bytes);

      return (bytes[0] & 0xfe) == 0xfc /* unique local, RFC 4193 */
             || (embedded != NULL && np_fetch_address_is_private (embedded));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (private_ipv4); i++)
    if (has_prefix (bytes, private_ipv4[i].bytes, private_ipv4[i].bits))
      return TRUE;
  return bytes[0] >= 240; /* reserved and broadcast */
}

/**
 * np_fetch_host_is_private:
 * @host: the host of an address, without brackets
 *
 * Tells what the name alone says; a name that says nothing has to be looked up (np_fetch_address_is_private()).
 *
 * Returns: whether @host is `localhost` (RFC 6761) or a private address in figures
 */
gboolean
np_fetch_host_is_private (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = g_ascii_strdown (host, -1);

  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  return (address != NULL && np_fetch_address_is_private (address)) || g_str_equal (name, "localhost")
         || g_str_has_suffix (name, ".localhost");
}
