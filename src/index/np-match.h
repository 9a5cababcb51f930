/* A search made ready to be asked: each term a set of rows, phrases with a set of rows that may have them. */
#pragma once

#include "index/np-db.h"
#include "index/np-phrase.h"
#include "index/np-row-set.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

typedef struct _NpMatch NpMatch;

/* A node of the search. What it matches is between @must and @may; where both are the same, @must is NULL. */
struct _NpMatch
{
  NpTermKind kind;     /* NP_TERM_AND, NP_TERM_OR, NP_TERM_NOT, or NP_TERM_TEXT for every other */
  NpRowSet *may;       /* rows that may match */
  NpRowSet *must;      /* (nullable) rows that do match, without a look at their text */
  NpPhrase *phrase;    /* (nullable) what rows of @may have to have in their text */
  GPtrArray *children; /* (nullable) of NpMatch */
};

gboolean np_match_new (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpMatch **match, GError **error);
NpMatch *np_match_new_topic (NpDb *db, const char *key, const NpTopicTree *tree, GError **error);
NpMatch *np_match_join (NpMatch *a, NpMatch *b);
void np_match_free (NpMatch *match);
gboolean np_match_is_sure (const NpMatch *match, gint64 row);
gboolean np_match_check (NpDb *db, const NpMatch *match, gint64 row, gboolean *matches, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpMatch, np_match_free)

G_END_DECLS
