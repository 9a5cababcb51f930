/* Which stories of the list are selected: a GtkMultiSelection that finds its stories again when the list changes. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY_SELECTION (np_story_selection_get_type ())
G_DECLARE_FINAL_TYPE (NpStorySelection, np_story_selection, NP, STORY_SELECTION, GObject)

/* Signals: "changed" () other stories are selected; "scroll-to" (guint position) that row should be in view. */
NpStorySelection *np_story_selection_new (NpStoryList *stories);
GtkMultiSelection *np_story_selection_get_model (NpStorySelection *self);
GPtrArray *np_story_selection_list (NpStorySelection *self);
guint np_story_selection_get_n (NpStorySelection *self);
void np_story_selection_select (NpStorySelection *self, const char *id);
void np_story_selection_step (NpStorySelection *self, int step);
void np_story_selection_follow (NpStorySelection *self);

G_END_DECLS
