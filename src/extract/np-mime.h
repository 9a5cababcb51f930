/* The parts of a MIME message, as far as pages saved in one file use it (RFC 2045, 2046, 2557). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain record; strings are valid UTF-8. */
typedef struct
{
  char *type;     /* "text/html", lower case; of no header: "text/plain" */
  char *charset;  /* (nullable) */
  char *location; /* (nullable) Content-Location, as it is written */
  char *id;       /* (nullable) Content-ID without its brackets */
  GBytes *bytes;  /* decoded */
} NpMimePart;

typedef struct
{
  char *location;   /* (nullable) where the page was: Snapshot-Content-Location, or Content-Location of the whole */
  char *root;       /* (nullable) the id of the part to begin with (RFC 2387) */
  GPtrArray *parts; /* of NpMimePart, in their order; those of a multipart in it among them */
} NpMime;

NpMime *np_mime_read (GBytes *bytes);
void np_mime_free (NpMime *mime);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpMime, np_mime_free)

G_END_DECLS
