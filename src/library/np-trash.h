/* Emptying the trash: the one thing that cannot be undone. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

/* What went for good. A plain record. */
typedef struct
{
  guint stories;
  guint files; /* photos and pages that no other story names */
} NpTrashResult;

gboolean np_trash_empty (NpLibrary *library, NpTrashResult *result, GError **error);

G_END_DECLS
