/* What the list shows: a place, a topic, a search, and an order. */
#pragma once

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

/* One piece of a search (DESIGN §2). A search is a tree of AND and OR over terms. */
typedef enum
{
  NP_TERM_AND,    /* children */
  NP_TERM_OR,     /* children */
  NP_TERM_NOT,    /* one child */
  NP_TERM_TEXT,   /* text (one word, or a phrase), prefix, field */
  NP_TERM_SITE,   /* text: part of the site's name or domain */
  NP_TERM_TOPIC,  /* text: name or key of a topic */
  NP_TERM_BEFORE, /* text: a day, YYYY, YYYY-MM or YYYY-MM-DD: published before it begins */
  NP_TERM_AFTER,  /* text: the same: published after it ended */
  NP_TERM_IS      /* text: "unread", "read", "starred", "archived", "trashed" */
} NpTermKind;

typedef enum
{
  NP_FIELD_ANY,
  NP_FIELD_HEADLINE,
  NP_FIELD_CAPTION,
  NP_FIELD_CREDIT,
  NP_FIELD_BY
} NpTermField;

typedef struct _NpTerm NpTerm;

/* A plain record, owned by its query. */
struct _NpTerm
{
  NpTermKind kind;
  NpTermField field;
  char *text;          /* (nullable) */
  gboolean prefix;     /* word* */
  GPtrArray *children; /* (nullable) of NpTerm */
};

NpTerm *np_term_new (NpTermKind kind, const char *text);
NpTerm *np_term_copy (const NpTerm *term);
void np_term_free (NpTerm *term);

/* A mistake in a search. What is right of the search still counts. */
typedef struct
{
  guint column; /* of the first character it is about, from 0, in Unicode characters */
  enum
  {
    NP_QUERY_OPEN_QUOTE,       /* a phrase without its second quote; taken up to the end */
    NP_QUERY_OPEN_PARENTHESIS, /* closed at the end */
    NP_QUERY_LONE_PARENTHESIS, /* passed over */
    NP_QUERY_EMPTY_FIELD,      /* "site:" with nothing behind it; passed over */
    NP_QUERY_BAD_DATE,         /* passed over */
    NP_QUERY_BAD_STATE,        /* "is:" something it does not know; passed over */
    NP_QUERY_LONE_OPERATOR     /* OR or - with nothing to work on; passed over */
  } kind;
} NpQueryMistake;

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTerm, np_term_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpQuery, np_query_unref)

G_END_DECLS
