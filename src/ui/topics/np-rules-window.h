/* All rules: each a search and the topic that stories get that it finds. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_RULES_WINDOW (np_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (NpRulesWindow, np_rules_window, NP, RULES_WINDOW, AdwWindow)

GtkWindow *np_rules_window_new (GtkWidget *from, NpLibrary *library);

G_END_DECLS
