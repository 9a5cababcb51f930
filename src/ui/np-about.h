/* What Newsprint says of itself. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void np_about_show (GtkWindow *parent);

G_END_DECLS
