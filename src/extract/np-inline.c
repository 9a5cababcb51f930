#include "extract/np-inline.h"

#include "base/np-uri.h"

#include <string.h>

/* An inline element that has a meaning and is still open. */
typedef struct
{
  guint end; /* the node behind it */
  NpSpanStyle style;
  char *href; /* (nullable) */
  guint start;
} Style;

struct _NpInline
{
  const NpDom *dom;
  const char *base;
  const NpAnchors *anchors; /* (nullable) */
  GPtrArray *names;         /* of anchors that the next sign belongs to */
  GString *text;
  guint length; /* of the text, in characters */
  GArray *open; /* of Style */
  GArray *done; /* of NpSpan; the first few of a block, in order of their ends */
  guint breaks; /* line breaks since the last visible sign */
  gboolean space;
  gboolean keep_space;
  guint chars;
  guint links;
  guint strong;
};

static void
style_clear (gpointer data)
{
  g_free (((Style *) data)->href);
}

static void
span_clear (gpointer data)
{
  g_free (((NpSpan *) data)->href);
}

/**
 * np_inline_new:
 * @dom: a parsed page
 * @base: (nullable): the address that its links are relative to
 * @anchors: (nullable): which places of the page its links lead to; it outlives the line
 *
 * Returns: (transfer full): an empty line
 */
NpInline *
np_inline_new (const NpDom *dom, const char *base, const NpAnchors *anchors)
{
  NpInline *line = g_new0 (NpInline, 1);

  line->dom = dom;
  line->base = base;
  line->anchors = anchors;
  line->names = g_ptr_array_new_with_free_func (g_free);
  line->text = g_string_new (NULL);
  line->open = g_array_new (FALSE, FALSE, sizeof (Style));
  line->done = g_array_new (FALSE, FALSE, sizeof (NpSpan));
  g_array_set_clear_func (line->open, style_clear);
  g_array_set_clear_func (line->done, span_clear);
  return line;
}

/**
 * np_inline_free:
 * @line: (transfer full) (nullable): a line
 */
void
np_inline_free (NpInline *line)
{
  if (line == NULL)
    return;
  g_string_free (line->text, TRUE);
  g_ptr_array_unref (line->names);
  g_array_unref (line->open);
  g_array_unref (line->done);
  g_free (line);
}

/* Where the next visible sign will stand. */
static guint
next_position (NpInline *line)
{
  return line->length + (line->length > 0 && (line->space || line->breaks > 0) ? 1 : 0);
}

static void
end_style (NpInline *line, const Style *style)
{
  NpSpan span = { style->start, line->length, style->style, NULL };

  if (span.end <= span.start)
    return;
  span.href = g_strdup (style->href);
  g_array_append_val (line->done, span);
}

/**
 * np_inline_reach:
 * @line: a line
 * @node: the node that comes next
 *
 * Ends the inline elements that @node is not below.
 */
void
np_inline_reach (NpInline *line, guint node)
{
  while (line->open->len > 0 && g_array_index (line->open, Style, line->open->len - 1).end <= node)
    {
      end_style (line, &g_array_index (line->open, Style, line->open->len - 1));
      g_array_set_size (line->open, line->open->len - 1);
    }
}

/* The last sign is what the links to the places before it lead to. */
static void
end_anchors (NpInline *line)
{
  for (guint i = 0; i < line->names->len; i++)
    {
      NpSpan span = { line->length - 1, line->length, NP_SPAN_ANCHOR, g_strdup (line->names->pdata[i]) };

      g_array_append_val (line->done, span);
    }
  g_ptr_array_set_size (line->names, 0);
}

static void
append_visible (NpInline *line, const char *p, gsize bytes)
{
  if (line->length > 0 && (line->breaks > 0 || line->space))
    {
      g_string_append_c (line->text, line->breaks > 0 ? '\n' : ' ');
      line->length++;
    }
  line->breaks = 0;
  line->space = FALSE;
  g_string_append_len (line->text, p, bytes);
  line->length++;
  if (line->names->len > 0)
    end_anchors (line);
}

static gboolean
has_style (NpInline *line, NpSpanStyle style)
{
  for (guint i = 0; i < line->open->len; i++)
    if (g_array_index (line->open, Style, i).style == style)
      return TRUE;
  return FALSE;
}

static void
append_text (NpInline *line, const char *text, gboolean in_link)
{
  guint before = line->chars;
  gboolean strong = has_style (line, NP_SPAN_STRONG);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060)
        continue;
      if (line->keep_space)
        {
          line->chars += c > ' ';
          g_string_append_len (line->text, p, g_utf8_next_char (p) - p);
          line->length++;
        }
      else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
               || ((c == 0xA0 || c == 0x3000) && (line->space || line->length == 0 || line->breaks > 0)))
        line->space = TRUE;
      else if (c >= ' ' && c != 0x7F)
        {
          append_visible (line, p, g_utf8_next_char (p) - p);
          line->chars += c != 0xA0;
        }
    }
  if (in_link)
    line->links += line->chars - before;
  if (strong)
    line->strong += line->chars - before;
}

static gboolean
find_style (const NpDom *dom, guint node, NpSpanStyle *style)
{
  switch ((int) dom->nodes[node].tag)
    {
    case GUMBO_TAG_A:
      *style = NP_SPAN_LINK;
      return np_dom_attribute (dom, node, "href") != NULL;
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B:
      *style = NP_SPAN_STRONG;
      return TRUE;
    case GUMBO_TAG_EM:
    case GUMBO_TAG_I:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
      *style = NP_SPAN_EMPHASIS;
      return TRUE;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      *style = NP_SPAN_CODE;
      return TRUE;
    case GUMBO_TAG_SUB:
      *style = NP_SPAN_SUBSCRIPT;
      return TRUE;
    case GUMBO_TAG_SUP:
      *style = NP_SPAN_SUPERSCRIPT;
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
dup_href (NpInline *line, guint node)
{
  const char *value = np_dom_attribute (line->dom, node, "href");
  char *href;

  if (g_ascii_strncasecmp (value, "mailto:", 7) == 0)
    return g_strdup (value);
  href = line->anchors != NULL ? np_anchors_dup_link (line->anchors, value) : NULL;
  if (href != NULL)
    return href;
  href = np_uri_resolve (line->base, value);
  if (!np_uri_is_web (href))
    g_clear_pointer (&href, g_free);
  return href;
}

/**
 * np_inline_note:
 * @line: a line
 * @node: a node, be it part of the line or of what comes after it
 *
 * When links lead to @node, they lead to the next sign that is added.
 */
void
np_inline_note (NpInline *line, guint node)
{
  if (line->anchors != NULL)
    np_anchors_list_names (line->anchors, node, line->names);
}

/**
 * np_inline_add:
 * @line: a line; np_inline_reach() was called for @node
 * @node: a node
 *
 * Adds @node when it is part of a line: text, a line break, or the beginning of an inline element.
 *
 * Returns: whether it is; what else there is below @node comes next
 */
gboolean
np_inline_add (NpInline *line, guint node)
{
  const NpDomNode *at = &line->dom->nodes[node];
  Style style = { at->end, 0, NULL, next_position (line) };

  if (at->text != NULL)
    append_text (line, at->text, (at->flags & NP_DOM_IN_LINK) != 0);
  else if (at->tag == GUMBO_TAG_BR)
    {
      if (line->keep_space)
        append_text (line, "\n", FALSE);
      else
        line->breaks++;
    }
  else if (at->tag == GUMBO_TAG_IFRAME || np_dom_is_block (at->tag))
    return FALSE;
  else if (find_style (line->dom, node, &style.style))
    {
      if (style.style == NP_SPAN_LINK && (style.href = dup_href (line, node)) == NULL)
        return TRUE;
      g_array_append_val (line->open, style);
    }
  return TRUE;
}

/**
 * np_inline_add_code:
 * @line: a line
 * @code: text in a notation of its own, such as TeX
 *
 * Adds @code, set as code, as if the page had it so.
 */
void
np_inline_add_code (NpInline *line, const char *code)
{
  Style style = { 0, NP_SPAN_CODE, NULL, next_position (line) };

  append_text (line, code, FALSE);
  end_style (line, &style);
}

/**
 * np_inline_keep_space:
 * @line: an empty line
 * @keep: whether white space is kept as it is, as in `pre`
 */
void
np_inline_keep_space (NpInline *line, gboolean keep)
{
  line->keep_space = keep;
}

/**
 * np_inline_break:
 * @line: a line
 *
 * Ends the line within the block, unless nothing is on it.
 */
void
np_inline_break (NpInline *line)
{
  if (line->length == 0)
    return;
  if (!line->keep_space)
    line->breaks = MAX (line->breaks, 1);
  else if (!g_str_has_suffix (line->text->str, "\n"))
    append_text (line, "\n", FALSE);
}

/**
 * np_inline_is_empty:
 * @line: a line
 *
 * Returns: whether nothing visible was added
 */
gboolean
np_inline_is_empty (NpInline *line)
{
  return line->length == 0;
}

/**
 * np_inline_ends_paragraph:
 * @line: a line
 *
 * Returns: whether an empty line was left after what is on it
 */
gboolean
np_inline_ends_paragraph (NpInline *line)
{
  return line->length > 0 && line->breaks >= 2;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const NpSpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end == second->end ? (int) first->style - (int) second->style : first->end > second->end ? -1 : 1;
}

static void
trim_end (NpInline *line)
{
  while (line->length > 0)
    {
      const char *last = g_utf8_prev_char (line->text->str + line->text->len);
      gunichar c = g_utf8_get_char (last);

      if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != 0xA0)
        return;
      g_string_truncate (line->text, last - line->text->str);
      line->length--;
    }
}

/**
 * np_inline_take:
 * @line: a line; it is empty afterwards, and inline elements that are open go on in the next block
 * @type: what block to make
 * @chars: (out): letters and signs without white space
 * @links: (out): those of them in links
 * @bold: (out): whether all of it is strong
 *
 * Returns: (transfer full) (nullable): the block, `NULL` when there was nothing
 */
NpBlock *
np_inline_take (NpInline *line, NpBlockType type, guint *chars, guint *links, gboolean *bold)
{
  NpBlock *block = NULL;

  *chars = line->chars;
  *links = line->links;
  *bold = line->chars > 0 && line->strong >= line->chars;
  trim_end (line);
  for (guint i = 0; i < line->open->len; i++)
    {
      end_style (line, &g_array_index (line->open, Style, i));
      g_array_index (line->open, Style, i).start = 0;
    }
  if (line->length > 0)
    {
      const char *text = line->text->str;

      block = np_block_new_text (type, text);
      g_array_sort (line->done, compare_spans);
      for (guint i = 0; i < line->done->len; i++)
        {
          NpSpan *span = &g_array_index (line->done, NpSpan, i);

          np_block_add_span (block, MIN (span->start, line->length), MIN (span->end, line->length), span->style,
                             span->href);
        }
    }
  g_array_set_size (line->done, 0);
  g_string_truncate (line->text, 0);
  line->length = line->breaks = line->chars = line->links = line->strong = 0;
  line->space = FALSE;
  return block;
}
