/* A popover to choose topics from: to check those that stories have, or to pick one. A new one can be named. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_TOPIC_CHOOSER (np_topic_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicChooser, np_topic_chooser, NP, TOPIC_CHOOSER, GtkPopover)

/* Signals: "chosen" (const char *key, gboolean on) a topic was picked, or its mark set or taken off; "created" (const
 * char *name) a name was typed that no topic has. */
GtkWidget *np_topic_chooser_new (void);
void np_topic_chooser_set_library (NpTopicChooser *self, NpLibrary *library);
void np_topic_chooser_show_marks (NpTopicChooser *self, GPtrArray *stories);
void np_topic_chooser_show_pick (NpTopicChooser *self, const char *heading, const char *const *without);

G_END_DECLS
