/* What comes from outside (pasted, dropped, chosen, named on the command line) becomes imports. */
#pragma once

#include "library/np-library.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef void (*NpPasteFunc) (guint n_imports, const GError *error, gpointer user_data);

guint np_intake_text (NpLibrary *library, const char *text, const char *topic);
guint np_intake_html (NpLibrary *library, GBytes *html, const char *text, const char *topic);
guint np_intake_file (NpLibrary *library, GFile *file, const char *topic);
guint np_intake_word (NpLibrary *library, const char *word, const char *topic);
void np_intake_update (NpLibrary *library, const char *word);
guint np_intake_value (NpLibrary *library, const GValue *value, const char *topic);
gboolean np_intake_formats (GdkContentFormats *formats);
void np_intake_clipboard (NpLibrary *library, GdkClipboard *clipboard, const char *topic, NpPasteFunc func,
                          gpointer user_data);

char *np_intake_find_only_link (const char *html);

G_END_DECLS
