/* What the list shows: a place, a topic, a search, and an order. */
#pragma once

#include "model/np-term.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  NP_PLACE_ALL,   /* everything but the trash */
  NP_PLACE_INBOX, /* neither archived nor in the trash */
  NP_PLACE_STARRED,
  NP_PLACE_ARCHIVE,
  NP_PLACE_TRASH
} NpPlace;

typedef enum
{
  NP_SORT_PUBLISHED,
  NP_SORT_SAVED,
  NP_SORT_HEADLINE,
  NP_SORT_SITE,
  NP_SORT_LENGTH,
  NP_SORT_RELEVANCE /* only with words to look for; else as published */
} NpSort;

typedef struct _NpQuery NpQuery;

/* A plain, reference-counted record, frozen once it is shared. */
struct _NpQuery
{
  NpPlace place;
  char *topic;      /* (nullable) key: only stories of this topic and of those inside it */
  char *text;       /* (nullable) the search as it was typed */
  NpTerm *term;     /* (nullable) what it means */
  GArray *mistakes; /* of NpQueryMistake */
  NpSort sort;
  gboolean ascending; /* oldest, A, shortest first */
};

#define NP_TYPE_QUERY (np_query_get_type ())
GType np_query_get_type (void) G_GNUC_CONST;

NpQuery *np_query_new (NpPlace place, const char *topic, const char *text);
NpQuery *np_query_ref (NpQuery *query);
void np_query_unref (NpQuery *query);
gboolean np_query_equal (const NpQuery *a, const NpQuery *b);
gboolean np_query_has_words (const NpQuery *query);

/* How many stories each place has; unread: of the inbox. A plain record. */
typedef struct
{
  guint all, inbox, starred, archive, trash, unread;
} NpCounts;

const char *np_place_to_string (NpPlace place);
gboolean np_place_from_string (const char *name, NpPlace *place);
const char *np_sort_to_string (NpSort sort);
gboolean np_sort_from_string (const char *name, NpSort *sort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpQuery, np_query_unref)

G_END_DECLS
