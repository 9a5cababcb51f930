/* Changes of what a story says: an edit, a new reading, a new version, an earlier one. */
#pragma once

#include "library/np-change.h"
#include "library/np-effect.h"

G_BEGIN_DECLS

gboolean np_change_is_of_text (NpChangeKind kind);
gboolean np_change_do_text (NpChange *change, NpCatalog *catalog, const NpArticle *before, gboolean trashed,
                            NpEffect *effect, GError **error);

G_END_DECLS
