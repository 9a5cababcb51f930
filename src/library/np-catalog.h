/* The store and its index, kept in step. Blocking; safe from any thread: reading runs beside writing, writers wait for
 * each other. What is written is in the store first; an index that fails is rebuilt, it never stops a change. */
#pragma once

#include "index/np-index.h"
#include "library/np-health.h"
#include "library/np-search-shelf.h"
#include "library/np-topic-shelf.h"
#include "model/np-article.h"
#include "model/np-topic-tree.h"
#include "store/np-store.h"

G_BEGIN_DECLS

#define NP_TYPE_CATALOG (np_catalog_get_type ())
G_DECLARE_FINAL_TYPE (NpCatalog, np_catalog, NP, CATALOG, GObject)

NpCatalog *np_catalog_open (const char *folder, gboolean read_only, GError **error);
void np_catalog_close (NpCatalog *self);
NpStore *np_catalog_get_store (NpCatalog *self);
NpIndex *np_catalog_get_index (NpCatalog *self);
NpHealth *np_catalog_get_health (NpCatalog *self);
NpSearchShelf *np_catalog_get_searches (NpCatalog *self);

NpTopicShelf *np_catalog_get_topic_shelf (NpCatalog *self);
NpTopicTree *np_catalog_get_topics (NpCatalog *self);
gboolean np_catalog_set_topics (NpCatalog *self, NpTopicTree *tree, GError **error);

NpArticle *np_catalog_read (NpCatalog *self, const char *id, gboolean *trashed, GError **error);
char *np_catalog_find_saved (NpCatalog *self, const NpArticle *article);
gboolean np_catalog_add (NpCatalog *self, NpArticle *article, char **saved_before, GError **error);
gboolean np_catalog_write (NpCatalog *self, const NpArticle *article, GError **error);
gboolean np_catalog_set_trashed (NpCatalog *self, const char *id, gboolean trashed, GError **error);

void np_catalog_hold (NpCatalog *self);
void np_catalog_release (NpCatalog *self);

G_END_DECLS
