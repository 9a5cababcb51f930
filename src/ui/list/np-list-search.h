/* The search of the list: its bar, and under it what is wrong with what was typed. */
#pragma once

#include "model/np-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_LIST_SEARCH (np_list_search_get_type ())
G_DECLARE_FINAL_TYPE (NpListSearch, np_list_search, NP, LIST_SEARCH, GtkWidget)

/* Signals: "changed" () other words; "activated" (); "next" () go on to the next story. Property "active" (boolean):
 * whether the bar is open. */
const char *np_list_search_get_text (NpListSearch *self);
gboolean np_list_search_get_active (NpListSearch *self);
void np_list_search_start (NpListSearch *self);
void np_list_search_show (NpListSearch *self, const char *text);
void np_list_search_stop (NpListSearch *self);
void np_list_search_tell_mistakes (NpListSearch *self, const NpQuery *query);
void np_list_search_set_capture (NpListSearch *self, GtkWidget *widget);

G_END_DECLS
