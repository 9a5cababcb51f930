#include "extract/np-nesting.h"

#include <string.h>

/* The most digits of a reference to a character that are taken as they are: one has at most seven. */
#define LONGEST_NUMBER 7

#define NAME_MAX_BYTES 12

/* How far back an end tag is looked for; one that is not found there closes nothing, so the look stays linear. */
#define LOOK_BACK 32

typedef struct
{
  char name[NAME_MAX_BYTES]; /* in lower case, cut, padded with zeros */
} Name;

/* Elements that never stay open, or that the next of their kind closes: they nest only together with others. */
static const char *const uncounted[] = {
  "area",   "base",     "br",   "col",  "embed", "hr", "img", "input",    "link",  "meta",    "param",  "source",
  "track",  "wbr",      "p",    "li",   "dt",    "dd", "tr",  "td",       "th",    "tbody",   "thead",  "tfoot",
  "option", "optgroup", "html", "head", "body",  "rp", "rt",  "colgroup", "frame", "bgsound", "keygen", "command"
};

/* Elements whose content is text up to their end tag. */
static const char *const raw[] = { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

static gboolean
is_one_of (const Name *name, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (names[i][0] == name->name[0] && strcmp (names[i], name->name) == 0)
      return TRUE;
  return FALSE;
}

static char *
read_name (char *p, char *end, Name *name)
{
  guint n = 0;

  memset (name, 0, sizeof *name);
  for (; p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == ':'); p++)
    if (n < NAME_MAX_BYTES - 1)
      name->name[n++] = g_ascii_tolower (*p);
  return p;
}

static char *
skip_value (char *p, char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p < end && (*p == '"' || *p == '\''))
    {
      char *quote = memchr (p + 1, *p, end - p - 1);

      return quote != NULL ? quote + 1 : end;
    }
  while (p < end && *p != '>' && !g_ascii_isspace (*p))
    p++;
  return p;
}

/* Passes over the attributes of a tag and gives the byte behind its `>`. What is too much becomes white space: for each
 * attribute the parser looks at all those before it. */
static char *
tame_attributes (char *p, char *end)
{
  guint n_attributes = 0;

  while (p < end && *p != '>')
    {
      char *start = p;

      if (g_ascii_isspace (*p) || *p == '/')
        {
          p++;
          continue;
        }
      while (p < end && *p != '>' && *p != '=' && *p != '/' && !g_ascii_isspace (*p))
        p++;
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p < end && *p == '=')
        p = skip_value (p + 1, end);
      if (++n_attributes > NP_NESTING_MAX_ATTRIBUTES)
        memset (start, ' ', p - start);
    }
  return p < end ? p + 1 : end;
}

static char *
skip_raw (char *p, char *end, const Name *name)
{
  gsize length = strlen (name->name);

  while ((p = memchr (p, '<', end - p)) != NULL)
    {
      if ((gsize) (end - p) > length + 2 && p[1] == '/' && g_ascii_strncasecmp (p + 2, name->name, length) == 0)
        return p;
      p++;
    }
  return end;
}

static char *
skip_comment (char *p, char *end)
{
  if (end - p >= 4 && strncmp (p, "<!--", 4) == 0)
    {
      char *close = g_strstr_len (p + 2, end - p - 2, "-->");

      return close != NULL ? close + 3 : end;
    }
  p = memchr (p, '>', end - p);
  return p != NULL ? p + 1 : end;
}

static void
close_element (GArray *open, const Name *name)
{
  guint lowest = open->len > LOOK_BACK ? open->len - LOOK_BACK : 0;

  for (guint i = open->len; i > lowest; i--)
    if (memcmp (&g_array_index (open, Name, i - 1), name, sizeof *name) == 0)
      {
        g_array_set_size (open, i - 1);
        return;
      }
}

/* A reference to a character by a number that no whole number of the parser's can hold comes out as bytes that are no
 * text. Written as that of the character that stands for what is none, in as many digits, it is the same to readers. */
static void
tame_references (char *html, gsize length)
{
  char *end = html + length;

  for (char *p = html; (p = memchr (p, '&', end - p)) != NULL; p++)
    {
      gboolean hex = end - p > 2 && (p[2] == 'x' || p[2] == 'X');
      const char *stand_in = hex ? "fffd" : "65533";
      gsize first = hex ? 3 : 2, n = 0;

      if (end - p < 2 || p[1] != '#')
        continue;
      while (p + first + n < end && (hex ? g_ascii_isxdigit (p[first + n]) : g_ascii_isdigit (p[first + n])))
        n++;
      if (n <= LONGEST_NUMBER + strspn (p + first, "0"))
        continue;
      memset (p + first, '0', n - strlen (stand_in));
      memcpy (p + first + n - strlen (stand_in), stand_in, strlen (stand_in));
    }
}

/* The parser ends the program at a CDATA section of an SVG or a formula in a table. Only in capitals is the mark one:
 * in small letters it begins a comment, as it does in all that is HTML. */
static void
tame_cdata (char *html, gsize length)
{
  static const char mark[] = "<![CDATA[";
  char *end = html + length;

  for (char *p = html; (p = memchr (p, '<', end - p)) != NULL; p++)
    if ((gsize) (end - p) >= strlen (mark) && memcmp (p, mark, strlen (mark)) == 0)
      p[3] = 'c';
}

/**
 * np_nesting_tame:
 * @html: a page; attributes of a tag behind the first %NP_NESTING_MAX_ATTRIBUTES become white space, references to
 *   characters by endless numbers such to U+FFFD, CDATA sections comments
 * @length: its bytes
 *
 * Estimates, in one pass, how many elements a parser would have open at once. The deepest of many thousand real pages
 * stays below a hundred, and no tag of theirs has a hundred attributes.
 *
 * Returns: whether the page nests no deeper than a real one could
 */
gboolean
np_nesting_tame (char *html, gsize length)
{
  char *p = html, *end = html + length;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Name));

  tame_references (html, length);
  tame_cdata (html, length);
  while ((p = memchr (p, '<', end - p)) != NULL)
    {
      gboolean is_end = end - p > 2 && p[1] == '/';
      Name name;

      if (end - p > 1 && (p[1] == '!' || p[1] == '?'))
        {
          p = skip_comment (p, end);
          continue;
        }
      if (end - p < 2 + is_end || !g_ascii_isalpha (p[1 + is_end]))
        {
          p++;
          continue;
        }
      p = tame_attributes (read_name (p + 1 + is_end, end, &name), end);
      if (is_one_of (&name, uncounted, G_N_ELEMENTS (uncounted)))
        continue;
      if (is_end)
        close_element (open, &name);
      else if (is_one_of (&name, raw, G_N_ELEMENTS (raw)))
        p = skip_raw (p, end, &name);
      else
        {
          g_array_append_val (open, name);
          if (open->len > NP_NESTING_MAX_OPEN)
            return FALSE;
        }
    }
  return TRUE;
}
