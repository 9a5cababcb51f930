#include "extract/np-json-ld-mend.h"

#include <string.h>

/* The most brackets that are open at once. */
#define DEEPEST 64

typedef struct
{
  GString *out;
  char closers[DEEPEST]; /* of the brackets that are open */
  guint depth;
  gboolean several; /* one value stands behind another */
} Mender;

static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* Comments of scripts and of HTML, and the marks of CDATA, which stand around the data or in them. */
static const char *
skip_comment (const char *p)
{
  const char *end = NULL;

  if (g_str_has_prefix (p, "/*"))
    end = strstr (p + 2, "*/");
  else if (g_str_has_prefix (p, "<!--"))
    return p + 4;
  else if (g_str_has_prefix (p, "-->"))
    return p + 3;
  else if (g_str_has_prefix (p, "]]>"))
    return p + 3;
  else if (g_ascii_strncasecmp (p, "<![CDATA[", strlen ("<![CDATA[")) == 0)
    return p + 9;
  else if (g_str_has_prefix (p, "//"))
    return p + strcspn (p, "\n");
  return end != NULL ? end + 2 : p;
}

/* Whether `"name":` begins at @p. */
static gboolean
is_member (const char *p)
{
  const char *end = *p == '"' ? strchr (p + 1, '"') : NULL;

  return end != NULL && end - p < 60 && *skip_space (end + 1) == ':';
}

/* Whether the quotation mark at @p ends a string, and not a quotation in it. */
static gboolean
ends_string (const char *p)
{
  const char *next = skip_space (p + 1);

  return *next == ',' || *next == '}' || *next == ']' || *next == ':' || *next == '\0' || is_member (next);
}

/* Takes a string, line breaks, lone quotation marks and wrong escapes in it; gives what stands behind it. */
static const char *
take_string (Mender *mender, const char *p)
{
  char quote = *p;

  g_string_append_c (mender->out, '"');
  for (p++; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          if (strchr ("\"\\/bfnrtu", p[1]) != NULL)
            g_string_append_c (mender->out, '\\');
          g_string_append_c (mender->out, *++p);
        }
      else if (*p == quote && ends_string (p))
        break;
      else if (*p == '"')
        g_string_append (mender->out, "\\\"");
      else
        g_string_append_c (mender->out, (guchar) *p < ' ' ? ' ' : *p);
    }
  g_string_append_c (mender->out, '"');
  return *p != '\0' ? p + 1 : p;
}

/* A word: a name without quotation marks, or a value. */
static const char *
take_word (Mender *mender, const char *p)
{
  const char *end = p;
  g_autofree char *word = NULL;

  while (g_ascii_isalnum (*end) || *end == '_' || *end == '$' || *end == '@')
    end++;
  word = g_strndup (p, (gsize) (end - p));
  if (*skip_space (end) == ':')
    g_string_append_printf (mender->out, "\"%s\"", word);
  else if (strcmp (word, "true") == 0 || strcmp (word, "false") == 0)
    g_string_append (mender->out, word);
  else
    g_string_append (mender->out, "null");
  return end;
}

/* Ends the value before: a comma too many goes, a value that lacks comes. */
static void
trim (Mender *mender)
{
  GString *out = mender->out;

  while (out->len > 0 && (g_ascii_isspace (out->str[out->len - 1]) || out->str[out->len - 1] == ','))
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] == ':')
    g_string_append (out, "null");
}

static void
close_bracket (Mender *mender, char closer)
{
  guint at = mender->depth;

  while (at > 0 && mender->closers[at - 1] != closer)
    at--;
  /* One that closes nothing is left out. */
  while (at > 0 && mender->depth >= at)
    {
      trim (mender);
      g_string_append_c (mender->out, mender->closers[--mender->depth]);
    }
}

/* Takes what begins at @p outside of strings; gives what stands behind it. */
static const char *
take (Mender *mender, const char *p)
{
  const char *next = skip_space (p + 1);

  if (*p == '{' || *p == '[')
    {
      if (mender->depth == 0 && mender->out->len > 0)
        mender->several = TRUE;
      if (mender->several && mender->depth == 0)
        g_string_append_c (mender->out, ',');
      g_string_append_c (mender->out, *p);
      mender->closers[mender->depth++] = *p == '{' ? '}' : ']';
      return p + 1;
    }
  if (*p == '}' || *p == ']')
    {
      close_bracket (mender, *p);
      if (mender->depth > 0 && (*next == '{' || is_member (next)))
        g_string_append_c (mender->out, ',');
      return p + 1;
    }
  if (*p == '"' || *p == '\'')
    {
      p = take_string (mender, p);
      if (is_member (skip_space (p)))
        g_string_append_c (mender->out, ',');
      return p;
    }
  if (g_ascii_isdigit (*p) || *p == '-')
    {
      gsize length = strspn (p, "0123456789+-.eE");

      g_string_append_len (mender->out, p, (gssize) length);
      return p + length;
    }
  if (g_ascii_isalpha (*p) || *p == '_' || *p == '$' || *p == '@')
    return take_word (mender, p);
  if (*p == ',')
    trim (mender);
  if (*p == ',' && (mender->out->len == 0 || strchr ("{[", mender->out->str[mender->out->len - 1]) != NULL))
    return p + 1;
  if (*p != ';' && (guchar) *p < 0x80)
    g_string_append_c (mender->out, *p);
  return p + 1;
}

/**
 * np_json_ld_mend:
 * @text: what should be JSON
 *
 * Mends what is often broken: comments around the data and in them, line breaks and lone quotation marks in strings,
 * names without quotation marks and strings with single ones, commas too many and too few, wrong escapes, values of
 * scripts, brackets that are not closed, several values one behind the other.
 *
 * JSON that is whole stays as it is but for white space.
 *
 * Returns: (transfer full): perhaps JSON
 */
char *
np_json_ld_mend (const char *text)
{
  Mender mender = { .out = g_string_sized_new (strlen (text) + 64) };
  const char *p = text;

  while (*p != '\0')
    {
      const char *behind = skip_comment (p);

      if (behind != p)
        p = behind;
      else if (mender.depth == DEEPEST)
        break;
      else if (mender.depth == 0 && *p != '{' && *p != '[')
        p++;
      else
        p = take (&mender, p);
    }
  while (mender.depth > 0)
    close_bracket (&mender, mender.closers[mender.depth - 1]);
  if (mender.several)
    {
      g_string_prepend_c (mender.out, '[');
      g_string_append_c (mender.out, ']');
    }
  return g_string_free (mender.out, FALSE);
}
