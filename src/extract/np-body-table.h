/* Tables of data in a story. */
#pragma once

#include "extract/np-body.h"
#include "extract/np-inline.h"

G_BEGIN_DECLS

gboolean np_body_table_is_data (const NpDom *dom, guint table);
NpBlock *np_body_table_read (const NpBody *body, NpInline *line, guint table, guint *chars, guint *links);

G_END_DECLS
