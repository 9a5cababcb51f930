#include "json/np-json-feed.h"

#include "json/np-json-error.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"
#include "model/np-time.h"

#include <string.h>

/* The members that are texts, by name and place. A time is one that np_time_is_valid(). */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean is_time;
} Member;

static const Member feed_members[] = {
  { "title", G_STRUCT_OFFSET (NpFeed, title) },
  { "link", G_STRUCT_OFFSET (NpFeed, link) },
  { "language", G_STRUCT_OFFSET (NpFeed, language) },
  { "author", G_STRUCT_OFFSET (NpFeed, author) },
  { "subtitle", G_STRUCT_OFFSET (NpFeed, subtitle) },
  { "id", G_STRUCT_OFFSET (NpFeed, id) },
  { "published", G_STRUCT_OFFSET (NpFeed, published), TRUE },
  { "updated", G_STRUCT_OFFSET (NpFeed, updated), TRUE },
};

static const Member entry_members[] = {
  { "id", G_STRUCT_OFFSET (NpFeedEntry, id) },
  { "title", G_STRUCT_OFFSET (NpFeedEntry, title) },
  { "link", G_STRUCT_OFFSET (NpFeedEntry, link) },
  { "author", G_STRUCT_OFFSET (NpFeedEntry, author) },
  { "published", G_STRUCT_OFFSET (NpFeedEntry, published), TRUE },
  { "updated", G_STRUCT_OFFSET (NpFeedEntry, updated), TRUE },
  { "summary", G_STRUCT_OFFSET (NpFeedEntry, summary) },
  { "content", G_STRUCT_OFFSET (NpFeedEntry, content) },
  { "language", G_STRUCT_OFFSET (NpFeedEntry, language) },
};

/* Every member is there, null where nothing is known: what reads it need not ask. */
static void
put_members (JsonObject *object, gconstpointer record, const Member *members, gsize n_members)
{
  for (gsize i = 0; i < n_members; i++)
    {
      const char *value = *(char *const *) ((const char *) record + members[i].offset);

      if (value != NULL)
        json_object_set_string_member (object, members[i].name, value);
      else
        json_object_set_null_member (object, members[i].name);
    }
}

static JsonArray *
make_enclosures (GPtrArray *enclosures)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < enclosures->len; i++)
    {
      const NpFeedEnclosure *file = enclosures->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "url", file->url);
      if (file->type != NULL)
        json_object_set_string_member (object, "type", file->type);
      if (file->length > 0 && file->length <= G_MAXINT64)
        json_object_set_int_member (object, "length", (gint64) file->length);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
make_entry (const NpFeedEntry *entry)
{
  JsonObject *object = json_object_new ();
  JsonArray *tags = json_array_new ();

  put_members (object, entry, entry_members, G_N_ELEMENTS (entry_members));
  for (guint i = 0; i < entry->tags->len; i++)
    json_array_add_string_element (tags, entry->tags->pdata[i]);
  json_object_set_array_member (object, "tags", tags);
  json_object_set_array_member (object, "enclosures", make_enclosures (entry->enclosures));
  return object;
}

/**
 * np_json_feed_to_node:
 * @feed: a feed
 *
 * Returns: (transfer full): @feed as JSON
 */
JsonNode *
np_json_feed_to_node (const NpFeed *feed)
{
  JsonObject *object;
  JsonArray *entries;

  g_return_val_if_fail (feed != NULL, NULL);

  object = json_object_new ();
  entries = json_array_new ();
  put_members (object, feed, feed_members, G_N_ELEMENTS (feed_members));
  for (guint i = 0; i < feed->entries->len; i++)
    json_array_add_object_element (entries, make_entry (feed->entries->pdata[i]));
  json_object_set_array_member (object, "entries", entries);
  if (feed->feeds->len > 0)
    {
      JsonArray *feeds = json_array_new ();

      for (guint i = 0; i < feed->feeds->len; i++)
        json_array_add_string_element (feeds, feed->feeds->pdata[i]);
      json_object_set_array_member (object, "feeds", feeds);
    }
  return json_node_init_object (json_node_alloc (), object);
}

/**
 * np_json_feed_to_bytes:
 * @feed: a feed
 *
 * Returns: (transfer full): @feed as JSON
 */
GBytes *
np_json_feed_to_bytes (const NpFeed *feed)
{
  g_autoptr (JsonNode) node = np_json_feed_to_node (feed);
  char *text = np_json_print_compact (node);

  return g_bytes_new_take (text, strlen (text));
}

static void
take_members (JsonObject *object, gpointer record, const Member *members, gsize n_members)
{
  for (gsize i = 0; i < n_members; i++)
    {
      char **field = G_STRUCT_MEMBER_P (record, members[i].offset);

      *field = np_json_take_string (object, members[i].name);
      if (members[i].is_time && !np_time_is_valid (*field))
        g_clear_pointer (field, g_free);
    }
}

static void
take_enclosures (JsonObject *object, GPtrArray *enclosures)
{
  JsonArray *array = np_json_get_array (object, "enclosures");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *member = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *url = member != NULL ? np_json_take_string (member, "url") : NULL;
      NpFeedEnclosure *file;

      if (url == NULL)
        continue;
      file = np_feed_enclosure_new (url);
      file->type = np_json_take_string (member, "type");
      file->length = (guint64) MAX (json_object_get_int_member_with_default (member, "length", 0), 0);
      g_ptr_array_add (enclosures, file);
    }
}

static NpFeedEntry *
take_entry (JsonObject *object)
{
  NpFeedEntry *entry = np_feed_entry_new ();

  take_members (object, entry, entry_members, G_N_ELEMENTS (entry_members));
  np_json_take_strings (object, "tags", entry->tags);
  take_enclosures (object, entry->enclosures);
  return entry;
}

/**
 * np_json_feed_from_bytes:
 * @bytes: of np_json_feed_to_bytes(), or of a stranger
 * @error: `NP_JSON_ERROR_SYNTAX`, `NP_JSON_ERROR_FORMAT`
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFeed *
np_json_feed_from_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) root = np_json_parse (text, length, error);
  JsonArray *entries;
  NpFeed *feed;

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, NP_JSON_ERROR, NP_JSON_ERROR_FORMAT, "it is no feed");
      return NULL;
    }
  feed = np_feed_new ();
  take_members (json_node_get_object (root), feed, feed_members, G_N_ELEMENTS (feed_members));
  np_json_take_strings (json_node_get_object (root), "feeds", feed->feeds);
  entries = np_json_get_array (json_node_get_object (root), "entries");
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonNode *node = json_array_get_element (entries, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (feed->entries, take_entry (json_node_get_object (node)));
    }
  return feed;
}
