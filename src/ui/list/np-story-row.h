/* One story in the list. */
#pragma once

#include "library/np-library.h"
#include "ui/list/np-row-look.h"
#include "ui/list/np-thumbnails.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY_ROW (np_story_row_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryRow, np_story_row, NP, STORY_ROW, GtkWidget)

GtkWidget *np_story_row_new (NpLibrary *library, NpThumbnails *thumbnails, NpRowLook *look);
void np_story_row_bind (NpStoryRow *self, NpStory *story);
void np_story_row_show_picture (NpStoryRow *self);
void np_story_row_unbind (NpStoryRow *self);
NpStory *np_story_row_get_story (NpStoryRow *self);

G_END_DECLS
