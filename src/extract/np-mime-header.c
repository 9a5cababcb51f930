#include "extract/np-mime-header.h"

#include <string.h>

/* Headers that are longer are cut: nothing of ours is. */
#define MAX_VALUE 8192

/**
 * np_mime_header_clear:
 * @header: headers; their members are freed
 */
void
np_mime_header_clear (NpMimeHeader *header)
{
  g_free (header->type);
  g_free (header->boundary);
  g_free (header->charset);
  g_free (header->start);
  g_free (header->location);
  g_free (header->snapshot);
  g_free (header->id);
  g_free (header->encoding);
  memset (header, 0, sizeof *header);
}

static void
set (char **place, char *value)
{
  g_free (*place);
  *place = value;
}

/* An address may be broken over lines anywhere (RFC 2557, 4.4.2); it has no white space of its own. */
static char *
without_space (const char *value)
{
  GString *out = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static char *
without_brackets (const char *value)
{
  g_autofree char *bare = without_space (value);
  gsize length = strlen (bare);

  return length >= 2 && *bare == '<' && bare[length - 1] == '>' ? g_strndup (bare + 1, length - 2)
                                                                : g_steal_pointer (&bare);
}

/* One parameter's value at @p, quoted or not; gives what is behind it. */
static const char *
read_value (const char *p, char **value)
{
  GString *out = g_string_new (NULL);

  if (*p == '"')
    for (p++; *p != '\0' && *p != '"'; p++)
      {
        if (*p == '\\' && p[1] != '\0')
          p++;
        g_string_append_c (out, *p);
      }
  else
    for (; *p != '\0' && *p != ';' && !g_ascii_isspace (*p); p++)
      g_string_append_c (out, *p);
  *value = g_string_free (out, FALSE);
  return p + strcspn (p, ";");
}

static void
read_content_type (const char *value, NpMimeHeader *header)
{
  gsize length = strcspn (value, "; \t");

  set (&header->type, g_ascii_strdown (value, (gssize) length));
  for (const char *p = strchr (value, ';'); p != NULL && *p == ';';)
    {
      g_autofree char *name = NULL, *its_value = NULL;
      const char *equals;

      p += strspn (p, "; \t\r\n");
      equals = p + strcspn (p, "=;");
      if (*equals != '=')
        {
          p = equals;
          continue;
        }
      name = g_ascii_strdown (p, equals - p);
      g_strstrip (name);
      p = read_value (equals + 1 + strspn (equals + 1, " \t"), &its_value);
      if (g_str_equal (name, "boundary"))
        set (&header->boundary, g_steal_pointer (&its_value));
      else if (g_str_equal (name, "charset"))
        set (&header->charset, g_steal_pointer (&its_value));
      else if (g_str_equal (name, "start"))
        set (&header->start, without_brackets (its_value));
    }
}

static void
read_header (const char *line, NpMimeHeader *header)
{
  const char *colon = strchr (line, ':'), *value;
  g_autofree char *name = NULL;

  if (colon == NULL)
    return;
  name = g_ascii_strdown (line, colon - line);
  g_strchomp (name);
  value = colon + 1 + strspn (colon + 1, " \t");
  if (g_str_equal (name, "content-type"))
    read_content_type (value, header);
  else if (g_str_equal (name, "content-location"))
    set (&header->location, without_space (value));
  else if (g_str_equal (name, "snapshot-content-location"))
    set (&header->snapshot, without_space (value));
  else if (g_str_equal (name, "content-id"))
    set (&header->id, without_brackets (value));
  else if (g_str_equal (name, "content-transfer-encoding"))
    {
      set (&header->encoding, g_ascii_strdown (value, -1));
      g_strstrip (header->encoding);
    }
}

static void
end_line (GString *line, NpMimeHeader *header)
{
  if (line->len > 0)
    {
      g_autofree char *valid = g_utf8_make_valid (line->str, (gssize) line->len);

      read_header (valid, header);
    }
  g_string_truncate (line, 0);
}

/**
 * np_mime_header_read:
 * @text: where the headers begin
 * @end: where the text ends
 * @header: (out): what they say; clear it with np_mime_header_clear()
 *
 * Returns: where the body begins
 */
const char *
np_mime_header_read (const char *text, const char *end, NpMimeHeader *header)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *p = text;

  memset (header, 0, sizeof *header);
  while (p < end)
    {
      const char *next = memchr (p, '\n', (gsize) (end - p));
      gsize length = (gsize) ((next != NULL ? next : end) - p);

      if (length > 0 && p[length - 1] == '\r')
        length--;
      if (length > 0 && *p != ' ' && *p != '\t')
        end_line (line, header);
      if (line->len + length < MAX_VALUE)
        g_string_append_len (line, p, (gssize) length);
      p = next != NULL ? next + 1 : end;
      if (length == 0)
        break;
    }
  end_line (line, header);
  return p;
}
