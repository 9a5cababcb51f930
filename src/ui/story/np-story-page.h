/* The third pane: the story that is read, and what can be done with it. */
#pragma once

#include "ui/np-changer.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

#define NP_TYPE_STORY_PAGE (np_story_page_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryPage, np_story_page, NP, STORY_PAGE, GtkWidget)

/* Signals: "open-story" (const char *id), "search-topic" (const char *key) as of NpReader. What the buttons do is done
 * by the `win.` actions. */
void np_story_page_set_library (NpStoryPage *self, NpLibrary *library, NpChanger *changer, NpSettings *settings);
void np_story_page_show (NpStoryPage *self, const char *id);
void np_story_page_mark_search (NpStoryPage *self, const char *search);
const char *np_story_page_get_story_id (NpStoryPage *self);
void np_story_page_set_meant (NpStoryPage *self, GPtrArray *stories, gboolean many);
void np_story_page_show_instead (NpStoryPage *self, GtkWidget *widget, const char *title);
GtkWidget *np_story_page_get_instead (NpStoryPage *self);
void np_story_page_open_topics (NpStoryPage *self);
void np_story_page_start_find (NpStoryPage *self);
void np_story_page_show_highlight (NpStoryPage *self, const char *id);
void np_story_page_turn (NpStoryPage *self, int pages);
void np_story_page_focus_text (NpStoryPage *self);
void np_story_page_set_title_buttons (NpStoryPage *self, gboolean first, const char *layout);

G_END_DECLS
