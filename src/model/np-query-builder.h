/* Puts the terms of a search together as they are read: what stands next to each other, ORs, negations and
 * parentheses, and what is wrong with them. Only np-query-parser uses it. */
#pragma once

#include "model/np-term.h"

G_BEGIN_DECLS

typedef struct _NpQueryBuilder NpQueryBuilder;

NpQueryBuilder *np_query_builder_new (GArray *mistakes);
NpTerm *np_query_builder_end (NpQueryBuilder *builder);
void np_query_builder_add (NpQueryBuilder *builder, NpTerm *term);
void np_query_builder_open (NpQueryBuilder *builder, guint column);
void np_query_builder_close (NpQueryBuilder *builder, guint column);
void np_query_builder_or (NpQueryBuilder *builder, guint column);
void np_query_builder_negate (NpQueryBuilder *builder, guint column);
gboolean np_query_builder_is_negated (NpQueryBuilder *builder);
void np_query_builder_drop_minus (NpQueryBuilder *builder, gboolean say);
void np_query_builder_add_mistake (NpQueryBuilder *builder, guint column, int kind);

G_END_DECLS
