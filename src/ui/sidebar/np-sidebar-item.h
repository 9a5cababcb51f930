/* One row of the sidebar: a place, the heading of the topics, or a topic with the topics inside it. */
#pragma once

#include "model/np-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NP_SIDEBAR_PLACE,
  NP_SIDEBAR_HEADING,
  NP_SIDEBAR_TOPIC
} NpSidebarKind;

#define NP_TYPE_SIDEBAR_ITEM (np_sidebar_item_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebarItem, np_sidebar_item, NP, SIDEBAR_ITEM, GObject)

/* Signal "changed" (): name, colour, count or number of children are others. */
NpSidebarItem *np_sidebar_item_new_place (NpPlace place, const char *name, const char *icon);
NpSidebarItem *np_sidebar_item_new_heading (const char *name);
NpSidebarItem *np_sidebar_item_new_topic (const char *key);

NpSidebarKind np_sidebar_item_get_kind (NpSidebarItem *self);
NpPlace np_sidebar_item_get_place (NpSidebarItem *self);
const char *np_sidebar_item_get_key (NpSidebarItem *self);
const char *np_sidebar_item_get_name (NpSidebarItem *self);
const char *np_sidebar_item_get_icon (NpSidebarItem *self);
const char *np_sidebar_item_get_color (NpSidebarItem *self);
guint np_sidebar_item_get_count (NpSidebarItem *self);
GListStore *np_sidebar_item_get_children (NpSidebarItem *self);
gboolean np_sidebar_item_get_expanded (NpSidebarItem *self);

void np_sidebar_item_set_looks (NpSidebarItem *self, const char *name, const char *color);
void np_sidebar_item_set_count (NpSidebarItem *self, guint count);
void np_sidebar_item_set_expanded (NpSidebarItem *self, gboolean expanded);

G_END_DECLS
