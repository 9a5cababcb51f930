#include "exchange/np-html.h"

#include <string.h>

typedef struct
{
  const NpArticle *article;
  const char *const *photos;
  GString *out;
  gboolean *shown; /* of each figure */
} Page;

static const struct
{
  NpSpanStyle style;
  const char *element;
} styles[] = {
  { NP_SPAN_STRONG, "strong" }, { NP_SPAN_EMPHASIS, "em" },     { NP_SPAN_CODE, "code" },
  { NP_SPAN_SUBSCRIPT, "sub" }, { NP_SPAN_SUPERSCRIPT, "sup" },
};

static const char style_sheet[] =
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.1em/1.5 serif}h1{line-height:1.2}figure{margin:1.5em 0}"
    "img{max-width:100%;height:auto}figcaption,.byline{font-size:.85em}table{border-collapse:collapse}"
    "td,th{border:1px solid;padding:.2em .5em;text-align:start}pre{overflow:auto}";

static void write_blocks (Page *page, GPtrArray *blocks);

static void
write_text (GString *out, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
write_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  write_text (out, value, -1);
  g_string_append_c (out, '"');
}

static void
write_element (GString *out, const char *element, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", element);
  write_text (out, text, -1);
  g_string_append_printf (out, "</%.*s>\n", (int) strcspn (element, " "), element);
}

static void
open_span (GString *out, const NpSpan *span)
{
  if (span->style == NP_SPAN_LINK || span->style == NP_SPAN_ANCHOR)
    {
      g_string_append (out, "<a");
      write_attribute (out, span->style == NP_SPAN_LINK ? "href" : "id", span->href);
      g_string_append_c (out, '>');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i].style == span->style)
      g_string_append_printf (out, "<%s>", styles[i].element);
}

static void
close_span (GString *out, const NpSpan *span)
{
  if (span->style == NP_SPAN_LINK || span->style == NP_SPAN_ANCHOR)
    g_string_append (out, "</a>");
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i].style == span->style)
      g_string_append_printf (out, "</%s>", styles[i].element);
}

/* Where the next span begins or ends after @at. */
static guint
find_next (const GArray *spans, guint at, guint end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const NpSpan *span = &g_array_index (spans, NpSpan, i);

      if (span->start > at)
        end = MIN (end, span->start);
      if (span->end > at)
        end = MIN (end, span->end);
    }
  return end;
}

/* Spans may overlap, elements may not: each stretch in which nothing begins or ends has elements of its own. An anchor
 * is only where it begins, since a name is given once. */
static gboolean
is_in (const NpSpan *span, guint at)
{
  return span->style == NP_SPAN_ANCHOR ? span->start == at : span->start <= at && at < span->end;
}

static void
write_spans (GString *out, const NpBlock *block)
{
  const char *text = block->text != NULL ? block->text : "";
  guint length = (guint) g_utf8_strlen (text, -1);

  for (guint at = 0, next; block->spans != NULL && at < length; at = next)
    {
      const char *end;

      next = find_next (block->spans, at, length);
      end = g_utf8_offset_to_pointer (text, next - at);
      for (guint i = 0; i < block->spans->len; i++)
        if (is_in (&g_array_index (block->spans, NpSpan, i), at))
          open_span (out, &g_array_index (block->spans, NpSpan, i));
      write_text (out, text, end - text);
      for (guint i = block->spans->len; i > 0; i--)
        if (is_in (&g_array_index (block->spans, NpSpan, i - 1), at))
          close_span (out, &g_array_index (block->spans, NpSpan, i - 1));
      text = end;
    }
  if (block->spans == NULL)
    write_text (out, text, -1);
}

static void
write_inline (GString *out, const char *element, const NpBlock *block)
{
  gsize start = out->len;

  g_string_append_printf (out, "<%s>", element);
  start = out->len;
  write_spans (out, block);
  if (block->type != NP_BLOCK_PREFORMATTED)
    for (gsize i = start; i < out->len; i++)
      if (out->str[i] == '\n')
        {
          g_string_erase (out, (gssize) i, 1);
          g_string_insert (out, (gssize) i, "<br>");
        }
  g_string_append_printf (out, "</%s>\n", element);
}

static void
write_figure (Page *page, guint number)
{
  const NpFigure *figure;

  if (number >= page->article->figures->len || page->shown[number])
    return;
  figure = page->article->figures->pdata[number];
  page->shown[number] = TRUE;
  g_string_append (page->out, "<figure><img");
  write_attribute (page->out, "src", page->photos[number] != NULL ? page->photos[number] : figure->source);
  write_attribute (page->out, "alt", figure->alt != NULL ? figure->alt : "");
  g_string_append (page->out, ">\n<figcaption>");
  write_element (page->out, "span", figure->caption);
  write_element (page->out, "small", figure->credit);
  g_string_append (page->out, "</figcaption></figure>\n");
}

static void
write_children (Page *page, const char *element, const NpBlock *block)
{
  g_string_append_printf (page->out, "<%s>\n", element);
  write_blocks (page, block->children);
  g_string_append_printf (page->out, "</%s>\n", element);
}

static void
write_embed (GString *out, const NpBlock *block)
{
  g_string_append (out, "<p><a");
  write_attribute (out, "href", block->href);
  g_string_append_c (out, '>');
  write_text (out, block->text != NULL ? block->text : block->href != NULL ? block->href : "", -1);
  g_string_append (out, "</a></p>\n");
}

static void
write_block (Page *page, const NpBlock *block)
{
  char heading[] = "h2";

  switch (block->type)
    {
    case NP_BLOCK_PARAGRAPH:
      write_inline (page->out, "p", block);
      break;
    case NP_BLOCK_HEADING:
      heading[1] = (char) ('0' + CLAMP (block->level, 2, 6));
      write_inline (page->out, heading, block);
      break;
    case NP_BLOCK_QUOTE:
      write_children (page, "blockquote", block);
      break;
    case NP_BLOCK_LIST:
      write_children (page, block->ordered ? "ol" : "ul", block);
      break;
    case NP_BLOCK_ITEM:
      write_children (page, "li", block);
      break;
    case NP_BLOCK_TABLE:
      write_children (page, "table", block);
      break;
    case NP_BLOCK_ROW:
      write_children (page, "tr", block);
      break;
    case NP_BLOCK_CELL:
      write_inline (page->out, block->header ? "th" : "td", block);
      break;
    case NP_BLOCK_PREFORMATTED:
      write_inline (page->out, "pre", block);
      break;
    case NP_BLOCK_RULE:
      g_string_append (page->out, "<hr>\n");
      break;
    case NP_BLOCK_FIGURE:
      write_figure (page, block->figure);
      break;
    case NP_BLOCK_EMBED:
      write_embed (page->out, block);
      break;
    case NP_BLOCK_UNKNOWN:
      break;
    }
}

static void
write_blocks (Page *page, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    write_block (page, blocks->pdata[i]);
}

static gboolean
shows_figure (GPtrArray *blocks, guint figure)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if ((block->type == NP_BLOCK_FIGURE && block->figure == figure) || shows_figure (block->children, figure))
        return TRUE;
    }
  return FALSE;
}

static void
write_head (GString *out, const NpArticle *article)
{
  const char *url = article->canonical_url != NULL ? article->canonical_url : article->url;

  g_string_append (out, "<!DOCTYPE html>\n<html");
  write_attribute (out, "lang", article->language);
  g_string_append (out, "><head><meta charset=\"utf-8\">\n");
  write_element (out, "title", article->headline);
  if (url != NULL)
    {
      g_string_append (out, "<link rel=\"canonical\"");
      write_attribute (out, "href", url);
      g_string_append (out, ">\n");
    }
  for (guint i = 0; i < article->authors->len; i++)
    {
      g_string_append (out, "<meta name=\"author\"");
      write_attribute (out, "content", article->authors->pdata[i]);
      g_string_append (out, ">\n");
    }
  g_string_append_printf (out, "<style>%s</style></head>\n", style_sheet);
}

static void
write_source (GString *out, const NpArticle *article)
{
  const char *url = article->canonical_url != NULL ? article->canonical_url : article->url;
  const char *site = article->site_name != NULL ? article->site_name : article->site_domain;

  write_element (out, "p class=\"byline\"", article->byline);
  g_string_append (out, "<p class=\"byline\">");
  if (url != NULL)
    {
      g_string_append (out, "<a");
      write_attribute (out, "href", url);
      g_string_append_c (out, '>');
      write_text (out, site != NULL ? site : url, -1);
      g_string_append (out, "</a> ");
    }
  else
    write_text (out, site != NULL ? site : "", -1);
  if (article->published != NULL)
    {
      g_string_append (out, "<time");
      write_attribute (out, "datetime", article->published);
      g_string_append_c (out, '>');
      write_text (out, article->published, (gssize) MIN (strlen (article->published), 10));
      g_string_append (out, "</time>");
    }
  g_string_append (out, "</p>\n");
}

/**
 * np_html_from_article:
 * @article: a story
 * @photos: an address for each of its figures, `NULL` for the one that it came from; a "data:" address makes the page
 *   whole in itself
 *
 * Nothing in the page runs or is fetched but photos that are not given.
 *
 * Returns: (transfer full): the story as a page
 */
char *
np_html_from_article (const NpArticle *article, const char *const *photos)
{
  g_autofree gboolean *shown = NULL;
  Page page = { article, photos, NULL, NULL };

  g_return_val_if_fail (article != NULL && photos != NULL, NULL);

  shown = page.shown = g_new0 (gboolean, article->figures->len + 1);
  page.out = g_string_new (NULL);
  write_head (page.out, article);
  g_string_append (page.out, "<body><article>\n");
  write_element (page.out, "p class=\"byline\"", article->section);
  write_element (page.out, "h1", article->headline);
  write_element (page.out, "p class=\"deck\"", article->deck);
  write_source (page.out, article);
  if (!shows_figure (article->body, 0))
    write_figure (&page, 0);
  write_blocks (&page, article->body);
  for (guint i = 0; i < article->figures->len; i++)
    write_figure (&page, i);
  g_string_append (page.out, "</article></body></html>\n");
  return g_string_free (page.out, FALSE);
}
