/* Stories in the overview of GNOME Shell: org.gnome.Shell.SearchProvider2. */
#pragma once

#include "ui/np-home.h"

G_BEGIN_DECLS

#define NP_TYPE_SEARCH_PROVIDER (np_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (NpSearchProvider, np_search_provider, NP, SEARCH_PROVIDER, GObject)

NpSearchProvider *np_search_provider_new (GApplication *application, NpHome *home);
gboolean np_search_provider_export (NpSearchProvider *self, GDBusConnection *bus, const char *path, GError **error);
void np_search_provider_unexport (NpSearchProvider *self);

G_END_DECLS
