/* The New shelf: what the feeds brought, to be saved or dismissed. Stands in the second pane. */
#pragma once

#include "ui/np-changer.h"

G_BEGIN_DECLS

#define NP_TYPE_NEW_PAGE (np_new_page_get_type ())
G_DECLARE_FINAL_TYPE (NpNewPage, np_new_page, NP, NEW_PAGE, GtkWidget)

void np_new_page_set_library (NpNewPage *self, NpLibrary *library, NpChanger *changer);
void np_new_page_set_title_buttons (NpNewPage *self, gboolean first, gboolean last, const char *layout);
void np_new_page_focus_list (NpNewPage *self);
void np_new_page_open_follow (NpNewPage *self);
gboolean np_new_page_undo (NpNewPage *self);

G_END_DECLS
