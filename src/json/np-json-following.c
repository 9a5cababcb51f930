#include "json/np-json-following.h"

#include "base/np-uri.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"
#include "model/np-time.h"

#define FORMAT "newsprint-feeds"

static JsonObject *
make_item (NpFeedItem *item)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonObject) rest = json_object_new ();

  np_json_put_string (object, rest, "id", np_feed_item_get_id (item));
  np_json_put_string (object, rest, "headline", np_feed_item_get_headline (item));
  np_json_put_string (object, rest, "link", np_feed_item_get_link (item));
  np_json_put_string (object, rest, "deck", np_feed_item_get_deck (item));
  np_json_put_string (object, rest, "author", np_feed_item_get_author (item));
  np_json_put_string (object, rest, "published", np_feed_item_get_published (item));
  np_json_put_string (object, rest, "arrived", np_feed_item_get_arrived (item));
  return object;
}

static JsonObject *
make_feed (const NpFollowed *followed)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonObject) rest = np_json_open_rest (followed->unknown);
  JsonArray *items = json_array_new ();

  np_json_put_string (object, rest, "id", followed->id);
  np_json_put_string (object, rest, "url", followed->url);
  np_json_put_string (object, rest, "title", followed->title);
  np_json_put_string (object, rest, "link", followed->link);
  np_json_put_string (object, rest, "followed", followed->followed);
  np_json_put_string (object, rest, "etag", followed->etag);
  np_json_put_string (object, rest, "lastModified", followed->last_modified);
  np_json_put_string (object, rest, "error", followed->trouble);
  np_json_put_string (object, rest, "errorDetail", followed->detail);
  for (guint i = 0; i < followed->items->len; i++)
    json_array_add_object_element (items, make_item (followed->items->pdata[i]));
  np_json_put_array (object, rest, "new", items);
  np_json_put_strings (object, rest, "seen", followed->seen);
  np_json_put_rest (object, rest);
  return object;
}

/**
 * np_json_following_to_bytes:
 * @following: feeds
 *
 * Returns: (transfer full): feeds.json
 */
GBytes *
np_json_following_to_bytes (const NpFollowing *following)
{
  g_autoptr (JsonObject) object = json_object_new (), rest = NULL;
  JsonArray *feeds = json_array_new ();

  g_return_val_if_fail (following != NULL, NULL);

  rest = np_json_open_rest (following->unknown);
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", NP_JSON_FOLLOWING_VERSION);
  for (guint i = 0; i < following->feeds->len; i++)
    json_array_add_object_element (feeds, make_feed (following->feeds->pdata[i]));
  np_json_put_array (object, rest, "feeds", feeds);
  np_json_put_rest (object, rest);
  return np_json_print_document (object);
}

static char *
take_time (JsonObject *object, const char *name)
{
  g_autofree char *time = np_json_take_string (object, name);

  return np_time_is_valid (time) ? g_steal_pointer (&time) : NULL;
}

static void
take_items (JsonObject *object, NpFollowed *followed)
{
  JsonArray *items = np_json_get_array (object, "new");

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonNode *node = json_array_get_element (items, i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *id = NULL, *headline = NULL, *link = NULL, *deck = NULL, *author = NULL, *published = NULL,
                      *arrived = NULL;
      g_autoptr (NpFeedItem) made = NULL;

      if (item == NULL)
        continue;
      id = np_json_take_string (item, "id");
      headline = np_json_take_string (item, "headline");
      link = np_json_take_string (item, "link");
      deck = np_json_take_string (item, "deck");
      author = np_json_take_string (item, "author");
      published = take_time (item, "published");
      arrived = take_time (item, "arrived");
      if (id == NULL || !np_uri_is_web (link))
        continue;
      made = np_feed_item_new (
          &(NpFeedItemInit){ id, followed->id, followed->title, headline, deck, link, author, published, arrived });
      np_followed_put_item (followed, made);
    }
  if (items != NULL)
    json_object_remove_member (object, "new");
}

/* Gives NULL when it is no feed: an object without address. */
static NpFollowed *
take_feed (JsonObject *object)
{
  g_autofree char *id = np_json_take_string (object, "id"), *url = np_json_take_string (object, "url");
  NpFollowed *followed;

  if (!np_uri_is_web (url))
    return NULL;
  followed = np_followed_new (id != NULL ? id : url, url);
  followed->title = np_json_take_string (object, "title");
  followed->link = np_json_take_string (object, "link");
  followed->followed = take_time (object, "followed");
  followed->etag = np_json_take_string (object, "etag");
  followed->last_modified = np_json_take_string (object, "lastModified");
  followed->trouble = np_json_take_string (object, "error");
  followed->detail = np_json_take_string (object, "errorDetail");
  take_items (object, followed);
  np_json_take_strings (object, "seen", followed->seen);
  followed->unknown = np_json_take_rest (object);
  return followed;
}

/* Of two feeds with one id the first stays. */
static gboolean
take_feed_element (JsonNode *node, gpointer to)
{
  NpFollowing *following = to;
  NpFollowed *followed;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  followed = take_feed (json_node_get_object (node));
  if (followed != NULL && np_following_find (following, followed->id) == NULL)
    g_ptr_array_add (following->feeds, followed);
  else
    np_followed_free (followed);
  return TRUE;
}

/**
 * np_json_following_from_bytes:
 * @bytes: feeds.json
 * @later: (out) (optional): whether a later version wrote it: then what is understood of it is given, to be looked at
 * and not to be written; where nobody asks, such a file is an error
 * @error: any of `NP_JSON_ERROR`
 *
 * Returns: (transfer full) (nullable): the feeds
 */
NpFollowing *
np_json_following_from_bytes (GBytes *bytes, gboolean *later, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  NpFollowing *following;
  guint version;

  object = np_json_parse_document (bytes, FORMAT, NP_JSON_FOLLOWING_VERSION, later != NULL ? &version : NULL, error);
  if (object == NULL)
    return NULL;
  if (later != NULL)
    *later = version > NP_JSON_FOLLOWING_VERSION;
  following = np_following_new ();
  np_json_take_elements (object, "feeds", take_feed_element, following);
  following->unknown = np_json_take_rest (object);
  return following;
}
