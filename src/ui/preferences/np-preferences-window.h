/* The preferences. Each has its effect at once. */
#pragma once

#include "ui/np-home.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *np_preferences_window_new (GtkWindow *parent, NpSettings *settings, NpHome *home);
void np_preferences_window_tell_error (GtkWindow *window, const GError *error);

G_END_DECLS
