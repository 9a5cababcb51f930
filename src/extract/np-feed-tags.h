/* What the elements of a feed say, as tables: a format is a list of its tags. */
#pragma once

#include "extract/np-feed-xml.h"
#include "model/np-feed.h"

G_BEGIN_DECLS

/* How an element is read. */
typedef enum
{
  NP_FEED_AS_LINE,   /* text that may be markup */
  NP_FEED_AS_ID,     /* text that is no markup */
  NP_FEED_AS_HTML,   /* markup, escaped or as elements, to one line */
  NP_FEED_AS_STORY,  /* the same, a line a paragraph */
  NP_FEED_AS_TEXT,   /* an Atom text construct, to one line */
  NP_FEED_AS_BODY,   /* an Atom content element, a line a paragraph */
  NP_FEED_AS_DATE,   /* the last of several counts */
  NP_FEED_AS_PERSON, /* several are joined */
  NP_FEED_AS_LINK,   /* an address as text, or Atom's href for rel=alternate; an enclosure with rel=enclosure */
  NP_FEED_AS_TAG,    /* text, or the attribute label, term or text */
  NP_FEED_AS_TAGS,   /* several, separated by commas */
  NP_FEED_AS_FILE,   /* an enclosure */
} NpFeedAs;

/* A line of a table. Of several elements for one field that with the lowest rank counts, and the first of those. */
typedef struct
{
  NpFeedNs ns;
  const char *name; /* NULL ends the table */
  NpFeedAs as;
  gsize field; /* offset in NpFeed or NpFeedEntry; of no meaning for tags and files */
  guint rank;
} NpFeedTag;

/* Shortens the tables. */
#define NP_FEED_FIELD(member)       G_STRUCT_OFFSET (NpFeed, member)
#define NP_FEED_ENTRY_FIELD(member) G_STRUCT_OFFSET (NpFeedEntry, member)

void np_feed_tags_read_feed (const NpFeedXml *xml, xmlNode *parent, const NpFeedTag *tags, const NpFeedTag *modules,
                             NpFeed *feed);
void np_feed_tags_read_entry (const NpFeedXml *xml, xmlNode *parent, const NpFeedTag *tags, const NpFeedTag *modules,
                              NpFeedEntry *entry);

G_END_DECLS
