/* The searches that are kept, and their file. Blocking where it says so; safe from any thread. */
#pragma once

#include "store/np-store.h"

G_BEGIN_DECLS

typedef struct _NpSearchShelf NpSearchShelf;

NpSearchShelf *np_search_shelf_new (NpStore *store);
void np_search_shelf_free (NpSearchShelf *self);
NpSearches *np_search_shelf_get (NpSearchShelf *self);
NpSearches *np_search_shelf_read (NpSearchShelf *self, GError **error);
gboolean np_search_shelf_set (NpSearchShelf *self, NpSearches *searches, GError **error);
gboolean np_search_shelf_refresh (NpSearchShelf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSearchShelf, np_search_shelf_free)

G_END_DECLS
