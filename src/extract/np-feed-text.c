#include "extract/np-feed-text.h"

#include "base/np-text.h"
#include "extract/np-dom.h"
#include "extract/np-nesting.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Only words come out of here, whatever went in: handlers, styles and addresses are attributes, and no attribute is
 * looked at; what is below script, style, template or applet is passed over. */

static gboolean
is_silent (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_APPLET;
}

/* Elements whose content is text to a parser, though it was written as markup for those that know them not. */
static gboolean
holds_fallback (GumboTag tag)
{
  return tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

static void append_html (GString *out, const char *markup, guint depth);

static void
append_node (GString *out, const NpDom *dom, guint node, guint depth)
{
  const NpDomNode *at = &dom->nodes[node];

  if (at->text == NULL)
    {
      if (at->tag == GUMBO_TAG_BR || np_dom_is_block (at->tag))
        g_string_append_c (out, '\n');
    }
  else if (holds_fallback (dom->nodes[at->parent].tag))
    append_html (out, at->text, depth + 1);
  else
    for (const char *p = at->text; *p != '\0'; p++)
      g_string_append_c (out, g_ascii_isspace (*p) ? ' ' : *p);
}

/* A line break before and after each block and for each <br>. */
static void
append_html (GString *out, const char *markup, guint depth)
{
  g_autofree char *html = g_strdup (markup);
  g_autoptr (NpDom) dom = NULL;
  g_autoptr (GArray) ends = NULL;

  if (depth > 2 || !np_nesting_tame (html, strlen (html)))
    return;
  dom = np_dom_parse (html, strlen (html));
  ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 1; i < dom->n_nodes; i++)
    {
      while (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) <= i)
        {
          g_string_append_c (out, '\n');
          g_array_set_size (ends, ends->len - 1);
        }
      if (is_silent (dom->nodes[i].tag))
        {
          i = dom->nodes[i].end - 1;
          continue;
        }
      append_node (out, dom, i, depth);
      if (dom->nodes[i].text == NULL && np_dom_is_block (dom->nodes[i].tag))
        g_array_append_val (ends, dom->nodes[i].end);
    }
}

/* Whether a reference such as "&nbsp;" or "&#8217;" begins at @p. */
static gboolean
is_reference (const char *p)
{
  char name[12];
  gsize length;

  if (p[1] == '#')
    return (strchr ("xX", p[2]) != NULL && p[2] != '\0') ? g_ascii_isxdigit (p[3]) : g_ascii_isdigit (p[2]);
  for (length = 0; g_ascii_isalnum (p[1 + length]) && length < sizeof name - 1; length++)
    name[length] = p[1 + length];
  name[length] = '\0';
  return p[1 + length] == ';' && htmlEntityLookup ((const xmlChar *) name) != NULL;
}

/* Whether @text, of which nobody said what it is, is markup: it has references, or elements of HTML one of which is
 * closed or needs no closing, and nothing that looks like another element. */
static gboolean
looks_like_html (const char *text)
{
  gboolean closed = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_end;
      gsize length;
      g_autofree char *name = NULL;
      GumboTag tag;

      if (*p == '&' && is_reference (p))
        closed = TRUE;
      if (*p != '<')
        continue;
      is_end = p[1] == '/';
      if (!g_ascii_isalpha (p[1 + is_end]))
        continue;
      for (length = 0; g_ascii_isalnum (p[1 + is_end + length]); length++)
        ;
      name = g_strndup (p + 1 + is_end, length);
      tag = gumbo_tag_enum (name);
      if (tag == GUMBO_TAG_UNKNOWN || strchr (p, '>') == NULL)
        return FALSE;
      closed |= is_end || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_IMG || tag == GUMBO_TAG_HR || tag == GUMBO_TAG_P;
    }
  return closed;
}

static char *
dup_words (const char *text, NpFeedTextKind kind)
{
  GString *out;

  if (kind == NP_FEED_TEXT_PLAIN || strpbrk (text, "<&") == NULL
      || (kind == NP_FEED_TEXT_UNSAID && !looks_like_html (text)))
    return g_strdup (text);
  out = g_string_sized_new (strlen (text));
  append_html (out, text, 0);
  return g_string_free (out, FALSE);
}

static char *
dup_clean (const char *text, NpFeedTextKind kind, char *(*clean) (const char *text))
{
  g_autofree char *words = text != NULL ? dup_words (text, kind) : NULL;

  return words != NULL ? clean (words) : NULL;
}

/**
 * np_feed_text_line:
 * @text: (nullable): valid UTF-8: what stands in the feed
 * @kind: what it is
 *
 * Returns: (transfer full) (nullable): its words on one line, empty when there are none; `NULL` for `NULL`
 */
char *
np_feed_text_line (const char *text, NpFeedTextKind kind)
{
  return dup_clean (text, kind, np_text_clean);
}

/**
 * np_feed_text_lines:
 * @text: (nullable): valid UTF-8: what stands in the feed
 * @kind: what it is
 *
 * Returns: (transfer full) (nullable): its words, a line a paragraph, empty when there are none; `NULL` for `NULL`
 */
char *
np_feed_text_lines (const char *text, NpFeedTextKind kind)
{
  return dup_clean (text, kind, np_text_clean_lines);
}
