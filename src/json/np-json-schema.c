#include "json/np-json-schema.h"

#include <stdlib.h>
#include <string.h>

/* Of the file that the build makes of data/schema. */
GResource *np_schema_get_resource (void);

/* More violations than these in one document are not mended one by one. */
#define MAX_PRUNED 10000

struct _NpJsonSchema
{
  JsonNode *root;
  JsonObject *definitions; /* (nullable) lent by root */
  GHashTable *patterns;    /* char* → GRegex */
};

/* One walk through a document: where it is, and what it found wrong. */
typedef struct
{
  NpJsonSchema *schema;
  GString *where; /* JSON Pointer (RFC 6901) */
  char *why;      /* (nullable) */
} Walk;

static gboolean check (Walk *walk, JsonObject *rules, JsonNode *value);

/**
 * np_json_schema_new:
 * @name: "article", "library", "searches" or "topics"
 *
 * Returns: (transfer full): the schema data/schema/@name.json
 */
NpJsonSchema *
np_json_schema_new (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/page/newsprint/schema/%s.json", name);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (np_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  NpJsonSchema *schema = g_new0 (NpJsonSchema, 1);
  JsonObject *object;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_assert_not_reached ();
  schema->root = json_parser_steal_root (parser);
  object = json_node_get_object (schema->root);
  if (json_object_has_member (object, "definitions"))
    schema->definitions = json_object_get_object_member (object, "definitions");
  schema->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_regex_unref);
  return schema;
}

/**
 * np_json_schema_free:
 * @schema: (transfer full) (nullable): a schema
 */
void
np_json_schema_free (NpJsonSchema *schema)
{
  if (schema == NULL)
    return;
  json_node_unref (schema->root);
  g_hash_table_unref (schema->patterns);
  g_free (schema);
}

static gboolean
fail (Walk *walk, const char *why)
{
  if (walk->why == NULL)
    walk->why = g_strdup (why);
  return FALSE;
}

static gboolean
is_of_type (JsonNode *value, const char *type)
{
  GType kind = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (g_str_equal (type, "object"))
    return JSON_NODE_HOLDS_OBJECT (value);
  if (g_str_equal (type, "array"))
    return JSON_NODE_HOLDS_ARRAY (value);
  if (g_str_equal (type, "null"))
    return JSON_NODE_HOLDS_NULL (value);
  if (g_str_equal (type, "string"))
    return kind == G_TYPE_STRING;
  if (g_str_equal (type, "boolean"))
    return kind == G_TYPE_BOOLEAN;
  if (g_str_equal (type, "integer"))
    return kind == G_TYPE_INT64;
  return kind == G_TYPE_INT64 || kind == G_TYPE_DOUBLE;
}

static gboolean
check_type (Walk *walk, JsonNode *types, JsonNode *value)
{
  if (JSON_NODE_HOLDS_VALUE (types))
    return is_of_type (value, json_node_get_string (types)) || fail (walk, "is of a wrong type");
  for (guint i = 0; i < json_array_get_length (json_node_get_array (types)); i++)
    if (is_of_type (value, json_array_get_string_element (json_node_get_array (types), i)))
      return TRUE;
  return fail (walk, "is of a wrong type");
}

static gboolean
check_enum (Walk *walk, JsonNode *values, JsonNode *value)
{
  for (guint i = 0; i < json_array_get_length (json_node_get_array (values)); i++)
    if (json_node_equal (json_array_get_element (json_node_get_array (values), i), value))
      return TRUE;
  return fail (walk, "is none of the values that are known");
}

static gboolean
check_pattern (Walk *walk, const char *pattern, JsonNode *value)
{
  GRegex *regex = g_hash_table_lookup (walk->schema->patterns, pattern);

  if (!is_of_type (value, "string"))
    return TRUE;
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (walk->schema->patterns, g_strdup (pattern), regex);
    }
  return g_regex_match (regex, json_node_get_string (value), 0, NULL) || fail (walk, "is not of the form it has to be");
}

static gboolean
check_number (Walk *walk, JsonObject *rules, JsonNode *value)
{
  double number;

  if (!is_of_type (value, "number"))
    return TRUE;
  number = json_node_get_double (value);
  if ((json_object_has_member (rules, "minimum") && number < json_object_get_double_member (rules, "minimum"))
      || (json_object_has_member (rules, "maximum") && number > json_object_get_double_member (rules, "maximum")))
    return fail (walk, "is too small or too large");
  return TRUE;
}

static gboolean
check_required (Walk *walk, JsonArray *names, JsonNode *value)
{
  if (!JSON_NODE_HOLDS_OBJECT (value))
    return TRUE;
  for (guint i = 0; i < json_array_get_length (names); i++)
    if (!json_object_has_member (json_node_get_object (value), json_array_get_string_element (names, i)))
      {
        g_autofree char *why = g_strdup_printf ("has no “%s”", json_array_get_string_element (names, i));

        return fail (walk, why);
      }
  return TRUE;
}

static void
enter (Walk *walk, const char *name)
{
  g_string_append_c (walk->where, '/');
  for (const char *p = name; *p != '\0'; p++)
    if (*p == '~' || *p == '/')
      g_string_append (walk->where, *p == '~' ? "~0" : "~1");
    else
      g_string_append_c (walk->where, *p);
}

/* Checks something inside; on success the walk is where it was. */
static gboolean
check_inside (Walk *walk, const char *name, JsonObject *rules, JsonNode *value)
{
  gsize length = walk->where->len;

  enter (walk, name);
  if (!check (walk, rules, value))
    return FALSE;
  g_string_truncate (walk->where, length);
  return TRUE;
}

static gboolean
check_members (Walk *walk, JsonObject *rules, JsonNode *value)
{
  JsonObject *known =
      json_object_has_member (rules, "properties") ? json_object_get_object_member (rules, "properties") : NULL;
  JsonObject *others = json_object_has_member (rules, "additionalProperties")
                           ? json_object_get_object_member (rules, "additionalProperties")
                           : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (value) || (known == NULL && others == NULL))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      JsonObject *inner =
          known != NULL && json_object_has_member (known, name) ? json_object_get_object_member (known, name) : others;

      if (json_object_has_member (rules, "propertyNames") && *name == '\0')
        return fail (walk, "has a member without a name");
      if (inner != NULL && !check_inside (walk, name, inner, member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_items (Walk *walk, JsonObject *rules, JsonNode *value)
{
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (value) && i < json_array_get_length (json_node_get_array (value)); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      if (!check_inside (walk, number, rules, json_array_get_element (json_node_get_array (value), i)))
        return FALSE;
    }
  return TRUE;
}

/* Whether @value follows @rules, without a word of why not. */
static gboolean
matches (Walk *walk, JsonObject *rules, JsonNode *value)
{
  Walk inner = { walk->schema, g_string_new (NULL), NULL };
  gboolean ok = check (&inner, rules, value);

  g_string_free (inner.where, TRUE);
  g_free (inner.why);
  return ok;
}

static gboolean
check_combined (Walk *walk, JsonObject *rules, JsonNode *value)
{
  if (json_object_has_member (rules, "not") && matches (walk, json_object_get_object_member (rules, "not"), value))
    return fail (walk, "is what it must not be");
  if (json_object_has_member (rules, "if") && matches (walk, json_object_get_object_member (rules, "if"), value)
      && !check (walk, json_object_get_object_member (rules, "then"), value))
    return FALSE;
  if (json_object_has_member (rules, "allOf"))
    {
      JsonArray *all = json_object_get_array_member (rules, "allOf");

      for (guint i = 0; i < json_array_get_length (all); i++)
        if (!check (walk, json_array_get_object_element (all, i), value))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_value (Walk *walk, JsonObject *rules, JsonNode *value)
{
  if (json_object_has_member (rules, "type") && !check_type (walk, json_object_get_member (rules, "type"), value))
    return FALSE;
  if (json_object_has_member (rules, "const") && !json_node_equal (json_object_get_member (rules, "const"), value))
    return fail (walk, "is not the value it has to be");
  if (json_object_has_member (rules, "enum") && !check_enum (walk, json_object_get_member (rules, "enum"), value))
    return FALSE;
  if (json_object_has_member (rules, "pattern")
      && !check_pattern (walk, json_object_get_string_member (rules, "pattern"), value))
    return FALSE;
  if (json_object_has_member (rules, "minLength") && is_of_type (value, "string")
      && *json_node_get_string (value) == '\0')
    return fail (walk, "is empty");
  return check_number (walk, rules, value);
}

static gboolean
check (Walk *walk, JsonObject *rules, JsonNode *value)
{
  if (json_object_has_member (rules, "$ref"))
    {
      const char *name = strrchr (json_object_get_string_member (rules, "$ref"), '/') + 1;

      return check (walk, json_object_get_object_member (walk->schema->definitions, name), value);
    }
  /* What is missing comes last: np_json_schema_prune() takes out what is wrong before. */
  return check_value (walk, rules, value) && check_members (walk, rules, value)
         && (!json_object_has_member (rules, "items")
             || check_items (walk, json_object_get_object_member (rules, "items"), value))
         && check_combined (walk, rules, value)
         && (!json_object_has_member (rules, "required")
             || check_required (walk, json_object_get_array_member (rules, "required"), value));
}

/**
 * np_json_schema_check:
 * @schema: a schema
 * @document: a document
 * @where: (out) (optional): what in it is wrong: a JSON Pointer (RFC 6901)
 * @why: (out) (optional): what is wrong with it
 *
 * Returns: whether @document follows @schema; of what is wrong, the first is told
 */
gboolean
np_json_schema_check (NpJsonSchema *schema, JsonNode *document, char **where, char **why)
{
  Walk walk = { schema, g_string_new (NULL), NULL };
  gboolean ok;

  g_return_val_if_fail (schema != NULL && document != NULL, FALSE);

  ok = check (&walk, json_node_get_object (schema->root), document);
  if (where != NULL)
    *where = ok ? NULL : g_strdup (walk.where->str);
  if (why != NULL)
    *why = ok ? NULL : g_strdup (walk.why);
  g_string_free (walk.where, TRUE);
  g_free (walk.why);
  return ok;
}

static char *
unescape (const char *step)
{
  g_auto (GStrv) slashes = g_strsplit (step, "~1", -1);
  g_autofree char *joined = g_strjoinv ("/", slashes);
  g_auto (GStrv) tildes = g_strsplit (joined, "~0", -1);

  return g_strjoinv ("~", tildes);
}

static JsonObject *
new_figure (void)
{
  static const char *const texts[] = { "file", "source", "alt", "caption", "credit" };
  JsonObject *figure = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    json_object_set_null_member (figure, texts[i]);
  json_object_set_int_member (figure, "width", 0);
  json_object_set_int_member (figure, "height", 0);
  return figure;
}

/* Blocks name figures by number, so one that is taken out leaves an empty one behind. */
static void
blank_figure (JsonObject *object, guint number)
{
  JsonArray *figures = json_object_get_array_member (object, "figures"), *array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (figures); i++)
    if (i == number)
      json_array_add_object_element (array, new_figure ());
    else
      json_array_add_element (array, json_array_dup_element (figures, i));
  json_object_set_array_member (object, "figures", array);
}

/* Takes out what @steps lead to. */
static gboolean
take_out (JsonNode *node, char **steps)
{
  g_autofree char *name = unescape (*steps);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint number = (guint) g_ascii_strtoull (name, NULL, 10);
  JsonNode *inner = NULL;

  if (object != NULL)
    inner = json_object_get_member (object, name);
  else if (array != NULL && number < json_array_get_length (array))
    inner = json_array_get_element (array, number);
  if (inner == NULL)
    return FALSE;
  if (steps[1] != NULL && steps[2] == NULL && g_str_equal (name, "figures") && JSON_NODE_HOLDS_ARRAY (inner))
    blank_figure (object, (guint) g_ascii_strtoull (steps[1], NULL, 10));
  else if (steps[1] != NULL)
    return take_out (inner, steps + 1);
  else if (object != NULL)
    json_object_remove_member (object, name);
  else
    json_array_remove_element (array, number);
  return TRUE;
}

/**
 * np_json_schema_prune:
 * @schema: a schema
 * @document: (inout): a document that does not follow it
 * @hard: whether to take out also what lacks a member; else that ends it, and who reads and writes the document fills
 *   the member in
 *
 * Takes the values out of @document that are not as the schema has them, each with as little around it as can be.
 *
 * Returns: how many values were taken out
 */
guint
np_json_schema_prune (NpJsonSchema *schema, JsonNode *document, gboolean hard)
{
  guint n = 0;

  for (; n < MAX_PRUNED; n++)
    {
      g_autofree char *where = NULL, *why = NULL;
      g_auto (GStrv) steps = NULL;

      if (np_json_schema_check (schema, document, &where, &why) || *where == '\0'
          || (!hard && g_str_has_prefix (why, "has no ")))
        break;
      steps = g_strsplit (where + 1, "/", -1);
      if (!take_out (document, steps))
        break;
    }
  return n;
}
