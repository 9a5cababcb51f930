/* A story as data. The names follow schema.org's NewsArticle and IPTC's ninjs where those have one. */
#pragma once

#include "model/np-block.h"
#include "model/np-figure.h"
#include "model/np-highlight.h"
#include "model/np-version.h"

G_BEGIN_DECLS

/* Where an article came from. A plain record. */
typedef struct
{
  char *fetched;         /* (nullable) RFC 3339, UTC */
  char *final_url;       /* (nullable) after redirects */
  guint status;          /* HTTP; 0 = not from HTTP */
  char *content_type;    /* (nullable) */
  char *page;            /* (nullable) the kept page: "pages/cd/cd01….html.gz" */
  GPtrArray *next_pages; /* char* the kept pages that the story goes on on, in order */
  char *extractor;       /* (nullable) "newsprint 0.1" */
  GHashTable *fields; /* char* field name → char* where its value was taken from: "json-ld", "meta", "page", "edited" */
} NpProvenance;

typedef struct _NpArticle NpArticle;

/* A plain, reference-counted record. The one who made it may change it; as soon as anyone else holds a reference it is
 * frozen, in every thread: change a np_article_copy(). Strings are valid UTF-8; NULL means unknown. */
struct _NpArticle
{
  char *id;            /* UUID, lower case; given by the store */
  char *url;           /* as the user gave it */
  char *canonical_url; /* as the page says */
  char *image;         /* address of the photo that the page names as its own, which may be none that it shows */
  char *headline;
  char *deck;
  GPtrArray *authors; /* char* names, without "By" */
  char *byline;       /* as the page shows it */
  char *dateline;     /* the place: "NEW YORK" */
  char *site_name;
  char *site_domain;
  char *section;
  char *language;  /* BCP 47 */
  char *published; /* ISO 8601; without a zone where the page says none */
  char *updated;   /* the same */
  char *saved;     /* RFC 3339, UTC */

  GPtrArray *body;             /* NpBlock* */
  GPtrArray *figures;          /* NpFigure*; the first is the lead photo when the body does not show it */
  GPtrArray *topics;           /* char* keys of topics.json */
  GPtrArray *suggested_topics; /* char* names, best first */
  GPtrArray *keywords;         /* char* as the page declares them */
  GPtrArray *diagnostics;      /* char* what could not be had, for people */

  gboolean read;
  gboolean starred;
  gboolean archived;
  double place;          /* how far it was read, 0–1 */
  GPtrArray *highlights; /* NpHighlight*, in the order they were made */
  char *note;

  NpProvenance provenance;
  GPtrArray *versions; /* NpVersion*: its older texts, oldest first */
  gboolean later;      /* the file is of a later version: it may be looked at, not written */
  char *unknown;       /* (nullable) JSON object: members this version does not know, those of "site", "state" and
                          "provenance" nested under their names */
};

#define NP_TYPE_ARTICLE (np_article_get_type ())
GType np_article_get_type (void) G_GNUC_CONST;

NpArticle *np_article_new (void);
NpArticle *np_article_ref (NpArticle *article);
void np_article_unref (NpArticle *article);
NpArticle *np_article_copy (const NpArticle *article);
guint np_article_add_figure (NpArticle *article, NpFigure *figure);
void np_article_set_field_source (NpArticle *article, const char *field, const char *source);
char *np_article_dup_text (const NpArticle *article);
gsize np_article_count_words (const NpArticle *article);
gboolean np_article_has_topic (const NpArticle *article, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpArticle, np_article_unref)

GPtrArray *np_strings_new (void);
GPtrArray *np_strings_copy (GPtrArray *strings);
gboolean np_strings_contain (GPtrArray *strings, const char *string);

G_END_DECLS
