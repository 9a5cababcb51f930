#include "json/np-json-searches.h"

#include "base/np-text.h"
#include "json/np-json-error.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

#define FORMAT "newsprint-searches"

/* A search that was written by hand may have no id: it gets one that is the same each time. */
static char *
take_id (JsonObject *object, const char *name, const char *text, const NpSearches *others)
{
  g_autofree char *id = np_json_take_string (object, "id");

  if (np_text_is_empty (id))
    {
      g_autofree char *both = g_strconcat (name != NULL ? name : "", "\n", text, NULL);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

      g_free (id);
      id = g_strndup (sum, 16);
    }
  while (np_searches_locate (others, id) >= 0)
    {
      char *longer = g_strconcat (id, "-2", NULL);

      g_free (id);
      id = longer;
    }
  return g_steal_pointer (&id);
}

/* A place or an order of a later version stays behind. */
static const char *
peek_word (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static NpSearch *
read_search (JsonObject *object, const NpSearches *others)
{
  g_autofree char *name = np_json_take_string (object, "name"), *text = np_json_take_string (object, "text"),
                  *id = NULL;
  NpSearch *search;

  if (text == NULL)
    text = g_strdup ("");
  id = take_id (object, name, text, others);
  search = np_search_new (id, name, text);
  if (np_place_from_string (peek_word (object, "place"), &search->place))
    json_object_remove_member (object, "place");
  if (np_sort_from_string (peek_word (object, "sort"), &search->sort))
    json_object_remove_member (object, "sort");
  search->topic = np_json_take_string (object, "topic");
  if (search->topic != NULL && *search->topic == '\0')
    g_clear_pointer (&search->topic, g_free);
  search->ascending = np_json_take_boolean (object, "ascending");
  search->unknown = np_json_take_rest (object);
  return search;
}

static gboolean
take_search (JsonNode *node, gpointer searches)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  np_searches_put (searches, read_search (json_node_get_object (node), searches), -1);
  return TRUE;
}

/**
 * np_json_searches_from_bytes:
 * @bytes: searches.json
 * @later: (out) (optional): whether a later version wrote it: then what is understood of it is given, to be looked at
 * and not to be written; where nobody asks, such a file is an error
 * @error: any of `NP_JSON_ERROR`
 *
 * Returns: (transfer full) (nullable): the searches; what is none is kept
 */
NpSearches *
np_json_searches_from_bytes (GBytes *bytes, gboolean *later, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *unknown = NULL;
  NpSearches *searches;
  guint version;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = np_json_parse_document (bytes, FORMAT, NP_JSON_SEARCHES_VERSION, later != NULL ? &version : NULL, error);
  if (object == NULL)
    return NULL;
  if (later != NULL)
    *later = version > NP_JSON_SEARCHES_VERSION;
  searches = np_searches_new ();
  np_json_take_elements (object, "searches", take_search, searches);
  unknown = np_json_take_rest (object);
  np_searches_set_unknown (searches, unknown);
  return searches;
}

static JsonObject *
write_search (const NpSearch *search)
{
  g_autoptr (JsonObject) rest = np_json_open_rest (search->unknown);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, rest, "id", search->id);
  np_json_put_string (object, rest, "name", search->name);
  np_json_put_string (object, rest, "text", search->text);
  if (search->place != NP_PLACE_ALL || !json_object_has_member (rest, "place"))
    np_json_put_string (object, rest, "place", np_place_to_string (search->place));
  if (search->topic != NULL)
    np_json_put_string (object, rest, "topic", search->topic);
  if (search->sort != NP_SORT_PUBLISHED || !json_object_has_member (rest, "sort"))
    np_json_put_string (object, rest, "sort", np_sort_to_string (search->sort));
  np_json_put_boolean (object, rest, "ascending", search->ascending);
  np_json_put_rest (object, rest);
  return object;
}

/**
 * np_json_searches_to_bytes:
 * @searches: searches
 *
 * Returns: (transfer full): searches.json
 */
GBytes *
np_json_searches_to_bytes (const NpSearches *searches)
{
  g_autoptr (JsonObject) object = json_object_new (), rest = NULL;
  JsonArray *array = json_array_new ();

  g_return_val_if_fail (searches != NULL, NULL);

  rest = np_json_open_rest (np_searches_get_unknown (searches));
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", NP_JSON_SEARCHES_VERSION);
  for (guint i = 0; i < np_searches_get_size (searches); i++)
    json_array_add_object_element (array, write_search (np_searches_get (searches, i)));
  np_json_put_array (object, rest, "searches", array);
  np_json_put_rest (object, rest);
  return np_json_print_document (object);
}
