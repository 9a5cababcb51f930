#include "extract/np-extract-text-unit.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <string.h>

/* No one wraps lines wider than this by hand or by mail program. */
#define MAX_WRAP 120

/* A line as it was pasted. */
typedef struct
{
  char *text; /* "" for a blank one */
  guint chars, first_word, indent;
} Line;

static void
unit_free (gpointer data)
{
  NpTextUnit *unit = data;

  g_free (unit->text);
  np_block_free (unit->block);
  np_figure_free (unit->photo);
  g_free (unit);
}

/**
 * np_text_units_new:
 *
 * Returns: (transfer full) (element-type NpTextUnit): an empty list of units
 */
GPtrArray *
np_text_units_new (void)
{
  return g_ptr_array_new_with_free_func (unit_free);
}

/**
 * np_text_units_add:
 * @units: units
 * @text: (nullable): the words of the next one
 * @group: its group
 * @block: (transfer full) (nullable): what it is, when that is known
 */
void
np_text_units_add (GPtrArray *units, const char *text, guint group, NpBlock *block)
{
  NpTextUnit *unit = g_new0 (NpTextUnit, 1);

  unit->text = np_text_clean (text != NULL ? text : "");
  unit->group = group;
  unit->block = block;
  g_ptr_array_add (units, unit);
}

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
split_lines (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text, "\n", -1);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; list[i] != NULL; i++)
    {
      Line line = { .text = np_text_clean (list[i]) };

      line.chars = (guint) g_utf8_strlen (line.text, -1);
      line.first_word = (guint) g_utf8_strlen (line.text, (gssize) strcspn (line.text, " "));
      line.indent = (guint) strspn (list[i], " \t");
      g_array_append_val (lines, line);
    }
  return lines;
}

static gboolean
begins_item (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return g_str_has_prefix (text, "• ") || g_str_has_prefix (text, "- ") || g_str_has_prefix (text, "* ")
         || (digits > 0 && digits < 3 && (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ');
}

/* Whether line @i was broken because its next word had no room within @width. */
static gboolean
is_wrapped (GArray *lines, guint i, guint width)
{
  const Line *line, *next;

  if (width == 0 || i + 1 >= lines->len)
    return FALSE;
  line = &g_array_index (lines, Line, i);
  next = &g_array_index (lines, Line, i + 1);
  return line->chars > 0 && next->chars > 0 && line->chars + 1 + next->first_word > width
         && next->indent <= line->indent + 1 && !begins_item (next->text);
}

/* The width at which the lines of a text were broken, 0 when a line is a paragraph. */
static guint
find_width (GArray *lines)
{
  guint width = 0, wide = 0, filled = 0, pairs = 0, wrapped = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      filled += line->chars > 0;
      if (line->chars > MAX_WRAP)
        wide += strchr (line->text, ' ') != NULL;
      else
        width = MAX (width, line->chars);
    }
  if (width < 30 || wide * 10 > filled)
    return 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    if (g_array_index (lines, Line, i).chars > 0 && g_array_index (lines, Line, i + 1).chars > 0)
      {
        pairs++;
        wrapped += is_wrapped (lines, i, width);
      }
  return wrapped >= 2 && wrapped * 2 >= pairs ? width : 0;
}

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c) && !(c >= 0x1100 && c <= 0x11FF) && !(c >= 0xAC00 && c <= 0xD7AF);
}

static void
join (GString *text, const char *line)
{
  if (text->len > 0)
    {
      gunichar last = g_utf8_get_char (g_utf8_find_prev_char (text->str, text->str + text->len));

      /* Scripts without spaces are joined without one, and so is a word at its hyphen. */
      if (!(is_wide (last) && is_wide (g_utf8_get_char (line)))
          && !(last == '-' && text->len > 1 && g_ascii_isalpha (text->str[text->len - 2]) && g_ascii_islower (*line)))
        g_string_append_c (text, ' ');
    }
  g_string_append (text, line);
}

/* The length of "• ", "- ", "* ", "12. "; 0 when @text begins no item. */
static gsize
get_mark (const char *text, gboolean *ordered)
{
  gsize digits = strspn (text, "0123456789");

  *ordered = digits > 0;
  if (!begins_item (text))
    return 0;
  return digits > 0 ? digits + 2 : strcspn (text, " ") + 1;
}

/* Two or more items that follow each other are a list; one alone may be a sentence with a dash. */
static GPtrArray *
join_lists (GPtrArray *units)
{
  GPtrArray *joined = np_text_units_new ();

  for (guint i = 0; i < units->len;)
    {
      const NpTextUnit *unit = units->pdata[i];
      gboolean ordered, other;
      guint end = i;
      NpBlock *list;

      while (end < units->len && get_mark (((NpTextUnit *) units->pdata[end])->text, end == i ? &ordered : &other) > 0
             && (end == i || other == ordered))
        end++;
      if (end - i < 2)
        {
          np_text_units_add (joined, unit->text, unit->group, NULL);
          i++;
          continue;
        }
      list = np_block_new (NP_BLOCK_LIST);
      list->ordered = ordered;
      for (; i < end; i++)
        {
          const char *text = ((NpTextUnit *) units->pdata[i])->text;
          NpBlock *item = np_block_add_child (list, np_block_new (NP_BLOCK_ITEM));

          np_block_add_child (item, np_block_new_text (NP_BLOCK_PARAGRAPH, text + get_mark (text, &other)));
        }
      np_text_units_add (joined, "", unit->group, list);
    }
  return joined;
}

/**
 * np_text_units_from_plain:
 * @text: valid UTF-8, lines ended by "\n"
 *
 * Returns: (transfer full) (element-type NpTextUnit): the paragraphs of a plain text, the lines of one that were broken
 *   at a width joined again
 */
GPtrArray *
np_text_units_from_plain (const char *text)
{
  g_autoptr (GArray) lines = split_lines (text);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autoptr (GPtrArray) units = np_text_units_new ();
  guint width = find_width (lines), group = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->chars == 0)
        {
          group++;
          continue;
        }
      join (paragraph, line->text);
      if (is_wrapped (lines, i, width))
        continue;
      np_text_units_add (units, paragraph->str, group, NULL);
      g_string_truncate (paragraph, 0);
    }
  return join_lists (units);
}

/**
 * np_text_units_normalize:
 * @text: any bytes
 *
 * Returns: (transfer full): @text as valid UTF-8 without byte-order mark, every kind of line end as "\n"
 */
char *
np_text_units_normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\f' || c == '\v' || c == 0x0085 || c == 0x2028)
        g_string_append_c (out, '\n');
      else if (c == 0x2029)
        g_string_append (out, "\n\n");
      else if (c != 0xFEFF)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
add_link_spans (NpBlock *block)
{
  const char *last = block->text;
  guint chars = 0;

  for (const char *p = strstr (last, "http"); p != NULL; p = strstr (last, "http"))
    {
      gsize length = np_text_span_without (p, " \t\n<>\"“”«»");
      g_autofree char *url = NULL;

      chars += (guint) g_utf8_strlen (last, p - last);
      while (length > 4 && strchr (".,;:!?)]'", p[length - 1]) != NULL)
        {
          if (p[length - 1] == ')' && memchr (p, '(', length) != NULL)
            break;
          length--;
        }
      url = g_strndup (p, length);
      last = p + length;
      if (np_uri_is_web (url))
        np_block_add_span (block, chars, chars + (guint) g_utf8_strlen (url, -1), NP_SPAN_LINK, url);
      chars += (guint) g_utf8_strlen (url, -1);
    }
}

/**
 * np_text_units_new_paragraph:
 * @text: plain text, white space folded
 *
 * Returns: (transfer full): a paragraph in which the addresses that stand in the text are links
 */
NpBlock *
np_text_units_new_paragraph (const char *text)
{
  NpBlock *block = np_block_new_text (NP_BLOCK_PARAGRAPH, text);

  add_link_spans (block);
  return block;
}

/**
 * np_text_unit_is_plain:
 * @unit: (nullable): a piece of a text
 *
 * Returns: whether there is one, and it is a line or a paragraph
 */
gboolean
np_text_unit_is_plain (const NpTextUnit *unit)
{
  return unit != NULL && unit->photo == NULL && (unit->block == NULL || unit->block->type == NP_BLOCK_PARAGRAPH);
}
