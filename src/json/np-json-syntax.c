#include "json/np-json-syntax.h"

#include "json/np-json-build.h"
#include "json/np-json-error.h"
#include "json/np-json-object.h"
#include "json/np-json-upgrade.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Walks a text once, without recursion, and holds it against RFC 8259 and what I-JSON (RFC 7493) adds: json-glib's
 * own parser takes more than JSON (comments, trailing commas), recurses as deep as the text asks for, cuts strings at
 * an escaped NUL and wraps integers that are too large. What passes here np_json_build() makes a tree of as it is. */
typedef struct
{
  const char *start, *at, *end;
  gboolean in_object[NP_JSON_MAX_DEPTH];
  guint depth;
  const char *mistake; /* (nullable) what is wrong at `at` */
} Walk;

static gboolean
fail (Walk *walk, const char *mistake)
{
  walk->mistake = mistake;
  return FALSE;
}

static void
skip_space (Walk *walk)
{
  while (walk->at < walk->end && strchr (" \t\r\n", *walk->at) != NULL)
    walk->at++;
}

/* The text ends in a NUL that is not part of it, so looking at *walk->at at its end is allowed. */
static gboolean
accept (Walk *walk, char c)
{
  if (walk->at >= walk->end || *walk->at != c)
    return FALSE;
  walk->at++;
  return TRUE;
}

static gboolean
read_hex (Walk *walk, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, walk->at++)
    {
      if (walk->at >= walk->end || !g_ascii_isxdigit (*walk->at))
        return fail (walk, "a broken escape");
      *value = *value * 16 + (guint) g_ascii_xdigit_value (*walk->at);
    }
  return TRUE;
}

static gboolean
read_escape (Walk *walk)
{
  guint high, low;

  if (walk->at < walk->end && strchr ("\"\\/bfnrt", *walk->at) != NULL && *walk->at != '\0')
    {
      walk->at++;
      return TRUE;
    }
  if (!accept (walk, 'u'))
    return fail (walk, "a broken escape");
  if (!read_hex (walk, &high))
    return FALSE;
  if (high == 0)
    return fail (walk, "a NUL in a string");
  if (high < 0xD800 || high > 0xDFFF)
    return TRUE;
  if (high > 0xDBFF || !accept (walk, '\\') || !accept (walk, 'u') || !read_hex (walk, &low) || low < 0xDC00
      || low > 0xDFFF)
    return fail (walk, "half a surrogate pair");
  return TRUE;
}

static gboolean
read_string (Walk *walk)
{
  if (!accept (walk, '"'))
    return fail (walk, "no string where one has to be");
  while (walk->at < walk->end)
    {
      char c = *walk->at++;

      if (c == '"')
        return TRUE;
      if ((guchar) c < 0x20)
        return fail (walk, "a control character in a string");
      if (c == '\\' && !read_escape (walk))
        return FALSE;
    }
  return fail (walk, "a string without its end");
}

static gboolean
read_digits (Walk *walk)
{
  const char *from = walk->at;

  while (walk->at < walk->end && g_ascii_isdigit (*walk->at))
    walk->at++;
  return walk->at > from || fail (walk, "a broken number");
}

static gboolean
read_number (Walk *walk)
{
  const char *from = walk->at;
  gboolean whole = TRUE;

  accept (walk, '-');
  if (!accept (walk, '0') && !read_digits (walk))
    return FALSE;
  if (accept (walk, '.'))
    {
      whole = FALSE;
      if (!read_digits (walk))
        return FALSE;
    }
  if (accept (walk, 'e') || accept (walk, 'E'))
    {
      whole = FALSE;
      if (!accept (walk, '-'))
        accept (walk, '+');
      if (!read_digits (walk))
        return FALSE;
    }
  errno = 0;
  if (whole)
    g_ascii_strtoll (from, NULL, 10);
  else if (isfinite (g_ascii_strtod (from, NULL)))
    errno = 0;
  return errno != ERANGE || fail (walk, "a number that is too large");
}

static gboolean
read_word (Walk *walk)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (walk->end - walk->at) >= strlen (words[i]) && strncmp (walk->at, words[i], strlen (words[i])) == 0)
      {
        walk->at += strlen (words[i]);
        return TRUE;
      }
  return fail (walk, "no value where one has to be");
}

static gboolean
read_name (Walk *walk)
{
  skip_space (walk);
  if (!read_string (walk))
    return FALSE;
  skip_space (walk);
  return accept (walk, ':') || fail (walk, "a name without a value");
}

/* Reads a scalar, or the start of an object or array; @opened tells whether something is to follow inside. */
static gboolean
read_value (Walk *walk, gboolean *opened)
{
  gboolean object;

  *opened = FALSE;
  skip_space (walk);
  if (walk->at >= walk->end)
    return fail (walk, "the end, too early");
  if (*walk->at == '"')
    return read_string (walk);
  if (*walk->at == '-' || g_ascii_isdigit (*walk->at))
    return read_number (walk);
  if (*walk->at != '{' && *walk->at != '[')
    return read_word (walk);
  object = *walk->at++ == '{';
  if (walk->depth == NP_JSON_MAX_DEPTH)
    return fail (walk, "nesting that is too deep");
  skip_space (walk);
  if (accept (walk, object ? '}' : ']'))
    return TRUE;
  walk->in_object[walk->depth++] = object;
  *opened = TRUE;
  return !object || read_name (walk);
}

/* After a value: closes what ends here, up to the next value. */
static gboolean
read_separators (Walk *walk)
{
  while (walk->depth > 0)
    {
      gboolean object = walk->in_object[walk->depth - 1];

      skip_space (walk);
      if (accept (walk, ','))
        return !object || read_name (walk);
      if (!accept (walk, object ? '}' : ']'))
        return fail (walk, "no comma where one has to be");
      walk->depth--;
    }
  return TRUE;
}

static gboolean
walk_text (Walk *walk)
{
  do
    {
      gboolean opened;

      if (!read_value (walk, &opened) || (!opened && !read_separators (walk)))
        return FALSE;
    }
  while (walk->depth > 0);
  skip_space (walk);
  return walk->at == walk->end || fail (walk, "more text after the end");
}

static void
set_mistake (GError **error, const Walk *walk)
{
  guint line = 1;

  for (const char *p = walk->start; p < walk->at; p++)
    line += *p == '\n';
  g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX, "line %u: %s", line, walk->mistake);
}

/**
 * np_json_parse:
 * @text: (array length=length): any bytes
 * @length: how many
 * @error: `NP_JSON_ERROR_SYNTAX`
 *
 * Reads JSON (RFC 8259) strictly. A byte order mark, as some editors write it, is passed over.
 *
 * Returns: (transfer full) (nullable): the value
 */
JsonNode *
np_json_parse (const char *text, gsize length, GError **error)
{
  g_autofree char *copy = NULL;
  Walk walk = { 0 };

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX, "not UTF-8 text");
      return NULL;
    }
  copy = length > 0 ? g_strndup (text, length) : g_strdup ("");
  walk.start = walk.at = copy;
  walk.end = copy + length;
  if (!walk_text (&walk))
    {
      set_mistake (error, &walk);
      return NULL;
    }
  return np_json_build (copy);
}

/* A file that names no version is of the time before the first. */
static gboolean
take_version (JsonObject *object, guint *version, GError **error)
{
  *version = 0;
  if (np_json_take_null (object, "version") || !json_object_has_member (object, "version"))
    return TRUE;
  if (!np_json_get_uint (object, "version", G_MAXINT, version) || *version == 0)
    {
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_FORMAT, "its version is no number");
      return FALSE;
    }
  json_object_remove_member (object, "version");
  return TRUE;
}

/**
 * np_json_parse_document:
 * @bytes: a file
 * @format: what its member "format" has to say
 * @newest: the latest version that is known
 * @version: (out) (optional): its version, 0 where it names none; where nobody asks, one later than @newest is an error
 * @error: any of `NP_JSON_ERROR`
 *
 * Reads a file of any version. What an earlier one said otherwise is as @newest says it.
 *
 * Returns: (transfer full): its members, "format" and "version" taken out
 */
JsonObject *
np_json_parse_document (GBytes *bytes, const char *format, guint newest, guint *version, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = np_json_parse (text != NULL ? text : "", length, error);
  g_autofree char *found = NULL;
  JsonObject *object;
  guint number;

  if (node == NULL)
    return NULL;
  object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  found = object != NULL ? np_json_take_string (object, "format") : NULL;
  if (g_strcmp0 (found, format) != 0)
    {
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_FORMAT, "its format is not “%s”", format);
      return NULL;
    }
  if (!take_version (object, &number, error))
    return NULL;
  if (version == NULL && number > newest)
    {
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_VERSION, "written by a later version (%u; known up to %u)",
                   number, newest);
      return NULL;
    }
  np_json_upgrade (object, format, number);
  if (version != NULL)
    *version = number;
  return json_object_ref (object);
}

/**
 * np_json_parse_kept:
 * @json: (nullable): what was kept of a file in a record's `unknown`
 *
 * Returns: (transfer full) (nullable): its value, `NULL` when there is none
 */
JsonNode *
np_json_parse_kept (const char *json)
{
  return json != NULL ? np_json_parse (json, strlen (json), NULL) : NULL;
}
