/* Markdown within a paragraph: emphasis, code, links. */
#pragma once

#include "model/np-block.h"

G_BEGIN_DECLS

NpBlock *np_markdown_inline (NpBlockType type, const char *text);
gboolean np_markdown_take_image (const char **text, char **alt, char **source, char **title);

G_END_DECLS
