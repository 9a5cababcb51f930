/* One story in a window of its own. */
#pragma once

#include "library/np-library.h"
#include "ui/np-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *np_story_window_new (GtkApplication *application, NpLibrary *library, NpSettings *settings, const char *id);

G_END_DECLS
