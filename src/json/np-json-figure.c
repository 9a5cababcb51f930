#include "json/np-json-figure.h"

#include "json/np-json-object.h"
#include "json/np-json-path.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

/* A path that leads out of the library stays behind in @object, where nothing follows it. */
static char *
take_file (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "file");
  const char *path = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (path != NULL && !np_json_path_is_inside (path, "media"))
    return NULL;
  return np_json_take_string (object, "file");
}

static NpFigure *
read_figure (JsonNode *node)
{
  NpFigure *figure = np_figure_new ();
  JsonObject *object;

  /* Blocks name figures by their index, so what is no figure keeps its place. */
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      figure->unknown = np_json_print_compact (node);
      return figure;
    }
  object = json_node_get_object (node);
  figure->file = take_file (object);
  figure->source = np_json_take_string (object, "source");
  figure->alt = np_json_take_string (object, "alt");
  figure->caption = np_json_take_string (object, "caption");
  figure->credit = np_json_take_string (object, "credit");
  figure->width = np_json_take_uint (object, "width", G_MAXINT);
  figure->height = np_json_take_uint (object, "height", G_MAXINT);
  figure->unknown = np_json_take_rest (object);
  return figure;
}

/**
 * np_json_take_figures:
 * @object: an object
 * @name: a member: an array of figures
 * @figures: (element-type NpFigure): where to put the figures
 */
void
np_json_take_figures (JsonObject *object, const char *name, GPtrArray *figures)
{
  JsonArray *array = np_json_get_array (object, name);

  np_json_take_null (object, name);
  if (array == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (figures, read_figure (json_array_get_element (array, i)));
  json_object_remove_member (object, name);
}

static gboolean
is_blank (const NpFigure *figure)
{
  return figure->file == NULL && figure->source == NULL && figure->alt == NULL && figure->caption == NULL
         && figure->credit == NULL && figure->width == 0 && figure->height == 0;
}

static JsonNode *
write_figure (const NpFigure *figure)
{
  g_autoptr (JsonNode) kept = np_json_parse_kept (figure->unknown);
  g_autoptr (JsonObject) rest = NULL;
  JsonObject *object;
  JsonNode *node;

  if (kept != NULL && !JSON_NODE_HOLDS_OBJECT (kept) && is_blank (figure))
    return g_steal_pointer (&kept);
  rest = np_json_open_rest (figure->unknown);
  object = json_object_new ();
  np_json_put_string (object, rest, "file", np_json_path_is_inside (figure->file, "media") ? figure->file : NULL);
  np_json_put_string (object, rest, "source", figure->source);
  np_json_put_string (object, rest, "alt", figure->alt);
  np_json_put_string (object, rest, "caption", figure->caption);
  np_json_put_string (object, rest, "credit", figure->credit);
  np_json_put_uint (object, rest, "width", figure->width);
  np_json_put_uint (object, rest, "height", figure->height);
  np_json_put_rest (object, rest);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_json_figures_to_array:
 * @figures: (element-type NpFigure): figures
 *
 * Returns: (transfer full): their JSON
 */
JsonArray *
np_json_figures_to_array (GPtrArray *figures)
{
  JsonArray *array = json_array_sized_new (figures->len);

  for (guint i = 0; i < figures->len; i++)
    json_array_add_element (array, write_figure (figures->pdata[i]));
  return array;
}
