/* topics.json as it is on disk, for those who are about to change it. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

NpTopicTree *np_catalog_read_topics (NpCatalog *catalog, GError **error);

G_END_DECLS
