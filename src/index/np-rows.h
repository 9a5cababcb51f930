/* Rows straight from the index's tables, and sets of them. */
#pragma once

#include "index/np-db.h"
#include "index/np-row-set.h"
#include "index/np-story-text.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

NpRowSet *np_rows_new (NpDb *db, GError **error);
gboolean np_rows_find (NpDb *db, const char *id, gint64 *row, GError **error);
gboolean np_rows_read_text (NpDb *db, gint64 row, NpStoryText **text, GError **error);
gboolean np_rows_of_words (NpDb *db, NpPart part, const char *match, NpRowSet *set, GError **error);
gboolean np_rows_of_topic (NpDb *db, const char *key, const NpTopicTree *tree, NpRowSet *set, GError **error);
gboolean np_rows_of_fact (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpRowSet *set, GError **error);

G_END_DECLS
