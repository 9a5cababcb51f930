#include "extract/np-json-ld.h"

#include "base/np-text.h"
#include "extract/np-entities.h"
#include "extract/np-json-ld-mend.h"

#include <string.h>

/* json-glib reads nested values by calling itself: more brackets than any page has are not given to it. */
#define DEEPEST 64

static gboolean
is_shallow (const char *text)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && (*p == '{' || *p == '['))
        {
          if (++depth > DEEPEST)
            return FALSE;
        }
      else if (!in_string && (*p == '}' || *p == ']') && depth > 0)
        depth--;
    }
  return TRUE;
}

/* The code that "\u0041" at @p stands for; -1 when it is none. */
static int
read_escape (const char *p)
{
  int code = 0;

  if (p[0] != '\\' || p[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }
  return code;
}

/* What json-glib would make bytes of that are no text: halves of a character without the other half, escapes that lack
 * digits, octal ones. Gives how many bytes at @p are to be @instead; 0: all is well. */
static gsize
find_wrong (const char *p, gsize *skip, const char **instead)
{
  int code = read_escape (p), next = code >= 0 ? read_escape (p + 6) : -1;
  gboolean is_half = code >= 0xD800 && code < 0xE000;

  *skip = code >= 0 ? 6 : p[1] != '\0' ? 2 : 1;
  if (is_half && code < 0xDC00 && next >= 0xDC00 && next < 0xE000)
    *skip = 12;
  else if (is_half)
    *instead = "\\uFFFD";
  else if (code < 0 && p[1] == 'u')
    *instead = "\\\\";
  else if (g_ascii_isdigit (p[1]))
    *instead = "?";
  else
    *instead = "";
  return *skip == 12 ? 0 : strlen (*instead);
}

/* NULL: there is nothing to mend. */
static char *
mend_escapes (const char *text)
{
  char *mended = NULL;
  gsize skip;

  for (const char *p = strchr (text, '\\'); p != NULL; p = strchr (p + skip, '\\'))
    {
      const char *instead;
      gsize length = find_wrong (p, &skip, &instead);

      if (length > 0 && mended == NULL)
        mended = g_strdup (text);
      if (length > 0)
        memcpy (mended + (p - text), instead, length);
    }
  return mended;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *mended = mend_escapes (text);

  if (!is_shallow (text) || !json_parser_load_from_data (parser, mended != NULL ? mended : text, -1, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/**
 * np_json_ld_parse:
 * @text: the content of a script element of type application/ld+json
 *
 * Returns: (transfer full) (nullable): the data, `NULL` when they cannot be read even after mending
 */
JsonNode *
np_json_ld_parse (const char *text)
{
  /* Mended first, since json-glib 1.6 does not free what it has built of a value that turns out broken. */
  g_autofree char *mended = np_json_ld_mend (text);
  JsonNode *root = parse (mended);

  return root != NULL ? root : parse (text);
}

/* The name of a type without its address: "NewsArticle" of "http://schema.org/NewsArticle" and "schema:NewsArticle". */
static const char *
get_type_name (JsonNode *type)
{
  const char *text, *name;

  if (!JSON_NODE_HOLDS_VALUE (type) || json_node_get_value_type (type) != G_TYPE_STRING)
    return "";
  text = json_node_get_string (type);
  name = strrchr (text, '/');
  if (name == NULL)
    name = strrchr (text, ':');
  return name != NULL ? name + 1 : text;
}

static gboolean
is_article_type (const char *name)
{
  static const char *const others[] = { "Report", "Recipe", "Review", "CreativeWork", "HowTo", "Chapter", "BlogPost" };

  if (g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "Posting"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (name, others[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether one of an object's types is @name; `NULL` stands for all kinds of Article. */
static gboolean
has_type (JsonObject *object, const char *name)
{
  JsonNode *type = json_object_get_member (object, "@type");
  JsonArray *types = type != NULL && JSON_NODE_HOLDS_ARRAY (type) ? json_node_get_array (type) : NULL;
  guint n = types != NULL ? json_array_get_length (types) : type != NULL ? 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      const char *one = get_type_name (types != NULL ? json_array_get_element (types, i) : type);

      if (name != NULL ? strcmp (one, name) == 0 : is_article_type (one))
        return TRUE;
    }
  return FALSE;
}

/**
 * np_json_ld_is_article:
 * @object: an object
 *
 * Returns: whether one of its types is one of schema.org's kinds of Article, or of something else with a story
 */
gboolean
np_json_ld_is_article (JsonObject *object)
{
  return has_type (object, NULL);
}

/**
 * np_json_ld_has_type:
 * @object: an object
 * @type: the name of a type, without an address
 *
 * Returns: whether it is one of its types
 */
gboolean
np_json_ld_has_type (JsonObject *object, const char *type)
{
  return has_type (object, type);
}

/**
 * np_json_ld_dup_text:
 * @node: (nullable): a value
 *
 * Returns: (transfer full) (nullable): the text that @node stands for: a string, the first of an array, the name, value
 *   or address of an object
 */
char *
np_json_ld_dup_text (JsonNode *node)
{
  static const char *const members[] = { "name", "@value", "url", "@id" };

  for (guint steps = 0; node != NULL && steps < 8; steps++)
    {
      if (JSON_NODE_HOLDS_VALUE (node))
        return json_node_get_value_type (node) == G_TYPE_STRING ? np_entities_decode (json_node_get_string (node))
                                                                : NULL;
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);

          node = NULL;
          for (guint i = 0; node == NULL && i < G_N_ELEMENTS (members); i++)
            node = json_object_get_member (object, members[i]);
        }
      else
        return NULL;
    }
  return NULL;
}

/**
 * np_json_ld_dup_member:
 * @object: an object
 * @name: a member's name
 *
 * Returns: (transfer full) (nullable): np_json_ld_dup_text() of that member
 */
char *
np_json_ld_dup_member (JsonObject *object, const char *name)
{
  return np_json_ld_dup_text (json_object_get_member (object, name));
}
