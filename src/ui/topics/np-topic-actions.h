/* What can be done to topics, as actions. */
#pragma once

#include "ui/np-changer.h"

G_BEGIN_DECLS

/* color (key, colour or ""), drop (key), top (key), inside (key, other), merge (key, other), relate (key, other),
 * rename (key, name), add (key, ids of stories), hide (key), unhide (key), unmerge (the key that was merged), dismiss
 * (key, other), unrelate (key, other), keep-apart (key, other) */
GSimpleActionGroup *np_topic_actions_new (NpChanger *changer);

G_END_DECLS
