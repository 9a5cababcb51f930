/* The topics of the story, at its end: its own to follow or take off, suggested ones to add, and an entry for any. */
#pragma once

#include "library/np-change.h"
#include "model/np-article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_TOPICS (np_reader_topics_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderTopics, np_reader_topics, NP, READER_TOPICS, GtkWidget)

/* Signals:
 *  "change" (NpChange *change)        people want the story's topics changed so
 *  "search-topic" (const char *key)   a topic was chosen */
GtkWidget *np_reader_topics_new (void);
void np_reader_topics_show (NpReaderTopics *self, NpArticle *article, NpTopicTree *tree);
void np_reader_topics_show_suggestions (NpReaderTopics *self, GPtrArray *names);
void np_reader_topics_set_editable (NpReaderTopics *self, gboolean editable);

G_END_DECLS
