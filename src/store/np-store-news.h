/* What a store met and nobody was told of yet. Safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_STORE_NEWS_DAMAGE, /* files that cannot be read */
  NP_STORE_NEWS_COPY,   /* copies by sync tools */
  NP_STORE_NEWS_MERGED, /* files that such copies were merged into */
  NP_STORE_NEWS_LATER   /* files of a later version; each is told once */
} NpStoreNewsKind;

typedef struct _NpStoreNews NpStoreNews;

NpStoreNews *np_store_news_new (void);
void np_store_news_free (NpStoreNews *news);
void np_store_news_add (NpStoreNews *news, NpStoreNewsKind kind, const char *path);
GPtrArray *np_store_news_take (NpStoreNews *news, NpStoreNewsKind kind);

G_END_DECLS
