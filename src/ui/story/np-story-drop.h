/* Topics that are dropped on what is read: the story gets them. */
#pragma once

#include "ui/np-changer.h"

G_BEGIN_DECLS

/* Gives the stories that a drop is about now, (transfer none) (nullable) (element-type NpStory). */
typedef GPtrArray *(*NpStoryDropFind) (gpointer page);

void np_story_drop_attach (GtkWidget *page, GtkWidget *lit, NpLibrary *library, NpChanger *changer,
                           NpStoryDropFind find);

G_END_DECLS
