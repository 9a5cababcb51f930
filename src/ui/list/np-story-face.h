/* What a row of the list draws of a story. */
#pragma once

#include "library/np-library.h"
#include "ui/list/np-row-look.h"

G_BEGIN_DECLS

typedef struct _NpStoryFace NpStoryFace;

NpStoryFace *np_story_face_new (void);
void np_story_face_free (NpStoryFace *self);
gboolean np_story_face_show (NpStoryFace *self, NpStory *story, NpTopicTree *topics);
void np_story_face_forget (NpStoryFace *self);
int np_story_face_get_height (NpStoryFace *self, NpRowLook *look);
void np_story_face_snapshot (NpStoryFace *self, NpRowLook *look, GtkWidget *row, GdkPaintable *picture,
                             GtkSnapshot *snapshot);
const char *np_story_face_find_title (NpStory *story);
char *np_story_face_dup_source (NpStory *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoryFace, np_story_face_free)

G_END_DECLS
