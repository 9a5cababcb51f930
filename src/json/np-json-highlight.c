#include "json/np-json-highlight.h"

#include "json/np-json-object.h"
#include "model/np-highlight.h"

/* NULL for what is no highlight, or one of a later version without words: the caller leaves it where it is. */
static NpHighlight *
read_highlight (JsonNode *node)
{
  NpHighlight *highlight;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  if (!json_object_has_member (object, "text") || !JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "text"))
      || json_object_get_string_member (object, "text") == NULL)
    return NULL;
  highlight = g_new0 (NpHighlight, 1);
  highlight->id = np_json_take_string (object, "id");
  highlight->text = np_json_take_string (object, "text");
  highlight->prefix = np_json_take_string (object, "prefix");
  highlight->suffix = np_json_take_string (object, "suffix");
  highlight->start = np_json_take_uint (object, "start", G_MAXINT);
  highlight->color = np_json_take_string (object, "color");
  highlight->note = np_json_take_string (object, "note");
  highlight->created = np_json_take_string (object, "created");
  highlight->unknown = np_json_take_rest (object);
  return highlight;
}

static gboolean
take_highlight (JsonNode *node, gpointer highlights)
{
  NpHighlight *highlight = read_highlight (node);

  if (highlight == NULL)
    return FALSE;
  g_ptr_array_add (highlights, highlight);
  return TRUE;
}

/**
 * np_json_take_highlights:
 * @object: an object
 * @name: a member: an array of highlights
 * @highlights: (element-type NpHighlight): where to put them
 *
 * What is no highlight stays in @object.
 */
void
np_json_take_highlights (JsonObject *object, const char *name, GPtrArray *highlights)
{
  np_json_take_elements (object, name, take_highlight, highlights);
}

static JsonNode *
write_highlight (const NpHighlight *highlight)
{
  g_autoptr (JsonObject) rest = np_json_open_rest (highlight->unknown);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  np_json_put_string (object, rest, "id", highlight->id);
  np_json_put_string (object, rest, "text", highlight->text != NULL ? highlight->text : "");
  np_json_put_string (object, rest, "prefix", highlight->prefix);
  np_json_put_string (object, rest, "suffix", highlight->suffix);
  np_json_put_uint (object, rest, "start", highlight->start);
  np_json_put_string (object, rest, "color", highlight->color);
  np_json_put_string (object, rest, "note", highlight->note);
  np_json_put_string (object, rest, "created", highlight->created);
  np_json_put_rest (object, rest);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_json_highlights_to_array:
 * @highlights: (element-type NpHighlight): highlights
 *
 * Returns: (transfer full): their JSON
 */
JsonArray *
np_json_highlights_to_array (GPtrArray *highlights)
{
  JsonArray *array = json_array_sized_new (highlights->len);

  for (guint i = 0; i < highlights->len; i++)
    json_array_add_element (array, write_highlight (highlights->pdata[i]));
  return array;
}
