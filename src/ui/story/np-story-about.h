/* Says where a story came from, what each of its fields was taken from, and which older versions of it are kept. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with the change that people want when they take an earlier version back. */
typedef void (*NpStoryAboutFunc) (NpChange *change, gpointer user_data);

GtkWidget *np_story_about_new (GtkWindow *parent, NpLibrary *library, const NpArticle *article, NpStoryAboutFunc func,
                               gpointer user_data);

G_END_DECLS
