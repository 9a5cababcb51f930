#include "extract/np-extract-text-inline.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <string.h>

/* How many open marks a closing one looks back at: keeps hostile text linear. */
#define MAX_LOOK_BACK   16
#define MAX_DESTINATION 4096

/* A stretch of the source, and whether it is shown. */
typedef struct
{
  const char *start;
  gsize length;
  gboolean hidden;
} Piece;

/* A mark that waits for its other half. */
typedef struct
{
  char mark; /* '*', '_', '[' or '!' */
  guint count;
  guint piece;
} Opener;

typedef struct
{
  guint first, last; /* pieces [first, last) */
  NpSpanStyle style;
  char *href;
} Range;

typedef struct
{
  GArray *pieces, *openers, *ranges;
} Inline;

static guint
add_piece (Inline *state, const char *start, gsize length, gboolean hidden)
{
  Piece piece = { start, length, hidden };

  g_array_append_val (state->pieces, piece);
  return state->pieces->len - 1;
}

static void
add_range (Inline *state, guint first, NpSpanStyle style, char *href)
{
  Range range = { first, state->pieces->len, style, href };

  g_array_append_val (state->ranges, range);
}

static void
range_clear (gpointer data)
{
  g_free (((Range *) data)->href);
}

static gboolean
is_blank_at (const char *p)
{
  return *p == '\0' || *p == ' ' || *p == '\n' || *p == '\t';
}

static gboolean
is_word_before (const char *text, const char *p)
{
  return p > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* "(https://… "title")"; gives what stands behind it, NULL when it is none. */
static const char *
parse_destination (const char *p, char **href, char **title)
{
  const char *start, *end, *stop;
  guint depth = 0;

  if (*p != '(')
    return NULL;
  for (start = ++p, stop = p + MAX_DESTINATION; *p != '\0' && *p != '\n' && p < stop; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && depth-- == 0)
      break;
  if (*p != ')')
    return NULL;
  end = start + strcspn (start, " )");
  if (end > p)
    end = p;
  while (end < p && *end == ')')
    end += 1 + strcspn (end + 1, " )");
  end = MIN (end, p);
  *href = *start == '<' && end > start + 1 && end[-1] == '>' ? g_strndup (start + 1, (gsize) (end - start) - 2)
                                                             : g_strndup (start, (gsize) (end - start));
  if (title != NULL && end < p)
    {
      g_autofree char *rest = g_strstrip (g_strndup (end, (gsize) (p - end)));
      gsize length = strlen (rest);

      *title = length >= 2 && (*rest == '"' || *rest == '\'') ? g_strndup (rest + 1, length - 2) : NULL;
    }
  return p + 1;
}

static const char *
read_marks (Inline *state, const char *text, const char *p)
{
  gsize count = strspn (p, *p == '*' ? "*" : "_");
  gboolean opens = !is_blank_at (p + count), closes = p > text && !is_blank_at (p - 1);
  guint piece = add_piece (state, p, count, FALSE);
  Opener opener = { *p, (guint) count, piece };

  if (*p == '_')
    {
      gboolean inside = is_word_before (text, p);

      closes &= !g_unichar_isalnum (g_utf8_get_char (p + count));
      opens &= !inside;
    }
  for (guint i = state->openers->len, n = 0; closes && count <= 3 && i > 0 && n < MAX_LOOK_BACK; i--, n++)
    {
      const Opener *open = &g_array_index (state->openers, Opener, i - 1);

      if (open->mark != *p || open->count != count || open->piece + 1 >= piece)
        continue;
      g_array_index (state->pieces, Piece, open->piece).hidden = TRUE;
      g_array_index (state->pieces, Piece, piece).hidden = TRUE;
      if (count != 2)
        add_range (state, open->piece, NP_SPAN_EMPHASIS, NULL);
      if (count >= 2)
        add_range (state, open->piece, NP_SPAN_STRONG, NULL);
      g_array_set_size (state->openers, i - 1);
      return p + count;
    }
  if (opens && count <= 3)
    g_array_append_val (state->openers, opener);
  return p + count;
}

static const char *
read_code (Inline *state, const char *p, guint32 *hopeless)
{
  gsize count = strspn (p, "`");

  for (const char *q = p + count; count < 32 && (*hopeless & 1u << count) == 0 && (q = strchr (q, '`')) != NULL;)
    {
      gsize other = strspn (q, "`");
      guint first;

      if (other != count)
        {
          q += other;
          continue;
        }
      first = add_piece (state, p, count, TRUE);
      add_piece (state, p + count, (gsize) (q - p) - count, FALSE);
      add_piece (state, q, count, TRUE);
      add_range (state, first, NP_SPAN_CODE, NULL);
      return q + count;
    }
  if (count < 32)
    *hopeless |= 1u << count;
  add_piece (state, p, count, FALSE);
  return p + count;
}

static const char *
read_bracket_end (Inline *state, const char *p)
{
  guint piece = add_piece (state, p, 1, FALSE);

  for (guint i = state->openers->len, n = 0; i > 0 && n < MAX_LOOK_BACK; i--, n++)
    {
      Opener open = g_array_index (state->openers, Opener, i - 1);
      g_autofree char *href = NULL;
      const char *end;

      if (open.mark != '[' && open.mark != '!')
        continue;
      g_array_set_size (state->openers, i - 1);
      end = parse_destination (p + 1, &href, NULL);
      if (end == NULL)
        return p + 1;
      g_array_index (state->pieces, Piece, open.piece).hidden = TRUE;
      g_array_index (state->pieces, Piece, piece).hidden = TRUE;
      if (open.mark == '!')
        for (guint j = open.piece; j < piece; j++)
          g_array_index (state->pieces, Piece, j).hidden = TRUE;
      else if (np_uri_is_web (href) || g_str_has_prefix (href, "mailto:"))
        add_range (state, open.piece, NP_SPAN_LINK, g_steal_pointer (&href));
      return end;
    }
  return p + 1;
}

/* "<https://…>" is a link, other tags are passed over. */
static const char *
read_angle (Inline *state, const char *p)
{
  gsize length = strcspn (p + 1, "<>\n");
  g_autofree char *inner = NULL;

  if (p[1 + length] != '>' || length == 0 || length > MAX_DESTINATION)
    {
      add_piece (state, p, 1, FALSE);
      return p + 1;
    }
  inner = g_strndup (p + 1, length);
  if (np_uri_is_web (inner))
    {
      guint first = add_piece (state, p + 1, length, FALSE);
      add_range (state, first, NP_SPAN_LINK, g_steal_pointer (&inner));
    }
  else if (!g_ascii_isalpha (*inner) && *inner != '/' && *inner != '!')
    add_piece (state, p, length + 2, FALSE);
  return p + length + 2;
}

/* A bare address is a link. */
static const char *
read_address (Inline *state, const char *p)
{
  gsize length = np_text_span_without (p, " \t\n<>\"“”«»*`()[]");
  g_autofree char *href = NULL;
  guint first;

  while (length > 1 && strchr (".,;:!?'_", p[length - 1]) != NULL)
    length--;
  href = g_strndup (p, length);
  first = add_piece (state, p, length, FALSE);
  if (np_uri_is_web (href))
    add_range (state, first, NP_SPAN_LINK, g_steal_pointer (&href));
  return p + length;
}

static void
read_all (Inline *state, const char *text)
{
  guint32 hopeless = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize plain = strcspn (p, "\\`*_[]!<h");

      if (plain > 0)
        {
          add_piece (state, p, plain, FALSE);
          p += plain;
        }
      else if (*p == '\\' && g_ascii_ispunct (p[1]))
        {
          add_piece (state, p + 1, 1, FALSE);
          p += 2;
        }
      else if (*p == '`')
        p = read_code (state, p, &hopeless);
      else if (*p == '*' || *p == '_')
        p = read_marks (state, text, p);
      else if (*p == '[' || (*p == '!' && p[1] == '['))
        {
          gsize length = *p == '!' ? 2 : 1;
          Opener opener = { *p, 1, add_piece (state, p, length, FALSE) };

          g_array_append_val (state->openers, opener);
          p += length;
        }
      else if (*p == ']')
        p = read_bracket_end (state, p);
      else if (*p == '<')
        p = read_angle (state, p);
      else if (*p == 'h' && !is_word_before (text, p)
               && (g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://")))
        p = read_address (state, p);
      else
        add_piece (state, p++, 1, FALSE);
    }
}

static NpBlock *
assemble (const Inline *state, NpBlockType type)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree guint *offsets = g_new0 (guint, state->pieces->len + 1);
  NpBlock *block;

  for (guint i = 0; i < state->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (state->pieces, Piece, i);

      offsets[i + 1] = offsets[i];
      if (piece->hidden)
        continue;
      g_string_append_len (out, piece->start, (gssize) piece->length);
      offsets[i + 1] += (guint) g_utf8_strlen (piece->start, (gssize) piece->length);
    }
  block = np_block_new_text (type, out->str);
  for (guint i = 0; i < state->ranges->len; i++)
    {
      const Range *range = &g_array_index (state->ranges, Range, i);

      if (offsets[range->first] < offsets[range->last])
        np_block_add_span (block, offsets[range->first], offsets[range->last], range->style, range->href);
    }
  return block;
}

/**
 * np_markdown_inline:
 * @type: a block that has text
 * @text: its source, white space folded
 *
 * Returns: (transfer full): the block with its text and the spans of it
 */
NpBlock *
np_markdown_inline (NpBlockType type, const char *text)
{
  Inline state = { g_array_new (FALSE, FALSE, sizeof (Piece)), g_array_new (FALSE, FALSE, sizeof (Opener)),
                   g_array_new (FALSE, FALSE, sizeof (Range)) };
  NpBlock *block;

  g_array_set_clear_func (state.ranges, range_clear);
  read_all (&state, text);
  block = assemble (&state, type);
  g_array_unref (state.pieces);
  g_array_unref (state.openers);
  g_array_unref (state.ranges);
  return block;
}

/**
 * np_markdown_take_image:
 * @text: (inout): where an image may begin; afterwards behind it
 * @alt: (out) (transfer full): its alt text
 * @source: (out) (transfer full): where it comes from
 * @title: (out) (transfer full) (nullable): its title
 *
 * Returns: whether "![alt](source "title")" stands there
 */
gboolean
np_markdown_take_image (const char **text, char **alt, char **source, char **title)
{
  const char *p = *text, *end, *close;

  *title = NULL;
  if (p[0] != '!' || p[1] != '[' || (close = strstr (p, "](")) == NULL)
    return FALSE;
  end = parse_destination (close + 1, source, title);
  if (end == NULL)
    return FALSE;
  *alt = g_strndup (p + 2, (gsize) (close - p) - 2);
  *text = end;
  return TRUE;
}
