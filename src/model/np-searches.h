/* The searches that are kept, in the order of the sidebar. Pure. A list is shared as a frozen snapshot between threads:
 * to change one, copy it, change the copy, hand that on. */
#pragma once

#include "model/np-search.h"

G_BEGIN_DECLS

typedef struct _NpSearches NpSearches;

NpSearches *np_searches_new (void);
NpSearches *np_searches_ref (NpSearches *searches);
void np_searches_unref (NpSearches *searches);
NpSearches *np_searches_copy (const NpSearches *searches);

guint np_searches_get_size (const NpSearches *searches);
const NpSearch *np_searches_get (const NpSearches *searches, guint position);
int np_searches_locate (const NpSearches *searches, const char *id);
const NpSearch *np_searches_find (const NpSearches *searches, const char *name_or_id);
const NpSearch *np_searches_find_same (const NpSearches *searches, const NpQuery *query);
gboolean np_searches_equal (const NpSearches *a, const NpSearches *b);
const char *np_searches_get_unknown (const NpSearches *searches);

void np_searches_put (NpSearches *searches, NpSearch *search, int position);
gboolean np_searches_rename (NpSearches *searches, const char *id, const char *name);
gboolean np_searches_move (NpSearches *searches, const char *id, int position);
gboolean np_searches_drop (NpSearches *searches, const char *id);
void np_searches_set_unknown (NpSearches *searches, const char *json);
void np_searches_apply (NpSearches *searches, const NpSearches *from, const NpSearches *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSearches, np_searches_unref)

G_END_DECLS
