/* Joins text and inline elements to the text of one block, its spans with it, exactly as a browser shows them. */
#pragma once

#include "extract/np-anchors.h"
#include "extract/np-dom.h"
#include "model/np-block.h"

G_BEGIN_DECLS

typedef struct _NpInline NpInline;

NpInline *np_inline_new (const NpDom *dom, const char *base, const NpAnchors *anchors);
void np_inline_free (NpInline *line);
void np_inline_reach (NpInline *line, guint node);
void np_inline_note (NpInline *line, guint node);
gboolean np_inline_add (NpInline *line, guint node);
void np_inline_add_code (NpInline *line, const char *code);
void np_inline_keep_space (NpInline *line, gboolean keep);
void np_inline_break (NpInline *line);
gboolean np_inline_is_empty (NpInline *line);
gboolean np_inline_ends_paragraph (NpInline *line);
NpBlock *np_inline_take (NpInline *line, NpBlockType type, guint *chars, guint *links, gboolean *bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpInline, np_inline_free)

G_END_DECLS
