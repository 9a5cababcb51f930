#include "json/np-json-print.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A list or object without others inside stands on one line when the line is no longer than this, in bytes. */
#define LINE_WIDTH 120

/* json-glib's own generator is not used: it writes 0.1 as 0.10000000000000001 and some controls as they are. */
static void
print_string (GString *out, const char *string)
{
  g_string_append_c (out, '"');
  for (const char *p = string; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7F)
          g_string_append_printf (out, "\\u%04x", (guint) *p);
        else
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

/* The shortest decimal that is read back as the same number. */
static void
print_double (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    value = 0;
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (out, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (out, ".0");
}

static void
print_scalar (GString *out, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING)
    print_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    print_double (out, json_node_get_double (node));
  else
    g_string_append (out, "null");
}

static gboolean
is_scalar (JsonNode *node)
{
  return !JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node);
}

static gboolean
is_flat (JsonNode *node)
{
  JsonNode *member;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        if (!is_scalar (member))
          return FALSE;
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!is_scalar (json_array_get_element (array, i)))
          return FALSE;
    }
  return TRUE;
}

static void
new_line (GString *out, guint indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void print_node (GString *out, JsonNode *node, guint indent, gboolean pretty);

static void
print_object (GString *out, JsonObject *object, guint indent, gboolean pretty)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!first)
        g_string_append (out, pretty ? "," : ", ");
      if (pretty)
        new_line (out, indent + 1);
      print_string (out, name);
      g_string_append (out, ": ");
      print_node (out, member, indent + 1, pretty);
      first = FALSE;
    }
  if (pretty && !first)
    new_line (out, indent);
  g_string_append_c (out, '}');
}

static void
print_array (GString *out, JsonArray *array, guint indent, gboolean pretty)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append (out, pretty ? "," : ", ");
      if (pretty)
        new_line (out, indent + 1);
      print_node (out, json_array_get_element (array, i), indent + 1, pretty);
    }
  if (pretty && length > 0)
    new_line (out, indent);
  g_string_append_c (out, ']');
}

/* Recursion is bounded: trees come from np_json_parse() or from blocks, both of limited depth. */
static void
print_node (GString *out, JsonNode *node, guint indent, gboolean pretty)
{
  gsize start = out->len;

  if (is_scalar (node))
    {
      print_scalar (out, node);
      return;
    }
  for (gboolean flat = pretty && is_flat (node);; flat = FALSE)
    {
      if (JSON_NODE_HOLDS_OBJECT (node))
        print_object (out, json_node_get_object (node), indent, pretty && !flat);
      else
        print_array (out, json_node_get_array (node), indent, pretty && !flat);
      if (!flat || 2 * indent + out->len - start <= LINE_WIDTH)
        return;
      g_string_truncate (out, start);
    }
}

/**
 * np_json_print_compact:
 * @node: a value
 *
 * Returns: (transfer full): its JSON on one line
 */
char *
np_json_print_compact (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  print_node (out, node, 0, FALSE);
  return g_string_free (out, FALSE);
}

/**
 * np_json_print_document:
 * @object: (transfer none): the members of a file, in their order
 *
 * Returns: (transfer full): the file: indented by two spaces, small lists and objects on one line, a line break at its
 *   end
 */
GBytes *
np_json_print_document (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  GString *out = g_string_new (NULL);

  print_node (out, node, 0, TRUE);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
