/* A search that is kept in the sidebar. */
#pragma once

#include "model/np-query.h"

G_BEGIN_DECLS

typedef struct _NpSearch NpSearch;

/* A plain record: see NpTopic for who may change it. */
struct _NpSearch
{
  char *id;      /* stays what it is, whatever the name becomes */
  char *name;    /* for people; never empty */
  char *text;    /* the search as it was typed; never NULL */
  NpPlace place; /* where it looks */
  char *topic;   /* (nullable) key: only stories of this topic */
  NpSort sort;
  gboolean ascending;
  char *unknown; /* (nullable) JSON object: members this version does not know */
};

NpSearch *np_search_new (const char *id, const char *name, const char *text);
NpSearch *np_search_new_for (const NpQuery *query, const char *name);
NpSearch *np_search_copy (const NpSearch *search);
void np_search_free (NpSearch *search);
gboolean np_search_equal (const NpSearch *a, const NpSearch *b);
NpQuery *np_search_to_query (const NpSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSearch, np_search_free)

G_END_DECLS
