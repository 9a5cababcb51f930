/* Certificates for tests, good and bad, of an authority that only tests trust. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CERTIFICATE_GOOD, /* of 127.0.0.1 and localhost */
  CERTIFICATE_EXPIRED,
  CERTIFICATE_FUTURE, /* not valid yet */
  CERTIFICATE_OF_ANOTHER_HOST,
  CERTIFICATE_SELF_SIGNED
} CertificateKind;

GTlsCertificate *certificate_new (CertificateKind kind);
void certificates_trust (void);

G_END_DECLS
