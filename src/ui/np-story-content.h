/* What other programs get of stories that are dragged out of the window: addresses, text, HTML, and HTML files, which
 * are made when somebody asks for them. */
#pragma once

#include "library/np-library.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY_CONTENT (np_story_content_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryContent, np_story_content, NP, STORY_CONTENT, GdkContentProvider)

GdkContentProvider *np_story_content_new (NpLibrary *library, GPtrArray *stories);

G_END_DECLS
