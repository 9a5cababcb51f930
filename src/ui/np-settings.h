/* What the window remembers: GSettings where the schema is installed, else a key file in the state folder. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_SETTINGS (np_settings_get_type ())
G_DECLARE_FINAL_TYPE (NpSettings, np_settings, NP, SETTINGS, GObject)

/* Signal "changed" (const char *key), with the key as its detail: it has another value now. */
NpSettings *np_settings_new (void);
GVariant *np_settings_dup_value (NpSettings *self, const char *key);
void np_settings_set_value (NpSettings *self, const char *key, GVariant *value);
char *np_settings_dup_string (NpSettings *self, const char *key);
int np_settings_get_int (NpSettings *self, const char *key);
gboolean np_settings_get_boolean (NpSettings *self, const char *key);
void np_settings_flush (NpSettings *self);
GVariant *np_settings_dup_default (const char *key);

G_END_DECLS
