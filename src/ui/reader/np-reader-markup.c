#include "ui/reader/np-reader-markup.h"

#include "ui/reader/np-reader-links.h"

#include <string.h>

/* The styles in the order in which their elements are nested. */
static const struct
{
  NpSpanStyle style;
  const char *open, *close;
} elements[] = {
  { NP_SPAN_STRONG, "<b>", "</b>" },          { NP_SPAN_EMPHASIS, "<i>", "</i>" },
  { NP_SPAN_CODE, "<tt>", "</tt>" },          { NP_SPAN_SUBSCRIPT, "<sub>", "</sub>" },
  { NP_SPAN_SUPERSCRIPT, "<sup>", "</sup>" },
};

/* What holds at one character. */
typedef struct
{
  guint styles; /* a bit for each NpSpanStyle */
  const char *href;
} Run;

static Run
run_at (const NpBlock *block, guint at)
{
  Run run = { 0, NULL };

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (block->spans, NpSpan, i);

      if (span->start > at || span->end <= at)
        continue;
      if (span->style == NP_SPAN_ANCHOR)
        continue;
      if (span->style != NP_SPAN_LINK)
        run.styles |= 1u << span->style;
      else if (np_reader_link_is_known (span->href))
        run.href = span->href;
    }
  return run;
}

static void
append_run (GString *out, const Run *run, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  g_autofree char *href = run->href != NULL ? g_markup_escape_text (run->href, -1) : NULL;

  if (href != NULL)
    g_string_append_printf (out, "<a href=\"%s\">", href);
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (run->styles & (1u << elements[i].style))
      g_string_append (out, elements[i].open);
  g_string_append (out, escaped);
  for (gsize i = G_N_ELEMENTS (elements); i > 0; i--)
    if (run->styles & (1u << elements[i - 1].style))
      g_string_append (out, elements[i - 1].close);
  if (href != NULL)
    g_string_append (out, "</a>");
}

/**
 * np_reader_markup:
 * @block: a block with text
 *
 * Returns: (transfer full): its text as Pango markup: everything escaped, spans as elements, only safe links
 */
char *
np_reader_markup (const NpBlock *block)
{
  GString *out = g_string_new (NULL);
  const char *start = block->text, *p = block->text;
  Run run = { 0, NULL };

  for (guint at = 0; p != NULL && *p != '\0'; at++, p = g_utf8_next_char (p))
    {
      Run next = run_at (block, at);

      if (next.styles == run.styles && next.href == run.href)
        continue;
      if (p > start)
        append_run (out, &run, start, (gsize) (p - start));
      start = p;
      run = next;
    }
  if (p != NULL && p > start)
    append_run (out, &run, start, (gsize) (p - start));
  return g_string_free (out, FALSE);
}
