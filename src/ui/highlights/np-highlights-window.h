/* All that was highlighted in a story, a topic or the library, with its notes, to be searched and gone to. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_HIGHLIGHTS_WINDOW (np_highlights_window_get_type ())
G_DECLARE_FINAL_TYPE (NpHighlightsWindow, np_highlights_window, NP, HIGHLIGHTS_WINDOW, AdwWindow)

/* Signal "open" (const char *story, const char *highlight): people want to see it in its story. */
GtkWidget *np_highlights_window_new (GtkWindow *parent, NpLibrary *library, const char *topic, const char *story);

G_END_DECLS
