/* The feeds that are followed, with what of them is on the New shelf and what was seen before. Plain records, in
 * feeds.json. */
#pragma once

#include "model/np-feed-item.h"
#include "model/np-feed.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *url;
  char *title;         /* (nullable) */
  char *link;          /* (nullable) the page that it is of */
  char *followed;      /* since when */
  char *etag;          /* (nullable) what the next request goes with, as is: */
  char *last_modified; /* (nullable) */
  char *trouble;       /* (nullable) the code of the error that the last request ended in, as of
                        * np_library_error_to_code() */
  char *detail;        /* (nullable) what that error says */
  GPtrArray *items;    /* NpFeedItem* on the shelf, newest first */
  GPtrArray *seen;     /* char* keys of entries that were on it, or need not be, newest last */
  char *unknown;       /* (nullable) a JSON object of what this version does not know */
} NpFollowed;

typedef struct
{
  GPtrArray *feeds; /* NpFollowed*, in the order in which they came */
  char *unknown;    /* (nullable) as above */
} NpFollowing;

/* Tells whether the story of an address is in the library. */
typedef gboolean (*NpFollowedIsSaved) (const char *url, gpointer user_data);

NpFollowed *np_followed_new (const char *id, const char *url);
NpFollowed *np_followed_copy (const NpFollowed *followed, gboolean with_seen);
void np_followed_free (NpFollowed *followed);
guint np_followed_take (NpFollowed *followed, const NpFeed *feed, const char *now, NpFollowedIsSaved is_saved,
                        gpointer user_data);
gboolean np_followed_drop_item (NpFollowed *followed, const char *item);
gboolean np_followed_drop_story (NpFollowed *followed, const char *link);
gboolean np_followed_put_item (NpFollowed *followed, NpFeedItem *item);

NpFollowing *np_following_new (void);
void np_following_free (NpFollowing *following);
NpFollowed *np_following_find (NpFollowing *following, const char *id_or_url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFollowed, np_followed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFollowing, np_following_free)

G_END_DECLS
