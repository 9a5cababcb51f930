/* The library that the application has open: one at a time, opened when it is first needed. */
#pragma once

#include "library/np-library.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

#define NP_TYPE_HOME (np_home_get_type ())
G_DECLARE_FINAL_TYPE (NpHome, np_home, NP, HOME, GObject)

NpHome *np_home_new (void);
void np_home_set_settings (NpHome *self, NpSettings *settings);
void np_home_fix_folder (NpHome *self, const char *folder);
gboolean np_home_is_fixed (NpHome *self);
const char *np_home_get_folder (NpHome *self);
NpLibrary *np_home_get_library (NpHome *self);
NpLibrary *np_home_open (NpHome *self, GError **error);
void np_home_start (NpHome *self);
NpLibrary *np_home_open_other (NpHome *self, const char *folder, GError **error);
void np_home_move (NpHome *self, NpLibrary *library);
const char *np_home_get_previous (NpHome *self);
void np_home_close (NpHome *self);

G_END_DECLS
