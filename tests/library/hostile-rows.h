/* What hostile and broken servers do, by name, and what has to come of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a row is reached. */
typedef enum
{
  VIA_PLAIN,  /* http, loopback, as the user typed it */
  VIA_PUBLIC, /* http, a site of the public web */
  VIA_TLS,
  VIA_EXPIRED,
  VIA_FUTURE,
  VIA_OTHER_HOST,
  VIA_SELF_SIGNED,
  VIA_HTTP2,       /* a server of its own, which does what the path says */
  VIA_HANDSHAKE,   /* the same, before there is TLS */
  VIA_ADDRESS,     /* the path is the whole address */
  VIA_UNUSED_PORT, /* nobody listens */
  N_VIAS
} HostileVia;

typedef struct
{
  const char *name;
  HostileVia via;
  const char *path;
  const char *expected; /* "story", "story, less a part" or the code of an error; several with | between them */
} HostileRow;

guint hostile_rows_count (void);
const HostileRow *hostile_rows_get (guint i);

G_END_DECLS
