/* The order of the list: what the user chose for this place, or relevance while there are words to look for. */
#pragma once

#include "model/np-query.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

#define NP_TYPE_LIST_ORDER (np_list_order_get_type ())
G_DECLARE_FINAL_TYPE (NpListOrder, np_list_order, NP, LIST_ORDER, GObject)

/* Signal "changed" (): the user chose another order. Properties "sort" (string) and "ascending" (boolean). */
NpListOrder *np_list_order_new (NpSettings *settings);
void np_list_order_add_actions (NpListOrder *self, GActionMap *actions);
void np_list_order_show (NpListOrder *self, NpPlace place, const char *topic);
void np_list_order_borrow (NpListOrder *self, NpSort sort, gboolean ascending);
void np_list_order_prefer_relevance (NpListOrder *self);
void np_list_order_apply (NpListOrder *self, NpQuery *query);

G_END_DECLS
