#include "extract/np-data-photos.h"

#include <string.h>

/* What is shorter is no photo, and does not keep the parser. */
#define LEAST_CHARS 1500

/* SingleFile keeps a photo that a page shows more than once in a property of CSS, and shows it as the background of an
 * empty picture. */
#define PROPERTY "--sf-img-"

/* How far that background stands from the picture's address, at most, and how many are put back. */
#define MAX_BETWEEN  4096
#define MAX_PUT_BACK 1000

typedef struct
{
  NpParts *parts;
  GString *out;
  GHashTable *properties; /* char* number → char* address */
  gsize empty;            /* where in @out the address of the last empty picture belongs; 0 = none */
  guint put_back;
} Taker;

static gboolean
is_base64 (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '/' || c == '=' || c == '\n' || c == '\r';
}

/* The number of the property whose value begins at the end of what was written: "--sf-img-7:url(". */
static char *
property_before (const GString *out)
{
  const char *end = out->str + out->len, *p = end;

  while (p > out->str && end - p < 40 && p[-1] != '-')
    p--;
  if (p - out->str < (gssize) strlen (PROPERTY) || strncmp (p - strlen (PROPERTY), PROPERTY, strlen (PROPERTY)) != 0
      || !g_ascii_isdigit (*p))
    return NULL;
  return g_strndup (p, strspn (p, "0123456789"));
}

/* Writes what stands for the data that begin at @p; gives what is behind them, NULL when they stay as they are. */
static const char *
take_data (Taker *t, const char *p, const char *end)
{
  const char *type = p + strlen ("data:"), *comma = type, *stop;
  const char *address = NULL;

  while (comma < end && comma - type < 100 && *comma != ',' && *comma != '"' && *comma != '\'' && *comma != '>')
    comma++;
  if (comma >= end || *comma != ',')
    return NULL;
  if (comma - type < 7 || strncmp (comma - 7, ";base64", 7) != 0)
    {
      if (g_str_has_prefix (type, "image/svg+xml"))
        t->empty = t->out->len;
      return NULL;
    }
  for (stop = comma + 1; stop < end && is_base64 (*stop); stop++)
    ;
  if (stop - comma < LEAST_CHARS)
    return NULL;
  if (g_str_has_prefix (type, "image/") && !g_str_has_prefix (type, "image/svg"))
    {
      g_autofree char *property = property_before (t->out);
      guchar *data = g_malloc ((gsize) (stop - comma) / 4 * 3 + 8);
      int state = 0;
      guint save = 0;
      gsize size = g_base64_decode_step (comma + 1, (gsize) (stop - comma - 1), data, &state, &save);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

      address = np_parts_add_photo (t->parts, bytes);
      if (address != NULL && property != NULL)
        g_hash_table_insert (t->properties, g_steal_pointer (&property), g_strdup (address));
    }
  g_string_append (t->out, address != NULL ? address : "data:,");
  return stop;
}

/* "cid:photo@example.org": a part of the message that the page is in. Gives what is behind it, NULL when it is none. */
static const char *
take_id (Taker *t, const char *p)
{
  char before = t->out->len > 0 ? t->out->str[t->out->len - 1] : '\0';
  gsize length = strcspn (p + 4, "\"' >\n");
  g_autofree char *id = NULL, *address = NULL;

  if ((before != '"' && before != '\'' && before != '=') || length == 0 || length > 500)
    return NULL;
  id = g_strndup (p + 4, length);
  address = np_parts_dup_address_of_id (id);
  g_string_append (t->out, address);
  return p + 4 + length;
}

/* "var(--sf-img-7)" at @p: the photo of the empty picture before it. */
static void
put_back (Taker *t, const char *p)
{
  const char *number = p + strlen ("var(" PROPERTY);
  g_autofree char *name = g_strndup (number, strspn (number, "0123456789"));
  const char *address = g_hash_table_lookup (t->properties, name);
  char quote = t->empty > 0 ? t->out->str[t->empty - 1] : '\0';
  g_autofree char *whole = NULL;

  if (address == NULL || t->put_back >= MAX_PUT_BACK || t->out->len - t->empty > MAX_BETWEEN
      || (quote != '"' && quote != '\'') || strstr (t->out->str + t->empty, "<img") != NULL)
    return;
  /* The empty picture becomes the value of an attribute that nobody reads. */
  whole = g_strdup_printf ("%s%c x=%c", address, quote, quote);
  g_string_insert (t->out, (gssize) t->empty, whole);
  t->empty = 0;
  t->put_back++;
}

/**
 * np_data_photos_take:
 * @html: a page, valid UTF-8
 * @length: of it
 * @parts: gets the photos
 * @out_length: (out): of the result
 *
 * Puts an address that @parts knows in the place of each photo that the page carries or names by its id in a message,
 * and nothing in the place of other long data (fonts, mostly), so that the parser sees none of them.
 *
 * Returns: (transfer full) (nullable): the page; `NULL` when there is nothing to take
 */
char *
np_data_photos_take (const char *html, gsize length, NpParts *parts, gsize *out_length)
{
  const char *end = html + length, *from = html;
  g_autoptr (GHashTable) properties = NULL;
  Taker t = { .parts = parts };

  if (strstr (html, "data:") == NULL && strstr (html, "cid:") == NULL)
    return NULL;
  properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  t.properties = properties;
  t.out = g_string_sized_new (MIN (length, 1024 * 1024));
  for (const char *p = html; p < end;)
    {
      const char *behind = NULL;

      if (*p == 'd' && strncmp (p, "data:", 5) == 0)
        {
          g_string_append_len (t.out, from, p - from);
          from = p;
          behind = take_data (&t, p, end);
        }
      else if (*p == 'c' && strncmp (p, "cid:", 4) == 0)
        {
          g_string_append_len (t.out, from, p - from);
          from = p;
          behind = take_id (&t, p);
        }
      else if (*p == 'v' && g_str_has_prefix (p, "var(" PROPERTY) && g_hash_table_size (properties) > 0)
        {
          g_string_append_len (t.out, from, p - from);
          from = p;
          put_back (&t, p);
        }
      if (behind != NULL)
        from = behind;
      p = behind != NULL ? behind : p + 1;
    }
  g_string_append_len (t.out, from, end - from);
  *out_length = t.out->len;
  return g_string_free (t.out, FALSE);
}
