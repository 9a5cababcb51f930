/* The row of the sidebar that leads to the New shelf, with how much waits there. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_NEW_BUTTON (np_new_button_get_type ())
G_DECLARE_FINAL_TYPE (NpNewButton, np_new_button, NP, NEW_BUTTON, GtkButton)

void np_new_button_set_feeds (NpNewButton *self, NpFeeds *feeds);
void np_new_button_set_shown (NpNewButton *self, gboolean shown);

G_END_DECLS
