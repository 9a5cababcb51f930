/* What goes for good. A plain record. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint stories;
  guint files;   /* photos and pages that no other story names */
  guint64 bytes; /* of all of it on disk */
} NpTrashResult;

G_END_DECLS
