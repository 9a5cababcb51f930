/* Shows one story to read: its text with photos in their place, find in story, and its topics and related stories at
 * the end. */
#pragma once

#include "library/np-library.h"
#include "ui/np-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER (np_reader_get_type ())
G_DECLARE_FINAL_TYPE (NpReader, np_reader, NP, READER, GtkWidget)

/* Signals:
 *  "open-story" (const char *id)      a related story was chosen
 *  "search-topic" (const char *key)   one of the story's topics was chosen
 *  "change" (NpChange *change)        people want the story's topics changed; a handler that does the change itself
 * (and says so, with a way back) returns TRUE, else the reader hands it to the library
 *
 * Actions "reader.…", of the text: see np_reader_get_actions(); "reader.show-highlight" (string id) brings a highlight
 * of the story that is shown or on its way into sight; "reader.mark-search" (string search) marks what a search finds,
 * "" nothing.
 *
 * Properties, read-only and notified:
 *  "story-id" (nullable string)      the story that is shown or on its way
 *  "article" (nullable NpArticle)    the story that is shown */
GtkWidget *np_reader_new (NpLibrary *library);
void np_reader_set_settings (NpReader *self, NpSettings *settings);
void np_reader_show_story (NpReader *self, const char *id);
const char *np_reader_get_story_id (NpReader *self);
NpArticle *np_reader_get_article (NpReader *self);
NpLibrary *np_reader_get_library (NpReader *self);
void np_reader_start_find (NpReader *self);
GActionGroup *np_reader_get_actions (NpReader *self);
GtkWidget *np_reader_new_style_button (NpReader *self);

G_END_DECLS
