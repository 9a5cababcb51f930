/* The second pane: the stories of a place, a topic or a search. */
#pragma once

#include "ui/list/np-list-header.h"
#include "ui/list/np-list-search.h"
#include "ui/np-changer.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

#define NP_TYPE_LIST_PAGE (np_list_page_get_type ())
G_DECLARE_FINAL_TYPE (NpListPage, np_list_page, NP, LIST_PAGE, GtkWidget)

/* Signals: "selection-changed" (); "story-activated" () go on to the reader; "saved" as of NpImportBox;
 * "search-started" (): the search is open, bring the list into view. */
void np_list_page_set_library (NpListPage *self, NpLibrary *library, NpChanger *changer, NpSettings *settings);
void np_list_page_show (NpListPage *self, NpPlace place, const char *topic);
const char *np_list_page_get_topic (NpListPage *self);
GPtrArray *np_list_page_list_selected (NpListPage *self);
guint np_list_page_get_n_selected (NpListPage *self);
guint np_list_page_get_n_stories (NpListPage *self);
void np_list_page_select (NpListPage *self, const char *id);
void np_list_page_step (NpListPage *self, int step);
void np_list_page_follow (NpListPage *self);
void np_list_page_focus_list (NpListPage *self);
NpListHeader *np_list_page_get_header (NpListPage *self);
NpListSearch *np_list_page_get_search (NpListPage *self);
NpQuery *np_list_page_get_query (NpListPage *self);
void np_list_page_show_search (NpListPage *self, const NpSearch *search);

G_END_DECLS
