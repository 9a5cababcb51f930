/* Markdown (CommonMark's constructs that stories use) as units of a text. */
#pragma once

#include "extract/np-extract-text-unit.h"

G_BEGIN_DECLS

gboolean np_markdown_is_likely (const char *text);
GPtrArray *np_markdown_to_units (const char *text, NpArticle *article);

G_END_DECLS
