#include "extract/np-extract-text-markdown.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-credit-line.h"
#include "extract/np-extract-text-front.h"
#include "extract/np-extract-text-inline.h"

#include <string.h>

/* Quotes and lists deeper than this are read as plain paragraphs. */
#define MAX_DEPTH 6

/* Lines of one container, and how far they were read. */
typedef struct
{
  char **lines;
  guint n, next, depth, group;
  GPtrArray *units;
} Parser;

static GPtrArray *parse (char **lines, guint n, guint depth);

/**
 * np_markdown_is_likely:
 * @text: valid UTF-8
 *
 * Returns: whether @text has marks that plain stories do not have
 */
gboolean
np_markdown_is_likely (const char *text)
{
  static GRegex *strong, *weak;
  g_autoptr (GMatchInfo) match = NULL;
  guint found = 0;

  if (g_once_init_enter (&strong))
    g_once_init_leave (
        &strong,
        g_regex_new ("\\A---\\n[\\w-]+:|^#{1,6} "
                     "+\\S|^(?:```|~~~)|^!\\[[^\\]\\n]*\\]\\([^)\\n]+\\)|\\[[^\\]\\n]{1,200}\\]\\(https?://[^)\\n]+\\)"
                     "|^[^\\n]{3,}\\n={3,}$",
                     G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL));
  if (g_regex_match (strong, text, 0, NULL))
    return TRUE;
  if (g_once_init_enter (&weak))
    g_once_init_leave (
        &weak,
        g_regex_new ("\\*\\*\\S[^*\\n]{0,200}\\*\\*|^> \\S|`[^`\\n]{1,80}`|(?<!\\w)_[^_\\s][^_\\n]{0,80}_(?!\\w)",
                     G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL));
  g_regex_match (weak, text, 0, &match);
  for (; g_match_info_matches (match) && found < 2; found++)
    g_match_info_next (match, NULL);
  return found >= 2;
}

static guint
get_indent (const char *line)
{
  guint indent = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    indent += *line == '\t' ? 4 : 1;
  return indent;
}

static const char *
skip_blanks (const char *line)
{
  return line + strspn (line, " \t");
}

/* The length of "- ", "* ", "+ ", "12. "; 0 when @line begins no item. */
static guint
get_item_mark (const char *line, gboolean *ordered)
{
  gsize digits = strspn (line, "0123456789");

  *ordered = digits > 0;
  if (digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return (guint) digits + 2;
  if (digits == 0 && g_str_has_prefix (line, "• "))
    return (guint) strlen ("• ");
  return digits == 0 && *line != '\0' && strchr ("-*+", *line) != NULL && line[1] == ' ' ? 2 : 0;
}

static gboolean
is_rule (const char *line)
{
  char mark = *line;
  guint marks = 0;

  if (mark != '-' && mark != '*' && mark != '_')
    return FALSE;
  for (; *line != '\0'; line++)
    if (*line == mark)
      marks++;
    else if (*line != ' ')
      return FALSE;
  return marks >= 3;
}

static guint
get_heading_level (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && line[level] == ' ' ? (guint) level : 0;
}

static gboolean
begins_block (const char *line)
{
  gboolean ordered;

  return *line == '\0' || get_heading_level (line) > 0 || *line == '>' || is_rule (line)
         || g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~")
         || (get_item_mark (line, &ordered) > 0 && (!ordered || g_str_has_prefix (line, "1")));
}

static void
add_block (Parser *p, NpBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  np_block_append_plain_text (block, text);
  np_text_units_add (p->units, text->str, p->group, block);
}

static void
add_inline (Parser *p, NpBlockType type, const char *source, guint level)
{
  g_autofree char *clean = np_text_clean_lines (source);
  NpBlock *block = np_markdown_inline (type, clean);

  if (np_text_is_empty (block->text))
    {
      np_block_free (block);
      return;
    }
  block->level = level;
  add_block (p, block);
}

static void
read_fence (Parser *p)
{
  const char *open = skip_blanks (p->lines[p->next++]);
  gsize count = strspn (open, open[0] == '`' ? "`" : "~");
  g_autoptr (GString) code = g_string_new (NULL);

  for (; p->next < p->n; p->next++)
    {
      const char *line = skip_blanks (p->lines[p->next]);

      if (*line == *open && strspn (line, *open == '`' ? "`" : "~") >= count)
        {
          p->next++;
          break;
        }
      g_string_append_printf (code, "%s%s", code->len > 0 ? "\n" : "", p->lines[p->next]);
    }
  if (code->len > 0)
    add_block (p, np_block_new_text (NP_BLOCK_PREFORMATTED, code->str));
}

/* What is inside a quote or an item becomes the block's children. */
static void
add_children (NpBlock *block, GPtrArray *lines, guint depth)
{
  g_autoptr (GPtrArray) units = parse ((char **) lines->pdata, lines->len, depth + 1);

  for (guint i = 0; i < units->len; i++)
    {
      NpTextUnit *unit = units->pdata[i];

      if (unit->block != NULL)
        np_block_add_child (block, g_steal_pointer (&unit->block));
    }
}

static void
read_quote (Parser *p)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();
  g_autoptr (NpBlock) quote = np_block_new (NP_BLOCK_QUOTE);

  for (; p->next < p->n; p->next++)
    {
      char *line = (char *) skip_blanks (p->lines[p->next]);

      if (*line != '>' && (inner->len == 0 || begins_block (line)))
        break;
      if (*line == '>')
        line += line[1] == ' ' ? 2 : 1;
      g_ptr_array_add (inner, line);
    }
  add_children (quote, inner, p->depth);
  if (quote->children != NULL && quote->children->len > 0)
    add_block (p, g_steal_pointer (&quote));
}

/* Takes the lines of one item, its mark left off; blank lines belong to it when indented ones follow. */
static void
read_item (Parser *p, NpBlock *list, guint mark, guint indent)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();
  g_autoptr (NpBlock) item = np_block_new (NP_BLOCK_ITEM);

  g_ptr_array_add (inner, (char *) skip_blanks (p->lines[p->next++]) + mark);
  for (; p->next < p->n; p->next++)
    {
      char *line = p->lines[p->next];
      const char *bare = skip_blanks (line);

      if (*bare == '\0')
        {
          guint ahead = p->next + 1;

          if (ahead >= p->n || *skip_blanks (p->lines[ahead]) == '\0' || get_indent (p->lines[ahead]) < indent + 2)
            break;
        }
      else if (get_indent (line) < indent + 2 && begins_block (bare))
        break;
      g_ptr_array_add (inner, line + MIN (strspn (line, " \t"), indent + mark));
    }
  add_children (item, inner, p->depth);
  if (item->children != NULL && item->children->len > 0)
    np_block_add_child (list, g_steal_pointer (&item));
}

static void
read_list (Parser *p)
{
  g_autoptr (NpBlock) list = np_block_new (NP_BLOCK_LIST);
  gboolean ordered;

  get_item_mark (skip_blanks (p->lines[p->next]), &list->ordered);
  while (p->next < p->n)
    {
      const char *bare = skip_blanks (p->lines[p->next]);
      guint mark = get_item_mark (bare, &ordered), ahead = p->next + 1;

      if (mark > 0 && ordered == list->ordered && !is_rule (bare))
        read_item (p, list, mark, get_indent (p->lines[p->next]));
      else if (*bare == '\0' && ahead < p->n && get_item_mark (skip_blanks (p->lines[ahead]), &ordered) > 0
               && ordered == list->ordered)
        p->next++;
      else
        break;
    }
  if (list->children != NULL && list->children->len > 0)
    add_block (p, g_steal_pointer (&list));
}

static gboolean
is_table_rule (const char *line)
{
  return strchr (line, '-') != NULL && strchr (line, '|') != NULL && line[strspn (line, "|-: \t")] == '\0';
}

static void
add_row (NpBlock *table, const char *line, gboolean header)
{
  g_autofree char *bare = g_strstrip (g_strdup (line));
  g_auto (GStrv) cells = NULL;
  NpBlock *row = np_block_add_child (table, np_block_new (NP_BLOCK_ROW));

  if (g_str_has_suffix (bare, "|"))
    bare[strlen (bare) - 1] = '\0';
  cells = g_strsplit (*bare == '|' ? bare + 1 : bare, "|", 200);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      NpBlock *cell = np_markdown_inline (NP_BLOCK_CELL, g_strstrip (cells[i]));

      cell->header = header;
      np_block_add_child (row, cell);
    }
}

static void
read_table (Parser *p)
{
  NpBlock *table = np_block_new (NP_BLOCK_TABLE);

  add_row (table, p->lines[p->next], TRUE);
  for (p->next += 2; p->next < p->n && strchr (p->lines[p->next], '|') != NULL; p->next++)
    add_row (table, p->lines[p->next], FALSE);
  add_block (p, table);
}

static gboolean
add_images (Parser *p, const char *text)
{
  char *alt, *source, *title;
  gboolean any = FALSE;

  while (np_markdown_take_image (&text, &alt, &source, &title))
    {
      NpFigure *figure = np_figure_new ();
      NpTextUnit *unit;

      figure->alt = *alt != '\0' ? g_strdup (alt) : NULL;
      figure->source = np_uri_is_web (source) ? g_strdup (source) : NULL;
      np_credit_line_split (title, &figure->caption, &figure->credit);
      np_text_units_add (p->units, alt, p->group, NULL);
      unit = p->units->pdata[p->units->len - 1];
      unit->photo = figure;
      g_free (alt);
      g_free (source);
      g_free (title);
      text = skip_blanks (text);
      any = TRUE;
    }
  if (any && *text != '\0')
    add_inline (p, NP_BLOCK_PARAGRAPH, text, 0);
  return any;
}

static void
read_paragraph (Parser *p)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint level = 0;

  for (; p->next < p->n; p->next++)
    {
      const char *line = p->lines[p->next], *bare = skip_blanks (line);
      gsize length = strlen (bare);

      if (text->len > 0 && length >= 2 && (strspn (bare, "=") == length || strspn (bare, "-") == length))
        {
          level = *bare == '=' ? 1 : 2;
          p->next++;
          break;
        }
      if (text->len > 0 && begins_block (bare))
        break;
      g_string_append_printf (text, "%s%s", text->len > 0 && text->str[text->len - 1] != '\n' ? " " : "", bare);
      if (g_str_has_suffix (bare, "  ") || g_str_has_suffix (bare, "\\"))
        {
          g_string_truncate (text, text->len - (g_str_has_suffix (bare, "\\") ? 1 : 2));
          g_string_append_c (text, '\n');
        }
    }
  if (!add_images (p, text->str))
    add_inline (p, level > 0 ? NP_BLOCK_HEADING : NP_BLOCK_PARAGRAPH, text->str, level);
}

static void
read_block (Parser *p)
{
  const char *line = skip_blanks (p->lines[p->next]);
  guint level = get_heading_level (line);
  gboolean ordered;

  if (level > 0)
    {
      g_autofree char *title = g_strdup (line + level);
      gsize length;

      g_strstrip (title);
      for (length = strlen (title); length > 0 && title[length - 1] == '#'; length--)
        title[length - 1] = '\0';
      p->next++;
      add_inline (p, NP_BLOCK_HEADING, title, CLAMP (level, 2, 6));
    }
  else if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
    read_fence (p);
  else if (is_rule (line))
    {
      p->next++;
      add_block (p, np_block_new (NP_BLOCK_RULE));
    }
  else if (*line == '>' && p->depth < MAX_DEPTH)
    read_quote (p);
  else if (get_item_mark (line, &ordered) > 0 && p->depth < MAX_DEPTH)
    read_list (p);
  else if (p->next + 1 < p->n && strchr (line, '|') != NULL && is_table_rule (p->lines[p->next + 1]))
    read_table (p);
  else
    read_paragraph (p);
}

static GPtrArray *
parse (char **lines, guint n, guint depth)
{
  Parser p = { .lines = lines, .n = n, .depth = depth, .units = np_text_units_new () };

  while (p.next < p.n)
    if (*skip_blanks (p.lines[p.next]) == '\0')
      p.next++;
    else
      {
        read_block (&p);
        p.group++;
      }
  return p.units;
}

/**
 * np_markdown_to_units:
 * @text: valid UTF-8, lines ended by "\n"
 * @article: gets what the front matter says
 *
 * Returns: (transfer full) (element-type NpTextUnit): the blocks and pictures of a Markdown text in order
 */
GPtrArray *
np_markdown_to_units (const char *text, NpArticle *article)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  guint first = np_front_matter_read (lines, n, article);

  return parse (lines + first, n - first, 0);
}
