/* What a page says about its story outside the story's text. Each source of such facts is a reader in a file of its
 * own; np-metadata.c has the list of them. */
#pragma once

#include "extract/np-dom.h"

G_BEGIN_DECLS

typedef enum
{
  NP_FACT_HEADLINE,
  NP_FACT_TITLE, /* of the document, mostly with the site's name */
  NP_FACT_DECK,
  NP_FACT_AUTHOR,
  NP_FACT_PUBLISHED,
  NP_FACT_UPDATED,
  NP_FACT_SITE,
  NP_FACT_SECTION,
  NP_FACT_LANGUAGE,
  NP_FACT_KEYWORD,
  NP_FACT_CANONICAL,
  NP_FACT_PHOTO,
  NP_FACT_BODY, /* the whole text */
  NP_N_FACTS
} NpFactKind;

/* One thing that one source says. */
typedef struct
{
  char *value;        /* as of np_text_clean(), but for NP_FACT_BODY; never empty */
  const char *source; /* static: "json-ld", "open-graph", "meta", "microdata", "page", "script", "url" */
  int trust;          /* higher is better */
} NpFact;

/* The trust of what is better than nothing: the day of a video on the page. */
#define NP_METADATA_LAST_RESORT 15

typedef struct
{
  GPtrArray *facts[NP_N_FACTS]; /* of NpFact, in the order they were found */
  char *locale;                 /* (nullable) where the page is from, as of np_metadata_dup_locale() */
  char *slug;                   /* (nullable) the words of the address */
  guint heading;                /* the element that shows the headline, NP_DOM_NONE when there is none */
} NpMetadata;

NpMetadata *np_metadata_new (void);
void np_metadata_free (NpMetadata *metadata);
void np_metadata_add (NpMetadata *metadata, NpFactKind kind, const char *value, const char *source, int trust);
const NpFact *np_metadata_best (const NpMetadata *metadata, NpFactKind kind);
void np_metadata_read (NpMetadata *metadata, const NpDom *dom, const char *url);

/* The readers. */
typedef void (*NpMetadataReader) (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_json_ld (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_meta (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_microdata (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_heading (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_page (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_authors (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_topics (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_deck (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_dates (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_scripts (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_lines (NpMetadata *metadata, const NpDom *dom, const char *url);
void np_metadata_read_url (NpMetadata *metadata, const NpDom *dom, const char *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpMetadata, np_metadata_free)

G_END_DECLS
