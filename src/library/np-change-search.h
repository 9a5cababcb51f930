/* Does changes of the searches that are kept. */
#pragma once

#include "library/np-change.h"
#include "library/np-effect.h"

G_BEGIN_DECLS

gboolean np_change_is_of_searches (NpChange *change);
gboolean np_change_do_search (NpChange *change, NpCatalog *catalog, NpEffect *effect, GError **error);

G_END_DECLS
