#include "certificates.h"

/* Made for the tests and used nowhere else. The key is that of all of them but the authority, whose own is gone. */
#define KEY                                                                                                            \
  "-----BEGIN PRIVATE KEY-----\n"                                                                                      \
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgd/9UV32GkqJ2eLav\n"                                                 \
  "GhT53RjBYumd8cgkDEzkCvexpHehRANCAASmKDjeyBTVByoKoIb+BMZORsWHo/8c\n"                                                 \
  "6GbkRsZ8sJSySQl6LXHUzDTS0AwC9Efs/Ib5tRPM1tKHU4h5/DcbKncD\n"                                                         \
  "-----END PRIVATE KEY-----\n"

static const char authority[] = "-----BEGIN CERTIFICATE-----\n"
                                "MIIBaDCCAQ+gAwIBAgIBBTAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhOZXdzcHJp\n"
                                "bnQgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyNTEyMzEwMDAw\n"
                                "MDBaMCMxITAfBgNVBAMMGE5ld3NwcmludCB0ZXN0IGF1dGhvcml0eTBZMBMGByqG\n"
                                "SM49AgEGCCqGSM49AwEHA0IABBxDfgAsQoQpPYWhPrSeVU0a9gYntXT6Oiq4rdZW\n"
                                "5A3EbU2kfSrF5mkv5JC02C5X0Z+ij8XMRGDqcRrtCHEuSX2jMjAwMA8GA1UdEwEB\n"
                                "/wQFMAMBAf8wHQYDVR0OBBYEFIeRFTg4URopMQLVAFbrEO6OQ1QdMAoGCCqGSM49\n"
                                "BAMCA0cAMEQCIBN2lv9RW0zw6TtmlPPnlEL7YfpBiVIH3XgSlOIGLvNSAiBCwoN7\n"
                                "Diy5pcED3eWqWLjOsjCDtIj/s+HPcWXBEIbfpg==\n"
                                "-----END CERTIFICATE-----\n";

static const char good[] = KEY "-----BEGIN CERTIFICATE-----\n"
                               "MIIBkjCCATegAwIBAgIBBjAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhOZXdzcHJp\n"
                               "bnQgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyNTEyMzEwMDAw\n"
                               "MDBaMBQxEjAQBgNVBAMMCTEyNy4wLjAuMTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
                               "A0IABKYoON7IFNUHKgqghv4Exk5GxYej/xzoZuRGxnywlLJJCXotcdTMNNLQDAL0\n"
                               "R+z8hvm1E8zW0odTiHn8NxsqdwOjaTBnMAkGA1UdEwQCMAAwGgYDVR0RBBMwEYcE\n"
                               "fwAAAYIJbG9jYWxob3N0MB0GA1UdDgQWBBRln51eF4L/rtwJG1zwe+Lm8Mew4zAf\n"
                               "BgNVHSMEGDAWgBSHkRU4OFEaKTEC1QBW6xDujkNUHTAKBggqhkjOPQQDAgNJADBG\n"
                               "AiEA/voKZe5VSXehGjx57e4/7nvx4xV4G86+EtD4kxhb6pECIQCBk09iF93JQvNB\n"
                               "s+ICOOEA6O/MJmCKLwNI85z/aEVqbQ==\n"
                               "-----END CERTIFICATE-----\n";

static const char expired[] = KEY "-----BEGIN CERTIFICATE-----\n"
                                  "MIIBjzCCATWgAwIBAgIBBzAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhOZXdzcHJp\n"
                                  "bnQgdGVzdCBhdXRob3JpdHkwHhcNMTkwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAw\n"
                                  "WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                                  "AASmKDjeyBTVByoKoIb+BMZORsWHo/8c6GbkRsZ8sJSySQl6LXHUzDTS0AwC9Efs\n"
                                  "/Ib5tRPM1tKHU4h5/DcbKncDo2kwZzAJBgNVHRMEAjAAMBoGA1UdEQQTMBGHBH8A\n"
                                  "AAGCCWxvY2FsaG9zdDAdBgNVHQ4EFgQUZZ+dXheC/67cCRtc8Hvi5vDHsOMwHwYD\n"
                                  "VR0jBBgwFoAUh5EVODhRGikxAtUAVusQ7o5DVB0wCgYIKoZIzj0EAwIDSAAwRQIh\n"
                                  "AMyNvRj5cyNE5GhGPDto8Zr4tA2oPEp+VptXaMiqO8ESAiAYeOCbDGaGXXzTpP8z\n"
                                  "qZ3ex0IVNdAiAbeJVAYn47EqrA==\n"
                                  "-----END CERTIFICATE-----\n";

static const char future[] = KEY "-----BEGIN CERTIFICATE-----\n"
                                 "MIIBkzCCATmgAwIBAgIBCDAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhOZXdzcHJp\n"
                                 "bnQgdGVzdCBhdXRob3JpdHkwIhgPMjEyMDAxMDEwMDAwMDBaGA8yMTI1MDEwMTAw\n"
                                 "MDAwMFowFDESMBAGA1UEAwwJMTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0D\n"
                                 "AQcDQgAEpig43sgU1QcqCqCG/gTGTkbFh6P/HOhm5EbGfLCUskkJei1x1Mw00tAM\n"
                                 "AvRH7PyG+bUTzNbSh1OIefw3Gyp3A6NpMGcwCQYDVR0TBAIwADAaBgNVHREEEzAR\n"
                                 "hwR/AAABgglsb2NhbGhvc3QwHQYDVR0OBBYEFGWfnV4Xgv+u3AkbXPB74ubwx7Dj\n"
                                 "MB8GA1UdIwQYMBaAFIeRFTg4URopMQLVAFbrEO6OQ1QdMAoGCCqGSM49BAMCA0gA\n"
                                 "MEUCIFXLSM55vf39rL5a30C7EsOQgtcW5WqbuZDmtEi6ObTWAiEAwkJh/Hv4GGj0\n"
                                 "veFZ34a9KbANxpcJD+4R4Q4r3IlxFMo=\n"
                                 "-----END CERTIFICATE-----\n";

static const char of_another_host[] = KEY "-----BEGIN CERTIFICATE-----\n"
                                          "MIIBlDCCATmgAwIBAgIBCTAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhOZXdzcHJp\n"
                                          "bnQgdGVzdCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyNTEyMzEwMDAw\n"
                                          "MDBaMBQxEjAQBgNVBAMMCTEyNy4wLjAuMTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
                                          "A0IABKYoON7IFNUHKgqghv4Exk5GxYej/xzoZuRGxnywlLJJCXotcdTMNNLQDAL0\n"
                                          "R+z8hvm1E8zW0odTiHn8NxsqdwOjazBpMAkGA1UdEwQCMAAwHAYDVR0RBBUwE4IR\n"
                                          "ZWxzZXdoZXJlLmV4YW1wbGUwHQYDVR0OBBYEFGWfnV4Xgv+u3AkbXPB74ubwx7Dj\n"
                                          "MB8GA1UdIwQYMBaAFIeRFTg4URopMQLVAFbrEO6OQ1QdMAoGCCqGSM49BAMCA0kA\n"
                                          "MEYCIQCU0bunH72MeAru28kgtKlge4fzNupCiTGz1m9KsbXdLQIhAKRdvPRhSWOq\n"
                                          "b4HmD3IZdQs9m6j3QUOX7OQh4iis//8t\n"
                                          "-----END CERTIFICATE-----\n";

static const char self_signed[] = KEY "-----BEGIN CERTIFICATE-----\n"
                                      "MIIBVTCB/KADAgECAgEKMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu\n"
                                      "MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTI1MTIzMTAwMDAwMFowFDESMBAGA1UEAwwJ\n"
                                      "MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEpig43sgU1QcqCqCG\n"
                                      "/gTGTkbFh6P/HOhm5EbGfLCUskkJei1x1Mw00tAMAvRH7PyG+bUTzNbSh1OIefw3\n"
                                      "Gyp3A6M9MDswCQYDVR0TBAIwADAPBgNVHREECDAGhwR/AAABMB0GA1UdDgQWBBRl\n"
                                      "n51eF4L/rtwJG1zwe+Lm8Mew4zAKBggqhkjOPQQDAgNIADBFAiA5wEv5uQaoWVLs\n"
                                      "cpI3H11sRQaMePOSRFtP8IXvDKHXhgIhAO2DLPmPCHvIC/o21q/RUUTFkizS0M1a\n"
                                      "IWnzgNV8HWLG\n"
                                      "-----END CERTIFICATE-----\n";

/* Makes a certificate with its key, for a server. */
GTlsCertificate *
certificate_new (CertificateKind kind)
{
  static const char *const pems[] = { good, expired, future, of_another_host, self_signed };
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_pem (pems[kind], -1, &error);

  g_assert_no_error (error);
  return certificate;
}

/* From now on this process trusts the authority of the good one, and no other. The file is read when it is first
 * needed, so it stays: in the folders of the test, which go with it. */
void
certificates_trust (void)
{
  g_autofree char *file = g_build_filename (g_get_user_runtime_dir (), "anchors.pem", NULL);
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, authority, -1, NULL));
  database = g_tls_file_database_new (file, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}
