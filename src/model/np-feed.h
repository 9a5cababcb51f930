/* What a feed holds: its facts and its entries, as texts without markup. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that comes with an entry: sound, a video, a photo. A plain record. */
typedef struct
{
  char *url;
  char *type;     /* (nullable) media type, as the feed says it */
  guint64 length; /* bytes, as the feed says it; 0 = not said */
} NpFeedEnclosure;

/* What a feed says of one story. A plain record; every member may be NULL. Title, summary and content are empty when
 * the feed has one without words: a picture. */
typedef struct
{
  char *id;
  char *title;
  char *link;   /* absolute where the feed or its address allow it */
  char *author; /* several are joined by commas */
  char *published;
  char *updated; /* both as of np_time_is_valid() */
  char *summary;
  char *content; /* a line a paragraph */
  char *language;
  GPtrArray *tags;       /* char* without repeats */
  GPtrArray *enclosures; /* NpFeedEnclosure* */
} NpFeedEntry;

/* A plain record, owned by the one who asked for it. */
typedef struct
{
  char *id;
  char *title;
  char *link; /* (nullable) the page that the feed is of, as are all: */
  char *language;
  char *author;
  char *subtitle;
  char *published;
  char *updated;
  GPtrArray *entries; /* NpFeedEntry* in the feed's order */
  GPtrArray *feeds;   /* char* when this is no feed but a page that names feeds: their addresses, best first */
} NpFeed;

NpFeedEnclosure *np_feed_enclosure_new (const char *url);
void np_feed_enclosure_free (NpFeedEnclosure *enclosure);
NpFeedEntry *np_feed_entry_new (void);
void np_feed_entry_free (NpFeedEntry *entry);
NpFeed *np_feed_new (void);
void np_feed_free (NpFeed *feed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFeedEnclosure, np_feed_enclosure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFeedEntry, np_feed_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFeed, np_feed_free)

G_END_DECLS
