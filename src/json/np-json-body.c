#include "json/np-json-body.h"

#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

/* What a block cannot be made of is kept whole in a block without meaning, so that it is still there when the file is
 * written: blocks of later versions, values of a type nobody expects, figures that the story does not have, and what
 * nests deeper than NP_BLOCK_MAX_DEPTH. */
typedef struct
{
  guint n_figures;
  guint depth;
} Reader;

static NpBlock *read_block (Reader *reader, JsonNode *node);

static NpBlock *
keep_whole (NpBlockType type, JsonNode *node)
{
  NpBlock *block = np_block_new (type);

  block->unknown = np_json_print_compact (node);
  return block;
}

static void
read_blocks (Reader *reader, JsonArray *array, NpBlock *parent)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    np_block_add_child (parent, read_block (reader, json_array_get_element (array, i)));
}

static void
read_text (JsonObject *object, NpBlock *block)
{
  block->text = np_json_take_string (object, "text");
  if (block->text == NULL)
    block->text = g_strdup ("");
  np_json_take_spans (object, block);
}

static NpBlock *
read_item (Reader *reader, JsonNode *node)
{
  NpBlock *item;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return keep_whole (NP_BLOCK_ITEM, node);
  item = np_block_new (NP_BLOCK_ITEM);
  read_blocks (reader, json_node_get_array (node), item);
  return item;
}

static NpBlock *
read_cell (Reader *reader, JsonNode *node)
{
  NpBlock *cell;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return keep_whole (NP_BLOCK_CELL, node);
  cell = np_block_new (NP_BLOCK_CELL);
  object = json_node_get_object (node);
  read_text (object, cell);
  cell->header = np_json_take_boolean (object, "header");
  cell->unknown = np_json_take_rest (object);
  return cell;
}

static NpBlock *
read_row (Reader *reader, JsonNode *node)
{
  NpBlock *row;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return keep_whole (NP_BLOCK_ROW, node);
  row = np_block_new (NP_BLOCK_ROW);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    np_block_add_child (row, read_cell (reader, json_array_get_element (json_node_get_array (node), i)));
  return row;
}

static void
read_parts (Reader *reader, JsonObject *object, const char *name, NpBlock *(*read_part) (Reader *, JsonNode *),
            NpBlock *block)
{
  JsonArray *array = np_json_get_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    np_block_add_child (block, read_part (reader, json_array_get_element (array, i)));
  if (array != NULL)
    json_object_remove_member (object, name);
}

static void
read_embed (JsonObject *object, NpBlock *block)
{
  JsonNode *node = json_object_get_member (object, "href");

  block->text = np_json_take_string (object, "text");
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && np_json_href_is_safe (json_node_get_string (node)))
    block->href = np_json_take_string (object, "href");
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
    json_object_remove_member (object, "href");
}

static void
read_members (Reader *reader, JsonObject *object, NpBlock *block)
{
  switch (block->type)
    {
    case NP_BLOCK_HEADING:
      block->level = np_json_take_uint (object, "level", G_MAXINT);
      block->level = CLAMP (block->level, 2, 6);
      read_text (object, block);
      break;
    case NP_BLOCK_PARAGRAPH:
    case NP_BLOCK_PREFORMATTED:
      read_text (object, block);
      break;
    case NP_BLOCK_QUOTE:
      read_parts (reader, object, "blocks", read_block, block);
      break;
    case NP_BLOCK_LIST:
      block->ordered = np_json_take_boolean (object, "ordered");
      read_parts (reader, object, "items", read_item, block);
      break;
    case NP_BLOCK_TABLE:
      read_parts (reader, object, "rows", read_row, block);
      break;
    case NP_BLOCK_FIGURE:
      block->figure = np_json_take_uint (object, "figure", G_MAXINT);
      break;
    case NP_BLOCK_EMBED:
      read_embed (object, block);
      break;
    case NP_BLOCK_RULE:
    case NP_BLOCK_ITEM:
    case NP_BLOCK_ROW:
    case NP_BLOCK_CELL:
    case NP_BLOCK_UNKNOWN:
      break;
    }
}

/* Gives the kind of a block; FALSE for what is to be kept whole. */
static gboolean
read_type (Reader *reader, JsonNode *node, NpBlockType *type)
{
  JsonNode *name = json_object_get_member (json_node_get_object (node), "type");
  guint figure;

  if (reader->depth >= NP_BLOCK_MAX_DEPTH || name == NULL || !JSON_NODE_HOLDS_VALUE (name)
      || !np_block_type_from_string (json_node_get_string (name), type))
    return FALSE;
  if (*type == NP_BLOCK_FIGURE)
    return np_json_get_uint (json_node_get_object (node), "figure", G_MAXINT, &figure) && figure < reader->n_figures;
  return *type != NP_BLOCK_ITEM && *type != NP_BLOCK_ROW && *type != NP_BLOCK_CELL;
}

static NpBlock *
read_block (Reader *reader, JsonNode *node)
{
  NpBlockType type;
  NpBlock *block;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !read_type (reader, node, &type))
    return keep_whole (NP_BLOCK_UNKNOWN, node);
  block = np_block_new (type);
  json_object_remove_member (json_node_get_object (node), "type");
  reader->depth++;
  read_members (reader, json_node_get_object (node), block);
  reader->depth--;
  block->unknown = np_json_take_rest (json_node_get_object (node));
  return block;
}

/**
 * np_json_take_blocks:
 * @object: an object
 * @name: a member: an array of blocks
 * @n_figures: how many figures the story has
 * @blocks: (element-type NpBlock): where to put the blocks
 */
void
np_json_take_blocks (JsonObject *object, const char *name, guint n_figures, GPtrArray *blocks)
{
  JsonArray *array = np_json_get_array (object, name);
  Reader reader = { n_figures, 0 };

  np_json_take_null (object, name);
  if (array == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (blocks, read_block (&reader, json_array_get_element (array, i)));
  json_object_remove_member (object, name);
}

static JsonNode *write_block (const NpBlock *block);

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonArray *
write_children (const NpBlock *block)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      JsonNode *node = write_block (block->children->pdata[i]);

      if (node != NULL)
        json_array_add_element (array, node);
    }
  return array;
}

static void
write_text (JsonObject *object, JsonObject *rest, const NpBlock *block)
{
  gboolean kept = json_object_has_member (rest, "text") && (block->text == NULL || *block->text == '\0');

  np_json_put_string (object, rest, "text", kept ? NULL : block->text != NULL ? block->text : "");
  if (block->spans != NULL || json_object_has_member (rest, "spans"))
    np_json_put_array (object, rest, "spans", np_json_spans_to_array (block, rest));
}

static void
write_members (JsonObject *object, JsonObject *rest, const NpBlock *block)
{
  switch (block->type)
    {
    case NP_BLOCK_HEADING:
      np_json_put_uint (object, rest, "level", CLAMP (block->level, 2, 6));
      write_text (object, rest, block);
      break;
    case NP_BLOCK_CELL:
      write_text (object, rest, block);
      if (block->header)
        np_json_put_boolean (object, rest, "header", TRUE);
      break;
    case NP_BLOCK_PARAGRAPH:
    case NP_BLOCK_PREFORMATTED:
      write_text (object, rest, block);
      break;
    case NP_BLOCK_QUOTE:
      np_json_put_array (object, rest, "blocks", write_children (block));
      break;
    case NP_BLOCK_LIST:
      np_json_put_boolean (object, rest, "ordered", block->ordered);
      np_json_put_array (object, rest, "items", write_children (block));
      break;
    case NP_BLOCK_TABLE:
      np_json_put_array (object, rest, "rows", write_children (block));
      break;
    case NP_BLOCK_FIGURE:
      np_json_put_uint (object, rest, "figure", block->figure);
      break;
    case NP_BLOCK_EMBED:
      np_json_put_string (object, rest, "href", np_json_href_is_safe (block->href) ? block->href : NULL);
      np_json_put_string (object, rest, "text", block->text);
      break;
    case NP_BLOCK_RULE:
    case NP_BLOCK_ITEM:
    case NP_BLOCK_ROW:
    case NP_BLOCK_UNKNOWN:
      break;
    }
}

/* Gives NULL for a block that holds nothing which could be written. */
static JsonNode *
write_block (const NpBlock *block)
{
  g_autoptr (JsonNode) kept = np_json_parse_kept (block->unknown);
  g_autoptr (JsonObject) rest = NULL;
  JsonObject *object;
  JsonNode *node;

  if (block->type == NP_BLOCK_UNKNOWN || (kept != NULL && !JSON_NODE_HOLDS_OBJECT (kept)))
    return g_steal_pointer (&kept);
  if (block->type == NP_BLOCK_ITEM || block->type == NP_BLOCK_ROW)
    return kept != NULL ? g_steal_pointer (&kept) : take_array (write_children (block));
  rest = np_json_open_rest (block->unknown);
  object = json_object_new ();
  if (block->type != NP_BLOCK_CELL)
    json_object_set_string_member (object, "type", np_block_type_to_string (block->type));
  write_members (object, rest, block);
  np_json_put_rest (object, rest);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_json_blocks_to_array:
 * @blocks: (element-type NpBlock): blocks
 *
 * Returns: (transfer full): their JSON
 */
JsonArray *
np_json_blocks_to_array (GPtrArray *blocks)
{
  NpBlock all = { .type = NP_BLOCK_QUOTE, .children = blocks };

  return write_children (&all);
}
