#include "extract/np-feed-mend.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

/* How far back the start of an element is looked for; an end that is not found there closes nothing. */
#define LOOK_BACK 32

/* What windows-1252 has where Unicode has control characters: so are references to them meant (HTML, 13.2.5.80). */
static const gunichar windows[] = { 0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178 };

/* Parts of a text that are passed over whole: from what to what. */
static const char *const verbatim[][2] = { { "<![CDATA[", "]]>" }, { "<!--", "-->" }, { "<?", "?>" } };

/* The end of the verbatim part that begins at @p, NULL when none does. One that never ends goes to the end. */
static const char *
find_verbatim_end (const char *p)
{
  for (guint i = 0; *p == '<' && i < G_N_ELEMENTS (verbatim); i++)
    if (g_str_has_prefix (p, verbatim[i][0]))
      {
        const char *end = strstr (p + strlen (verbatim[i][0]), verbatim[i][1]);

        return end != NULL ? end + strlen (verbatim[i][1]) : p + strlen (p);
      }
  return NULL;
}

/* The end of a document type declaration, with the declarations inside it. */
static const char *
skip_doctype (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      const char *end = p[0] == '<' ? find_verbatim_end (p) : NULL;

      if (end != NULL)
        p = end - 1;
      else if (*p == '"' || *p == '\'')
        {
          const char *quote = strchr (p + 1, *p);

          if (quote != NULL)
            p = quote;
        }
      else if (*p == '<' || *p == '[')
        depth++;
      else if (*p == ']' && depth > 0)
        depth--;
      else if (*p == '>' && depth > 0 && --depth == 0)
        return p + 1;
    }
  return p;
}

/**
 * np_feed_mend_prolog:
 * @text: valid UTF-8
 *
 * Gives @text from its first element on: without what stands before it by mistake, without XML declaration, since the
 * characters are decoded, and without document type declaration, so that no entity is ever declared.
 *
 * Returns: (transfer full): a new string, empty when there is no element
 */
char *
np_feed_mend_prolog (const char *text)
{
  const char *p = text;

  while ((p = strchr (p, '<')) != NULL)
    {
      const char *end = find_verbatim_end (p);

      if (end != NULL)
        p = end;
      else if (g_ascii_strncasecmp (p, "<!doctype", 9) == 0)
        p = skip_doctype (p);
      else if (g_ascii_isalpha (p[1]) || p[1] == '_' || (guchar) p[1] >= 0x80)
        return g_strdup (p);
      else
        p++;
    }
  return g_strdup ("");
}

static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
         || (c >= 0x10000 && c <= 0x10FFFF);
}

/* "&#8217;" and "&#x2019;", also without their semicolon. */
static const char *
mend_number (GString *out, const char *p)
{
  gboolean hex = p[2] == 'x' || p[2] == 'X';
  const char *digits = p + 2 + hex;
  gsize length = strspn (digits, hex ? "0123456789abcdefABCDEF" : "0123456789");
  gunichar c = length > 0 && length < 9 ? (gunichar) strtoul (digits, NULL, hex ? 16 : 10) : 0;

  if (length == 0)
    {
      g_string_append (out, "&amp;");
      return p + 1;
    }
  if (c >= 0x80 && c < 0x80 + G_N_ELEMENTS (windows))
    c = windows[c - 0x80];
  if (is_xml_character (c))
    g_string_append_printf (out, "&#%u;", c);
  return digits + length + (digits[length] == ';');
}

/* What XML knows stays, what HTML knows becomes a number, and any other "&" is one. */
static const char *
mend_reference (GString *out, const char *p)
{
  static const char *const own[] = { "amp", "lt", "gt", "quot", "apos" };
  char name[12];
  gsize length;
  const htmlEntityDesc *entity;

  if (p[1] == '#')
    return mend_number (out, p);
  for (length = 0; g_ascii_isalnum (p[1 + length]) && length < sizeof name - 1; length++)
    name[length] = p[1 + length];
  name[length] = '\0';
  if (p[1 + length] == ';')
    {
      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        if (g_ascii_strcasecmp (own[i], name) == 0)
          {
            g_string_append_printf (out, "&%s;", own[i]);
            return p + length + 2;
          }
      entity = htmlEntityLookup ((const xmlChar *) name);
      if (entity != NULL)
        {
          g_string_append_printf (out, "&#%u;", entity->value);
          return p + length + 2;
        }
    }
  g_string_append (out, "&amp;");
  return p + 1;
}

/**
 * np_feed_mend_references:
 * @text: valid UTF-8
 *
 * Gives @text with the references that only HTML has as numbers, with every other lone `&` as a reference to itself,
 * and without characters that XML does not allow.
 *
 * Returns: (transfer full): a new string
 */
char *
np_feed_mend_references (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 64);
  const char *p = text, *plain_until = text;

  while (*p != '\0')
    {
      const char *end = p >= plain_until ? find_verbatim_end (p) : NULL;

      if (end != NULL)
        plain_until = end;
      if (*p == '&' && p >= plain_until)
        p = mend_reference (out, p);
      else
        {
          gunichar c = g_utf8_get_char (p);

          if (is_xml_character (c))
            g_string_append_len (out, p, g_utf8_next_char (p) - p);
          p = g_utf8_next_char (p);
        }
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == ':' || c == '-' || c == '_' || c == '.' || (guchar) c >= 0x80;
}

static const char *
skip_name (const char *p)
{
  while (is_name_character (*p))
    p++;
  return p;
}

/* Writes text in which no sign of XML is left but references. */
static void
append_text (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '<')
      g_string_append (out, "&lt;");
    else if (text[i] == '>')
      g_string_append (out, "&gt;");
    else if (text[i] == '"')
      g_string_append (out, "&quot;");
    else
      g_string_append_c (out, text[i]);
}

/* The attributes of a tag up to its end, each once and in quotes. */
static const char *
mend_attributes (GString *out, const char *p, gboolean *closes_itself)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *closes_itself = FALSE;
  while (*p != '\0' && *p != '>' && *p != '<')
    {
      const char *name = p, *value = "";
      gsize length = 0;
      g_autofree char *key = NULL;

      *closes_itself = *p == '/';
      if (!is_name_character (*p))
        {
          p++;
          continue;
        }
      p = skip_name (p);
      key = g_strndup (name, p - name);
      p += strspn (p, " \t\r\n");
      if (*p == '=')
        {
          p += 1 + strspn (p + 1, " \t\r\n");
          if ((*p == '"' || *p == '\'') && strchr (p + 1, *p) != NULL)
            {
              value = p + 1;
              length = strchr (p + 1, *p) - value;
              p = value + length + 1;
            }
          else
            {
              value = p;
              length = strcspn (p, " \t\r\n<>");
              p += length;
            }
        }
      if ((g_ascii_isalpha (*key) || *key == '_') && !g_hash_table_contains (seen, key))
        {
          g_string_append_printf (out, " %s=\"", key);
          append_text (out, value, length);
          g_string_append_c (out, '"');
          g_hash_table_add (seen, g_steal_pointer (&key));
        }
    }
  return *p == '>' ? p + 1 : p;
}

/* Closes the nearest open element of that name, and those inside it. */
static void
close_element (GString *out, GPtrArray *open, const char *name)
{
  guint lowest = open->len > LOOK_BACK ? open->len - LOOK_BACK : 0;

  for (guint i = open->len; i > lowest; i--)
    if (g_ascii_strcasecmp (open->pdata[i - 1], name) == 0)
      {
        while (open->len >= i)
          {
            g_string_append_printf (out, "</%s>", (char *) open->pdata[open->len - 1]);
            g_ptr_array_set_size (open, open->len - 1);
          }
        return;
      }
}

static const char *
mend_tag (GString *out, GPtrArray *open, const char *p)
{
  gboolean is_end = p[1] == '/', closes_itself;
  const char *start = p + 1 + is_end, *end = skip_name (start);
  g_autofree char *name = g_strndup (start, end - start);

  if (is_end)
    {
      close_element (out, open, name);
      p = end + strcspn (end, "<>");
      return *p == '>' ? p + 1 : p;
    }
  g_string_append_printf (out, "<%s", name);
  p = mend_attributes (out, end, &closes_itself);
  g_string_append (out, closes_itself ? "/>" : ">");
  if (!closes_itself)
    g_ptr_array_add (open, g_steal_pointer (&name));
  return p;
}

/**
 * np_feed_mend_tags:
 * @text: of np_feed_mend_prolog() and np_feed_mend_references()
 *
 * Gives @text with every element closed, and closed where its parent is; with every attribute once and in quotes; with
 * every `<` that begins nothing as text; without comments.
 *
 * Returns: (transfer full): a new string
 */
char *
np_feed_mend_tags (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 256);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = find_verbatim_end (p);

      if (end != NULL)
        {
          if (g_str_has_prefix (p, "<![CDATA["))
            {
              g_string_append_len (out, p, end - p);
              if (!g_str_has_suffix (out->str, "]]>"))
                g_string_append (out, "]]>");
            }
          p = end;
        }
      else if (*p != '<')
        {
          gsize length = strcspn (p, "<");

          append_text (out, p, length);
          p += length;
        }
      else if (g_ascii_isalpha (p[1]) || p[1] == '_' || (p[1] == '/' && g_ascii_isalpha (p[2])))
        p = mend_tag (out, open, p);
      else
        {
          g_string_append (out, "&lt;");
          p++;
        }
    }
  while (open->len > 0)
    {
      g_string_append_printf (out, "</%s>", (char *) open->pdata[open->len - 1]);
      g_ptr_array_set_size (open, open->len - 1);
    }
  return g_string_free (out, FALSE);
}
