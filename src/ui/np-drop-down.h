/* What a screen reader says of a drop-down. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_drop_down_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
