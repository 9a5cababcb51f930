/* The searches that are kept, under the topics: chosen, named, put in order and removed here. Hidden while there are
 * none. Signals: "chosen" (const char *id) another one is shown from now on; "activated" (). */
#pragma once

#include "ui/np-changer.h"

G_BEGIN_DECLS

#define NP_TYPE_SEARCH_LIST (np_search_list_get_type ())
G_DECLARE_FINAL_TYPE (NpSearchList, np_search_list, NP, SEARCH_LIST, GtkWidget)

void np_search_list_set_library (NpSearchList *self, NpLibrary *library, NpChanger *changer);
NpChanger *np_search_list_get_changer (NpSearchList *self);
NpSearches *np_search_list_dup_searches (NpSearchList *self);
const char *np_search_list_get_chosen (NpSearchList *self);
gboolean np_search_list_choose (NpSearchList *self, const char *id);

G_END_DECLS
