/* The row of the preferences that chooses the font of stories. */
#pragma once

#include "ui/np-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *np_font_row_new (NpSettings *settings);

G_END_DECLS
