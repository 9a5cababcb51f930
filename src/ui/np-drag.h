/* What is carried when stories or a topic are dragged inside the window, and how it looks under the pointer. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The stories that are carried; other programs get their addresses. */
#define NP_TYPE_STORY_DRAG (np_story_drag_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryDrag, np_story_drag, NP, STORY_DRAG, GObject)

const char *const *np_story_drag_get_ids (NpStoryDrag *self);

/* The topic that is carried; other programs get its name. */
#define NP_TYPE_TOPIC_DRAG (np_topic_drag_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicDrag, np_topic_drag, NP, TOPIC_DRAG, GObject)

const char *np_topic_drag_get_key (NpTopicDrag *self);

GdkContentProvider *np_drag_provide_stories (GPtrArray *stories);
GdkContentProvider *np_drag_provide_topic (const char *key, const char *name);
GdkContentProvider *np_drag_provide_link (const char *href);
void np_drag_set_icon (GtkDragSource *source, const char *label, guint n);
NpStoryDrag *np_drag_get_stories (GdkDrop *drop);
NpTopicDrag *np_drag_get_topic (GdkDrop *drop);
gboolean np_drag_is_link (GdkDrop *drop);
GdkContentFormats *np_drag_list_formats (void);

G_END_DECLS
