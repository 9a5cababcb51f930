/* The topics as circles on a plane, with lines between those that are related. It lays itself out in a thread, and
 * keeps where the circles are from one time to the next. For the main thread. */
#pragma once

#include "library/np-map-node.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_TOPIC_MAP (np_topic_map_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicMap, np_topic_map, NP, TOPIC_MAP, GObject)

/* Signals: "changed" () other topics or lines are shown; "moved" () circles moved. */
void np_topic_map_show (NpTopicMap *self, guint from, guint to);
void np_topic_map_get_months (NpTopicMap *self, guint *first, guint *last);
const NpMapNode *np_topic_map_get_nodes (NpTopicMap *self, guint *n);
const NpMapEdge *np_topic_map_get_edges (NpTopicMap *self, guint *n);
guint np_topic_map_find (NpTopicMap *self, const char *key);
void np_topic_map_hold (NpTopicMap *self, guint node, float x, float y);
void np_topic_map_let_go (NpTopicMap *self);
gboolean np_topic_map_is_settled (NpTopicMap *self);
void np_topic_map_close (NpTopicMap *self);

G_END_DECLS
