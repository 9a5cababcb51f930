/* Copies by sync tools, merged into the files that they are copies of. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

gboolean np_catalog_merge_copy (NpCatalog *self, const char *path, GPtrArray *changed);
void np_catalog_merge_copies (NpCatalog *self, GPtrArray *changed);

G_END_DECLS
