/* Elements of other namespaces that any XML feed may have. */
#pragma once

#include "extract/np-feed-tags.h"

G_BEGIN_DECLS

extern const NpFeedTag np_feed_modules_feed[];
extern const NpFeedTag np_feed_modules_entry[];

G_END_DECLS
