/* A rule is written or changed: a search, the topic that stories get that it finds, and which stories that are already
 * there would get it. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_RULE_DIALOG (np_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NpRuleDialog, np_rule_dialog, NP, RULE_DIALOG, AdwWindow)

GtkWindow *np_rule_dialog_new (GtkWidget *from, GtkWindow *parent, NpLibrary *library, const char *key,
                               const char *search, gboolean there);

G_END_DECLS
