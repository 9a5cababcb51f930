/* Copies by sync tools, merged into the files that they are copies of, and those by people. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

gboolean np_catalog_merge_copy (NpCatalog *self, const char *path, GPtrArray *changed);
void np_catalog_merge_copies (NpCatalog *self, GPtrArray *changed);
gboolean np_catalog_has_other_file (NpCatalog *self, const char *id, const char *path);

G_END_DECLS
