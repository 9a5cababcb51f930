/* Two texts of a story in one: what was removed struck through, what was added underlined, each on a ground of its
 * own. */
#pragma once

#include "library/np-versions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_DIFF_VIEW (np_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (NpDiffView, np_diff_view, NP, DIFF_VIEW, GtkTextView)

GtkWidget *np_diff_view_new (void);
void np_diff_view_show (NpDiffView *self, const NpComparison *comparison);
guint np_diff_view_get_n_changes (NpDiffView *self);
char *np_diff_view_go (NpDiffView *self, int step);

G_END_DECLS
