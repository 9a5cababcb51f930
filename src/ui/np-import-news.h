/* Tells by a notification what was saved while people were busy elsewhere. */
#pragma once

#include "library/np-library.h"
#include "ui/np-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_IMPORT_NEWS (np_import_news_get_type ())
G_DECLARE_FINAL_TYPE (NpImportNews, np_import_news, NP, IMPORT_NEWS, GObject)

NpImportNews *np_import_news_new (GtkApplication *application, NpLibrary *library, NpSettings *settings);

G_END_DECLS
