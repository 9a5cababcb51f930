/* Which of the stories that match a search it is most about. */
#pragma once

#include "index/np-db.h"
#include "index/np-row-set.h"
#include "model/np-query.h"

G_BEGIN_DECLS

typedef struct _NpRank NpRank;

/* Rows of one score. */
typedef struct
{
  float score;
  NpRowSet *rows;
} NpRankRung;

gboolean np_rank_new (NpDb *db, const NpTerm *term, const NpRowSet *among, NpRank **rank, GError **error);
void np_rank_free (NpRank *rank);
GArray *np_rank_split (const NpRank *rank, const NpRowSet *among);
double np_rank_get (const NpRank *rank, gint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpRank, np_rank_free)

G_END_DECLS
