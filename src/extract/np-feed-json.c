#include "extract/np-feed-format.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-feed-date.h"
#include "extract/np-json-ld.h"

#include <string.h>

/* JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
 *
 * feed: title home_page_url feed_url description language authors (author) items
 * item: id url external_url title content_html content_text summary date_published date_modified authors (author) tags
 *       language attachments (url mime_type size_in_bytes) */

static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  /* Ids are numbers where a version or a writer thought so. */
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.0f", json_node_get_double (node));
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static char *
dup_line (JsonObject *object, const char *name, NpFeedTextKind kind)
{
  g_autofree char *text = dup_member (object, name);

  return np_feed_text_line (text, kind);
}

/* The same for what is of no use when it is empty. */
static char *
dup_word (JsonObject *object, const char *name, NpFeedTextKind kind)
{
  g_autofree char *line = dup_line (object, name, kind);

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

static char *
dup_url (JsonObject *object, const char *name, const char *base)
{
  g_autofree char *text = dup_word (object, name, NP_FEED_TEXT_PLAIN);
  char *url = np_uri_resolve (base, text);

  return url != NULL ? url : g_steal_pointer (&text);
}

static char *
dup_date (JsonObject *object, const char *name)
{
  g_autofree char *text = dup_member (object, name);

  return np_feed_date_parse (text, NULL);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
dup_authors (JsonObject *object)
{
  JsonArray *authors = get_array (object, "authors");
  JsonNode *one = json_object_get_member (object, "author");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    {
      JsonObject *author = get_element (authors, i);
      g_autofree char *name = author != NULL ? dup_word (author, "name", NP_FEED_TEXT_UNSAID) : NULL;

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len > 0)
    return g_strdup (names->str);
  if (one == NULL || !JSON_NODE_HOLDS_OBJECT (one))
    return dup_word (object, "author", NP_FEED_TEXT_UNSAID);
  return dup_word (json_node_get_object (one), "name", NP_FEED_TEXT_UNSAID);
}

static void
read_tags (JsonObject *item, NpFeedEntry *entry)
{
  JsonArray *tags = get_array (item, "tags");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags) && i < 64; i++)
    {
      JsonNode *node = json_array_get_element (tags, i);
      g_autofree char *tag = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                                 ? np_feed_text_line (json_node_get_string (node), NP_FEED_TEXT_UNSAID)
                                 : NULL;

      if (tag != NULL && *tag != '\0')
        g_ptr_array_add (entry->tags, g_steal_pointer (&tag));
    }
}

static void
read_attachments (JsonObject *item, const char *base, NpFeedEntry *entry)
{
  JsonArray *attachments = get_array (item, "attachments");

  for (guint i = 0; attachments != NULL && i < json_array_get_length (attachments) && i < 64; i++)
    {
      JsonObject *attachment = get_element (attachments, i);
      g_autofree char *url = attachment != NULL ? dup_url (attachment, "url", base) : NULL, *size = NULL;
      NpFeedEnclosure *file;

      if (url == NULL)
        continue;
      file = np_feed_enclosure_new (url);
      file->type = dup_word (attachment, "mime_type", NP_FEED_TEXT_PLAIN);
      size = dup_member (attachment, "size_in_bytes");
      file->length = size != NULL ? g_ascii_strtoull (size, NULL, 10) : 0;
      g_ptr_array_add (entry->enclosures, file);
    }
}

static char *
dup_content (JsonObject *item)
{
  g_autofree char *html = dup_member (item, "content_html"), *text = dup_member (item, "content_text");

  return html != NULL ? np_feed_text_lines (html, NP_FEED_TEXT_HTML) : np_feed_text_lines (text, NP_FEED_TEXT_PLAIN);
}

static void
read_item (JsonObject *item, const char *base, NpFeed *feed)
{
  NpFeedEntry *entry = np_feed_entry_new ();

  entry->id = dup_word (item, "id", NP_FEED_TEXT_PLAIN);
  entry->link = dup_url (item, "url", base);
  if (entry->link == NULL)
    entry->link = dup_url (item, "external_url", base);
  entry->title = dup_line (item, "title", NP_FEED_TEXT_UNSAID);
  entry->summary = dup_line (item, "summary", NP_FEED_TEXT_UNSAID);
  entry->content = dup_content (item);
  entry->published = dup_date (item, "date_published");
  entry->updated = dup_date (item, "date_modified");
  entry->language = dup_word (item, "language", NP_FEED_TEXT_PLAIN);
  entry->author = dup_authors (item);
  if (entry->author == NULL)
    entry->author = g_strdup (feed->author);
  read_tags (item, entry);
  read_attachments (item, base, entry);
  np_feed_add_entry (feed, entry);
}

/**
 * np_feed_json_read:
 * @text: valid UTF-8
 * @length: its bytes
 * @base: (nullable): its address
 *
 * Returns: (transfer full) (nullable): the feed, `NULL` when @text is none of this format
 */
NpFeed *
np_feed_json_read (const char *text, gsize length, const char *base)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *version = NULL;
  JsonObject *object;
  JsonArray *items;
  NpFeed *feed;

  if (text[strspn (text, " \t\r\n")] != '{' || (root = np_json_ld_parse (text)) == NULL
      || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  items = get_array (object, "items");
  version = dup_member (object, "version");
  if (items == NULL && (version == NULL || strstr (version, "jsonfeed.org") == NULL))
    return NULL;
  feed = np_feed_new ();
  feed->title = dup_line (object, "title", NP_FEED_TEXT_UNSAID);
  feed->link = dup_url (object, "home_page_url", base);
  feed->id = dup_url (object, "feed_url", base);
  feed->subtitle = dup_line (object, "description", NP_FEED_TEXT_UNSAID);
  feed->language = dup_word (object, "language", NP_FEED_TEXT_PLAIN);
  feed->author = dup_authors (object);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    if (get_element (items, i) != NULL)
      read_item (get_element (items, i), base, feed);
  return feed;
}
