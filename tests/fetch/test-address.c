#include "fetch/np-fetch-address.h"

static void
test_private (void)
{
  static const struct
  {
    const char *host;
    gboolean private;
  } rows[] = {
    { "localhost", TRUE },
    { "LOCALHOST.", TRUE },
    { "news.localhost", TRUE },
    { "localhost.com", FALSE },
    { "127.0.0.1", TRUE },
    { "127.255.0.9", TRUE },
    { "0.0.0.0", TRUE },
    { "0.1.2.3", TRUE },
    { "10.0.0.1", TRUE },
    { "11.0.0.1", FALSE },
    { "172.15.0.1", FALSE },
    { "172.16.0.1", TRUE },
    { "172.31.255.255", TRUE },
    { "172.32.0.1", FALSE },
    { "192.168.1.1", TRUE },
    { "192.169.1.1", FALSE },
    { "169.254.169.254", TRUE },
    { "100.63.255.255", FALSE },
    { "100.64.0.1", TRUE },
    { "100.127.0.1", TRUE },
    { "100.128.0.1", FALSE },
    { "224.0.0.1", TRUE },
    { "255.255.255.255", TRUE },
    { "240.0.0.1", TRUE },
    { "93.184.216.34", FALSE },
    { "::1", TRUE },
    { "::", TRUE },
    { "fe80::1", TRUE },
    { "fc00::1", TRUE },
    { "fdff::1", TRUE },
    { "fe00::1", FALSE },
    { "ff02::1", TRUE },
    { "2001:db8::1", FALSE },
    { "::ffff:127.0.0.1", TRUE },
    { "::ffff:8.8.8.8", FALSE },
    { "::10.0.0.1", TRUE },
    { "64:ff9b::a00:1", TRUE },
    { "64:ff9b::808:808", FALSE },
    { "2002:7f00:1::", TRUE },
    { "2002:808:808::", FALSE },
    { "example.org", FALSE },
    { "", FALSE },
    { "192.168.1.1.nip.io", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].host);
      g_assert_cmpint (np_fetch_host_is_private (rows[i].host), ==, rows[i].private);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetch/address/private", test_private);
  return g_test_run ();
}
