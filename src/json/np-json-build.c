#include "json/np-json-build.h"

#include <string.h>

/* json-glib's own parser takes text apart sign by sign, which costs several times what the tree does; here it is known
 * that the text is JSON, and how deep it goes. */
typedef struct
{
  const char *at;
  GString *string; /* the last one that was read */
} Text;

static JsonNode *build_value (Text *text);

static void
skip_space (Text *text)
{
  while (*text->at == ' ' || *text->at == '\n' || *text->at == '\r' || *text->at == '\t')
    text->at++;
}

static guint
read_hex (const char *at)
{
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (at[i]);
  return value;
}

/* At the sign behind a backslash. */
static void
read_escape (Text *text)
{
  static const char signs[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  gunichar c;

  if (*text->at != 'u')
    {
      g_string_append_c (text->string, meanings[strchr (signs, *text->at++) - signs]);
      return;
    }
  c = read_hex (text->at + 1);
  text->at += 5;
  if (c >= 0xD800 && c <= 0xDBFF)
    {
      c = 0x10000 + ((c - 0xD800) << 10) + (read_hex (text->at + 2) - 0xDC00);
      text->at += 6;
    }
  g_string_append_unichar (text->string, c);
}

/* At the first quote; leaves the string in text->string. */
static void
read_string (Text *text)
{
  g_string_truncate (text->string, 0);
  text->at++;
  for (;;)
    {
      gsize length = strcspn (text->at, "\"\\");

      g_string_append_len (text->string, text->at, (gssize) length);
      text->at += length + 1;
      if (text->at[-1] == '"')
        return;
      read_escape (text);
    }
}

static JsonNode *
build_number (Text *text)
{
  gsize length = strspn (text->at, "-+.eE0123456789");
  gboolean whole = strcspn (text->at, ".eE") >= length;
  JsonNode *node = json_node_alloc ();

  if (whole)
    json_node_init_int (node, g_ascii_strtoll (text->at, NULL, 10));
  else
    json_node_init_double (node, g_ascii_strtod (text->at, NULL));
  text->at += length;
  return node;
}

static JsonNode *
build_array (Text *text)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (text->at++, skip_space (text); *text->at != ']'; skip_space (text))
    {
      json_array_add_element (array, build_value (text));
      skip_space (text);
      if (*text->at == ',')
        text->at++;
    }
  text->at++;
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
build_object (Text *text)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (text->at++, skip_space (text); *text->at != '}'; skip_space (text))
    {
      char short_name[64];
      g_autofree char *long_name = NULL;
      const char *name = short_name;

      read_string (text);
      if (text->string->len < sizeof short_name)
        memcpy (short_name, text->string->str, text->string->len + 1);
      else
        name = long_name = g_strdup (text->string->str);
      skip_space (text);
      text->at++;
      json_object_set_member (object, name, build_value (text));
      skip_space (text);
      if (*text->at == ',')
        text->at++;
    }
  text->at++;
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
build_value (Text *text)
{
  skip_space (text);
  switch (*text->at)
    {
    case '{':
      return build_object (text);
    case '[':
      return build_array (text);
    case '"':
      read_string (text);
      return json_node_init_string (json_node_alloc (), text->string->str);
    case 't':
      text->at += strlen ("true");
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case 'f':
      text->at += strlen ("false");
      return json_node_init_boolean (json_node_alloc (), FALSE);
    case 'n':
      text->at += strlen ("null");
      return json_node_init_null (json_node_alloc ());
    default:
      return build_number (text);
    }
}

/**
 * np_json_build:
 * @text: JSON that np-json-syntax has gone through: no deeper than `NP_JSON_MAX_DEPTH`, no NUL in its strings, and no
 *   number that is too large
 *
 * Of two members of the same name the last counts.
 *
 * Returns: (transfer full): the value
 */
JsonNode *
np_json_build (const char *text)
{
  g_autoptr (GString) string = g_string_sized_new (4096);
  Text reading = { text, string };

  return build_value (&reading);
}
