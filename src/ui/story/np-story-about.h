/* Says where a story came from, and what each of its fields was taken from. */
#pragma once

#include "model/np-article.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *np_story_about_new (GtkWindow *parent, const NpArticle *article);

G_END_DECLS
