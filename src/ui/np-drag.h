/* What is carried when stories or topics are dragged inside the window. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The stories that are carried; other programs get what NpStoryContent gives. */
#define NP_TYPE_STORY_DRAG (np_story_drag_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryDrag, np_story_drag, NP, STORY_DRAG, GObject)

const char *const *np_story_drag_get_ids (NpStoryDrag *self);
const char *np_story_drag_get_from (NpStoryDrag *self);
gboolean np_story_drag_all_have (NpStoryDrag *self, const char *key);

/* The topics that are carried; other programs get their names. */
#define NP_TYPE_TOPIC_DRAG (np_topic_drag_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicDrag, np_topic_drag, NP, TOPIC_DRAG, GObject)

const char *const *np_topic_drag_get_keys (NpTopicDrag *self);
const char *np_topic_drag_get_new_name (NpTopicDrag *self);
const char *const *np_topic_drag_get_stories (NpTopicDrag *self);
NpChange *np_topic_drag_new_change (NpTopicDrag *self, const char *const *ids);
gboolean np_topic_drag_adds_to (NpTopicDrag *self, GPtrArray *stories);

GdkContentProvider *np_drag_provide_stories (NpLibrary *library, GPtrArray *stories, const char *from);
GdkContentProvider *np_drag_provide_topics (const char *const *keys, const char *names);
GdkContentProvider *np_drag_provide_new_topic (const char *name, const char *story);
NpStoryDrag *np_drag_get_stories (GdkDrop *drop);
NpTopicDrag *np_drag_get_topics (GdkDrop *drop);
GdkContentProvider *np_drag_provide_link (const char *href);
gboolean np_drag_is_link (GdkDrop *drop);
GdkContentFormats *np_drag_list_formats (void);
GdkDragAction np_drag_choose (GdkDrop *drop, GdkDragAction wanted);

G_END_DECLS
