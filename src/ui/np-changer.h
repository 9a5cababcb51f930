/* Does the user's changes: hands them to the library and says what was done, with a way back, or what went wrong. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_CHANGER (np_changer_get_type ())
G_DECLARE_FINAL_TYPE (NpChanger, np_changer, NP, CHANGER, GObject)

NpChanger *np_changer_new (NpLibrary *library, AdwToastOverlay *overlay);
gboolean np_changer_check_writable (NpChanger *self);
void np_changer_do (NpChanger *self, NpChange *change);
void np_changer_undo (NpChanger *self);
void np_changer_redo (NpChanger *self);
void np_changer_tell (NpChanger *self, const char *message);
void np_changer_offer (NpChanger *self, const char *message, const char *button, const char *action);
void np_changer_tell_saved (NpChanger *self, const char *id);
void np_changer_tell_done (NpChanger *self);
void np_changer_tell_error (NpChanger *self, const GError *error);

G_END_DECLS
