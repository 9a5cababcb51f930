/* Asks before something goes for good: the one question of this program. */
#pragma once

#include "ui/np-changer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_trash_dialog_new (GtkWindow *parent, NpLibrary *library, NpChanger *changer, const char *const *ids);

G_END_DECLS
