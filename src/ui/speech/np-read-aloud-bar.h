/* The buttons of what is read aloud. Shows itself while there is something to press or to say. */
#pragma once

#include "ui/np-settings.h"
#include "ui/speech/np-read-aloud.h"

G_BEGIN_DECLS

#define NP_TYPE_READ_ALOUD_BAR (np_read_aloud_bar_get_type ())
G_DECLARE_FINAL_TYPE (NpReadAloudBar, np_read_aloud_bar, NP, READ_ALOUD_BAR, GtkWidget)

GtkWidget *np_read_aloud_bar_new (NpReadAloud *reading);
void np_read_aloud_bar_set_settings (NpReadAloudBar *self, NpSettings *settings);

G_END_DECLS
