/* Prints a story, or writes it as PDF. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean np_story_print (GtkWindow *parent, NpLibrary *library, const NpArticle *article, const char *pdf,
                         GError **error);

G_END_DECLS
