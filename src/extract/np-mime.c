#include "extract/np-mime.h"

#include "extract/np-mime-header.h"

#include <string.h>

/* More parts than any page has are passed over, and so are multiparts in more multiparts. */
#define MAX_PARTS 4096
#define MAX_DEPTH 8

static void
part_free (gpointer data)
{
  NpMimePart *part = data;

  g_free (part->type);
  g_free (part->charset);
  g_free (part->location);
  g_free (part->id);
  g_bytes_unref (part->bytes);
  g_free (part);
}

/**
 * np_mime_free:
 * @mime: (transfer full) (nullable): a message
 */
void
np_mime_free (NpMime *mime)
{
  if (mime == NULL)
    return;
  g_free (mime->location);
  g_free (mime->root);
  g_ptr_array_unref (mime->parts);
  g_free (mime);
}

static GBytes *
decode_base64 (const char *body, gsize length)
{
  guchar *out = g_malloc (length / 4 * 3 + 8);
  int state = 0;
  guint save = 0;
  gsize written = g_base64_decode_step (body, length, out, &state, &save);

  return g_bytes_new_take (out, written);
}

/* Quoted-printable (RFC 2045, 6.7); what it does not allow stays as it is. */
static GBytes *
decode_quoted (const char *body, gsize length)
{
  char *out = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      gsize rest = length - i;

      if (body[i] != '=')
        out[n++] = body[i];
      else if (rest > 2 && g_ascii_isxdigit (body[i + 1]) && g_ascii_isxdigit (body[i + 2]))
        {
          out[n++] = (char) (g_ascii_xdigit_value (body[i + 1]) * 16 + g_ascii_xdigit_value (body[i + 2]));
          i += 2;
        }
      else if (rest > 1 && body[i + 1] == '\n')
        i++;
      else if (rest > 2 && body[i + 1] == '\r' && body[i + 2] == '\n')
        i += 2;
      else
        out[n++] = '=';
    }
  return g_bytes_new_take (out, n);
}

static void
add_part (NpMime *mime, NpMimeHeader *header, const char *body, const char *end)
{
  NpMimePart *part;

  /* The line end before a boundary is the boundary's. */
  if (end > body && end[-1] == '\n')
    end--;
  if (end > body && end[-1] == '\r')
    end--;
  if (mime->parts->len >= MAX_PARTS || end <= body)
    return;
  part = g_new0 (NpMimePart, 1);
  part->type = header->type != NULL ? g_steal_pointer (&header->type) : g_strdup ("text/plain");
  part->charset = g_steal_pointer (&header->charset);
  part->location = g_steal_pointer (&header->location);
  part->id = g_steal_pointer (&header->id);
  if (g_strcmp0 (header->encoding, "base64") == 0)
    part->bytes = decode_base64 (body, (gsize) (end - body));
  else if (g_strcmp0 (header->encoding, "quoted-printable") == 0)
    part->bytes = decode_quoted (body, (gsize) (end - body));
  else
    part->bytes = g_bytes_new (body, (gsize) (end - body));
  g_ptr_array_add (mime->parts, part);
}

/* Which of the open multiparts a line is a boundary of; -1: none. */
static int
find_boundary (GPtrArray *boundaries, const char *line, gsize length, gboolean *is_last)
{
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (length < 3 || line[0] != '-' || line[1] != '-')
    return -1;
  for (guint i = boundaries->len; i > 0; i--)
    {
      const char *boundary = boundaries->pdata[i - 1];
      gsize n = strlen (boundary);

      if (length < n + 2 || memcmp (line + 2, boundary, n) != 0)
        continue;
      *is_last = length == n + 4 && line[n + 2] == '-' && line[n + 3] == '-';
      if (length == n + 2 || *is_last)
        return (int) i - 1;
    }
  return -1;
}

static gboolean
opens (GPtrArray *boundaries, const NpMimeHeader *header)
{
  if (header->type == NULL || !g_str_has_prefix (header->type, "multipart/") || header->boundary == NULL
      || *header->boundary == '\0' || boundaries->len >= MAX_DEPTH)
    return FALSE;
  g_ptr_array_add (boundaries, g_strdup (header->boundary));
  return TRUE;
}

/* Goes through the lines once; a boundary ends the part before it and begins another. */
static void
read_parts (NpMime *mime, GPtrArray *boundaries, const char *p, const char *end)
{
  g_auto (NpMimeHeader) header = { 0 };
  const char *body = NULL; /* of the part that is open */

  while (p < end)
    {
      const char *next = memchr (p, '\n', (gsize) (end - p));
      gboolean is_last = FALSE;
      int level = find_boundary (boundaries, p, (gsize) ((next != NULL ? next : end) - p), &is_last);
      const char *line = p;

      p = next != NULL ? next + 1 : end;
      if (level < 0)
        continue;
      if (body != NULL)
        add_part (mime, &header, body, line);
      body = NULL;
      np_mime_header_clear (&header);
      g_ptr_array_set_size (boundaries, is_last ? level : level + 1);
      if (is_last)
        continue;
      p = np_mime_header_read (p, end, &header);
      if (!opens (boundaries, &header))
        body = p;
    }
  if (body != NULL) /* cut off */
    add_part (mime, &header, body, end);
}

/**
 * np_mime_read:
 * @bytes: a message
 *
 * Takes a message apart, in one go from its beginning to its end. One that is cut off gives what is there.
 *
 * Returns: (transfer full) (nullable): its parts; `NULL` when @bytes do not begin with headers of a multipart
 */
NpMime *
np_mime_read (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size), *end = text + size, *body;
  g_autoptr (GPtrArray) boundaries = g_ptr_array_new_with_free_func (g_free);
  g_auto (NpMimeHeader) header = { 0 };
  NpMime *mime;

  if (size == 0)
    return NULL;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    text += 3;
  while (text < end && g_ascii_isspace (*text))
    text++;
  body = np_mime_header_read (text, end, &header);
  if (!opens (boundaries, &header))
    return NULL;
  mime = g_new0 (NpMime, 1);
  mime->parts = g_ptr_array_new_with_free_func (part_free);
  mime->location = header.snapshot != NULL ? g_steal_pointer (&header.snapshot) : g_steal_pointer (&header.location);
  mime->root = g_steal_pointer (&header.start);
  read_parts (mime, boundaries, body, end);
  return mime;
}
