/* Whether the windows are light or dark: a setting, and the action that the menu has for it. */
#pragma once

#include "ui/np-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

void np_color_scheme_install (GtkApplication *application, NpSettings *settings);

G_END_DECLS
