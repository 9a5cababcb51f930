#include "ui/reader/np-reader-pen.h"

#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-links.h"

#include <string.h>

/* The text as one paragraph of a buffer: what would end the paragraph becomes a line break in it, character for
 * character, so that the offsets of spans stay right. */
static char *
to_paragraph (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        c = 0x200b;
      else if (c == '\n' || c == '\r' || c == 0x2029)
        c = 0x2028;
      else if (c == 0xfffc)
        c = ' ';
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * np_reader_pen_get_end:
 * @pen: a pen
 *
 * Returns: where it will write, in characters
 */
int
np_reader_pen_get_end (const NpReaderPen *pen)
{
  return gtk_text_buffer_get_char_count (pen->buffer);
}

static void
insert (const NpReaderPen *pen, const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (pen->buffer, &end);
  gtk_text_buffer_insert (pen->buffer, &end, text, -1);
}

static void
apply (const NpReaderPen *pen, GtkTextTag *tag, int from, int to)
{
  GtkTextIter start, end;

  if (tag == NULL || from >= to)
    return;
  gtk_text_buffer_get_iter_at_offset (pen->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (pen->buffer, &end, to);
  gtk_text_buffer_apply_tag (pen->buffer, tag, &start, &end);
}

static void
apply_role (const NpReaderPen *pen, NpReaderTag role, int from, int to)
{
  apply (pen, np_reader_tags_get (pen->tags, role), from, to);
}

/* A text view that lays out a single line again takes the style of the last one that it laid out, wherever that was,
 * until it comes to a place where a tag begins or ends. So each paragraph begins with one. */
static void
apply_parity (const NpReaderPen *pen, int from)
{
  gboolean even = gtk_text_buffer_get_line_count (pen->buffer) % 2 == 0;

  apply_role (pen, even ? NP_READER_TAG_EVEN : NP_READER_TAG_ODD, from, np_reader_pen_get_end (pen));
}

static NpReaderTag
role_of_span (NpSpanStyle style)
{
  switch (style)
    {
    case NP_SPAN_LINK:
      return NP_READER_TAG_LINK;
    case NP_SPAN_STRONG:
      return NP_READER_TAG_STRONG;
    case NP_SPAN_EMPHASIS:
      return NP_READER_TAG_EMPHASIS;
    case NP_SPAN_CODE:
      return NP_READER_TAG_CODE;
    case NP_SPAN_SUBSCRIPT:
      return NP_READER_TAG_SUBSCRIPT;
    case NP_SPAN_SUPERSCRIPT:
      return NP_READER_TAG_SUPERSCRIPT;
    case NP_SPAN_ANCHOR:
      break;
    }
  return NP_READER_TAG_BASE;
}

/**
 * np_reader_pen_mark_link:
 * @pen: a pen
 * @href: where the link leads, one that np_reader_link_is_known()
 * @from: its first character in the buffer
 * @to: the character after its last
 */
void
np_reader_pen_mark_link (const NpReaderPen *pen, const char *href, int from, int to)
{
  apply_role (pen, NP_READER_TAG_LINK, from, to);
  apply (pen, np_reader_tags_add_link (pen->tags, href), from, to);
}

/* Offsets come from a file: what lies outside the text is cut off. */
static void
apply_spans (const NpReaderPen *pen, GArray *spans, int from, int to)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const NpSpan *span = &g_array_index (spans, NpSpan, i);
      int start = from + (int) MIN (span->start, (guint) (to - from));
      int end = from + (int) MIN (span->end, (guint) (to - from));

      if (span->style == NP_SPAN_LINK && np_reader_link_is_known (span->href) && start < end)
        np_reader_pen_mark_link (pen, span->href, start, end);
      else if (span->style != NP_SPAN_LINK && span->style != NP_SPAN_ANCHOR)
        apply_role (pen, role_of_span (span->style), start, end);
    }
}

/**
 * np_reader_pen_write:
 * @pen: a pen
 * @paragraph: what to write
 *
 * Writes one paragraph with its tags and the end of its line.
 *
 * Returns: where its text begins in the buffer, after the marker
 */
int
np_reader_pen_write (const NpReaderPen *pen, const NpReaderParagraph *paragraph)
{
  g_autofree char *text = to_paragraph (paragraph->text);
  int start = np_reader_pen_get_end (pen), from;

  if (paragraph->marker != NULL)
    {
      insert (pen, paragraph->marker);
      insert (pen, "\t");
    }
  from = np_reader_pen_get_end (pen);
  insert (pen, text);
  apply_spans (pen, paragraph->spans, from, np_reader_pen_get_end (pen));
  insert (pen, "\n");
  apply_parity (pen, start);
  apply_role (pen, NP_READER_TAG_BASE, start, np_reader_pen_get_end (pen));
  apply_role (pen, paragraph->role, start, np_reader_pen_get_end (pen));
  apply (pen,
         np_reader_tags_get_indent (pen->tags, paragraph->path, paragraph->marker != NULL,
                                    np_reader_direction_of_start (text) == GTK_TEXT_DIR_RTL),
         start, np_reader_pen_get_end (pen));
  return from;
}

/**
 * np_reader_pen_write_gap:
 * @pen: a pen
 *
 * Writes a low empty line: a little air.
 */
void
np_reader_pen_write_gap (const NpReaderPen *pen)
{
  const NpReaderParagraph gap = { NP_READER_TAG_CREDIT, "", NULL, "", NULL };

  np_reader_pen_write (pen, &gap);
}

/**
 * np_reader_pen_write_anchor:
 * @pen: a pen
 *
 * Returns: (transfer none): a place for a widget, in a line of its own at the end of what is written
 */
GtkTextChildAnchor *
np_reader_pen_write_anchor (const NpReaderPen *pen)
{
  int start = np_reader_pen_get_end (pen);
  GtkTextChildAnchor *anchor;
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (pen->buffer, &end);
  anchor = gtk_text_buffer_create_child_anchor (pen->buffer, &end);
  insert (pen, "\n");
  apply_parity (pen, start);
  apply_role (pen, NP_READER_TAG_BASE, start, np_reader_pen_get_end (pen));
  apply_role (pen, NP_READER_TAG_CHILD, start, np_reader_pen_get_end (pen));
  return anchor;
}
