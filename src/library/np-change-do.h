/* Does a change in a library. Blocking. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-change.h"
#include "library/np-effect.h"

G_BEGIN_DECLS

gboolean np_change_do (NpChange *change, NpCatalog *catalog, NpEffect *effect, GError **error);

G_END_DECLS
