/* A file of NpStore that holds all there is of one kind, such as topics.json: read whole, written whole. */
#pragma once

#include "store/np-store.h"

G_BEGIN_DECLS

/* How such a file is read; errors are of NP_JSON_ERROR. */
typedef struct
{
  const char *name; /* of the file, at the top of the library */
  gpointer (*parse) (GBytes *bytes, gboolean *later, GError **error);
  GDestroyNotify free;
  gboolean governs; /* stories refer to it: with a later version of it nothing in the library is written */
} NpStoreDocument;

gboolean np_store_read_document (NpStore *self, const NpStoreDocument *document, gpointer *value, GError **error);
gboolean np_store_write_document (NpStore *self, const NpStoreDocument *document, GBytes *bytes, GError **error);

G_END_DECLS
