/* What a search means: a tree of terms, and the mistakes that were in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One piece of a search. A search is a tree of AND and OR over terms. */
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
  NP_TERM_IS      /* text: "unread", "read", "starred", "archived", "highlighted", "trashed" */
} NpTermKind;

typedef enum
{
  NP_FIELD_ANY,
  NP_FIELD_HEADLINE,
  NP_FIELD_CAPTION,
  NP_FIELD_CREDIT,
  NP_FIELD_BY,
  NP_FIELD_NOTE /* the user's own words: the story's note and those of its highlights */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTerm, np_term_free)

G_END_DECLS
