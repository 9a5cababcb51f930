/* The front matter of a Markdown text: what YAML between two lines of "---" says of the story. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

guint np_front_matter_read (char **lines, guint n, NpArticle *article);

G_END_DECLS
