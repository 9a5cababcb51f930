/* What changed between two versions of a story, word by word, and the way back to the older one. */
#pragma once

#include "library/np-versions.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_VERSION_WINDOW (np_version_window_get_type ())
G_DECLARE_FINAL_TYPE (NpVersionWindow, np_version_window, NP, VERSION_WINDOW, AdwWindow)

/* Signals:
 *  "change" (NpChange *change)   people want this version to be the present text again
 */
GtkWidget *np_version_window_new (GtkWindow *parent, NpLibrary *library, const char *id, GPtrArray *versions,
                                  guint number);

G_END_DECLS
