/* One entry of a followed feed that waits on the New shelf. Never changes. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NP_TYPE_FEED_ITEM (np_feed_item_get_type ())
G_DECLARE_FINAL_TYPE (NpFeedItem, np_feed_item, NP, FEED_ITEM, GObject)

/* What an item is made from; all strings are copied by np_feed_item_new(). Properties, all of them strings and only set
 * when it is made: "id", "feed", "site", "headline", "deck", "link", "author", "published", "arrived". */
typedef struct
{
  const char *id;        /* what tells it from the others of its feed */
  const char *feed;      /* the id of its feed */
  const char *site;      /* (nullable) what the feed is called */
  const char *headline;  /* never empty */
  const char *deck;      /* (nullable) */
  const char *link;      /* a web address */
  const char *author;    /* (nullable) */
  const char *published; /* (nullable) as of np_time_is_valid() */
  const char *arrived;   /* when it was first seen, as of np_time_now() */
} NpFeedItemInit;

NpFeedItem *np_feed_item_new (const NpFeedItemInit *init);
const char *np_feed_item_get_id (NpFeedItem *self);
const char *np_feed_item_get_feed (NpFeedItem *self);
const char *np_feed_item_get_site (NpFeedItem *self);
const char *np_feed_item_get_headline (NpFeedItem *self);
const char *np_feed_item_get_deck (NpFeedItem *self);
const char *np_feed_item_get_link (NpFeedItem *self);
const char *np_feed_item_get_author (NpFeedItem *self);
const char *np_feed_item_get_published (NpFeedItem *self);
const char *np_feed_item_get_arrived (NpFeedItem *self);
gint64 np_feed_item_get_sort_key (NpFeedItem *self);

G_END_DECLS
