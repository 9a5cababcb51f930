#include "ui/print/np-print-item.h"

#include "ui/np-format.h"
#include "ui/np-photo-size.h"

#include <string.h>

/* How a paragraph is set: sizes and spaces in points. */
typedef struct
{
  const char *font;
  double above;
  gboolean keep;
} Look;

static const Look kicker = { "Sans Bold 8", 0, TRUE }, headline = { "Serif Bold 20", 4, TRUE },
                  deck = { "Serif 13", 6, TRUE }, byline = { "Serif 9", 6, TRUE }, body = { "Serif 10.5", 7, FALSE },
                  caption = { "Serif Italic 9", 4, FALSE }, credit = { "Sans 7.5", 1, FALSE },
                  code = { "Monospace 8.5", 8, FALSE }, source = { "Sans 8", 16, FALSE };
static const Look headings[] = { { "Serif Bold 14", 14, TRUE },
                                 { "Serif Bold 12", 12, TRUE },
                                 { "Serif Bold 10.5", 10, TRUE } };

#define INDENT 16.0 /* of a level of a list or quote */

typedef struct
{
  GPtrArray *items;
  const NpArticle *article;
  PangoContext *context;
  double width, height;
  NpPrintFindFile find_file;
  gpointer user_data;
  gboolean *shown; /* for each photo */
} Maker;

/**
 * np_print_item_free:
 * @item: (transfer full): an item
 */
void
np_print_item_free (NpPrintItem *item)
{
  g_clear_object (&item->layout);
  g_clear_pointer (&item->row, np_print_row_free);
  g_free (item->file);
  g_free (item);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_style (PangoAttrList *list, NpSpanStyle style, guint start, guint end)
{
  switch (style)
    {
    case NP_SPAN_STRONG:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;
    case NP_SPAN_EMPHASIS:
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    case NP_SPAN_CODE:
      add_attribute (list, pango_attr_family_new ("monospace"), start, end);
      break;
    case NP_SPAN_SUBSCRIPT:
    case NP_SPAN_SUPERSCRIPT:
      add_attribute (list, pango_attr_scale_new (0.7), start, end);
      add_attribute (list, pango_attr_rise_new ((style == NP_SPAN_SUPERSCRIPT ? 3 : -1) * PANGO_SCALE), start, end);
      break;
    case NP_SPAN_LINK: /* paper has no links */
    case NP_SPAN_ANCHOR:
      break;
    }
}

static PangoAttrList *
attributes_of (const char *text, GArray *spans, gsize before)
{
  PangoAttrList *list = pango_attr_list_new ();
  glong length = g_utf8_strlen (text + before, -1);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const NpSpan *span = &g_array_index (spans, NpSpan, i);

      if (span->start < span->end && span->end <= (guint) length)
        add_style (list, span->style, (guint) (g_utf8_offset_to_pointer (text + before, span->start) - text),
                   (guint) (g_utf8_offset_to_pointer (text + before, span->end) - text));
    }
  return list;
}

static void
add_text (Maker *maker, const Look *look, const char *marker, const char *text, GArray *spans, double x)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (look->font);
  g_autofree char *marked = marker != NULL ? g_strconcat (marker, " ", text, NULL) : g_strdup (text);
  g_autoptr (PangoAttrList) attributes = NULL;
  NpPrintItem *item;

  if (text == NULL || *text == '\0')
    return;
  attributes = attributes_of (marked, spans, strlen (marked) - strlen (text));
  item = g_new0 (NpPrintItem, 1);
  item->layout = pango_layout_new (maker->context);
  item->x = x;
  item->width = maker->width - x;
  item->above = look->above;
  item->keep = look->keep;
  pango_layout_set_font_description (item->layout, font);
  pango_layout_set_width (item->layout, (int) (item->width * PANGO_SCALE));
  pango_layout_set_wrap (item->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (item->layout, look == &body ? 1.25f : 1.1f);
  pango_layout_set_text (item->layout, marked, -1);
  pango_layout_set_attributes (item->layout, attributes);
  g_ptr_array_add (maker->items, item);
}

/* As wide as the text at most, at 150 pixels to the inch at least, and never higher than half a page. */
static void
add_photo (Maker *maker, guint number)
{
  const NpFigure *figure;
  g_autofree char *file = NULL;
  int width = 0, height = 0;
  double scale;
  NpPrintItem *item;

  if (number >= maker->article->figures->len || maker->shown[number])
    return;
  maker->shown[number] = TRUE;
  figure = maker->article->figures->pdata[number];
  file = figure->file != NULL ? maker->find_file (figure->file, maker->user_data) : NULL;
  if (file != NULL && np_photo_size_read (file, &width, &height, NULL) && width > 0 && height > 0)
    {
      scale = MIN (72.0 / 150, MIN (maker->width / width, maker->height / 2 / height));
      item = g_new0 (NpPrintItem, 1);
      item->file = g_steal_pointer (&file);
      item->width = width * scale;
      item->height = height * scale;
      item->above = 10;
      item->keep = figure->caption != NULL || figure->credit != NULL;
      g_ptr_array_add (maker->items, item);
    }
  add_text (maker, &caption, NULL, figure->caption, NULL, 0);
  add_text (maker, &credit, NULL, figure->credit, NULL, 0);
}

static void add_blocks (Maker *maker, GPtrArray *blocks, double x);

static void
add_list (Maker *maker, const NpBlock *list, double x)
{
  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    {
      const NpBlock *item = list->children->pdata[i];
      g_autofree char *number = list->ordered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      const NpBlock *first = item->children != NULL && item->children->len > 0 ? item->children->pdata[0] : NULL;

      if (item->text != NULL)
        add_text (maker, &body, number, item->text, item->spans, x + INDENT);
      else if (first != NULL && first->text != NULL)
        add_text (maker, &body, number, first->text, first->spans, x + INDENT);
      for (guint j = item->text == NULL && first != NULL && first->text != NULL ? 1 : 0;
           item->children != NULL && j < item->children->len; j++)
        {
          g_autoptr (GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, item->children->pdata[j]);
          add_blocks (maker, one, x + INDENT);
        }
    }
}

/* What is higher than a page becomes a paragraph, which can be broken. */
static void
add_row_as_line (Maker *maker, const NpPrintRow *row, double x)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < row->layouts->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "  |  " : "", pango_layout_get_text (row->layouts->pdata[i]));
  add_text (maker, &body, NULL, line->str, NULL, x);
}

static void
add_table (Maker *maker, const NpBlock *table, double x)
{
  g_autoptr (GPtrArray) rows = np_print_table_new (table, maker->context, maker->width - x);

  for (guint i = 0; i < rows->len; i++)
    {
      NpPrintRow *row = rows->pdata[i];
      NpPrintItem *item;

      if (row->height > maker->height)
        {
          add_row_as_line (maker, row, x);
          continue;
        }
      item = g_new0 (NpPrintItem, 1);
      item->row = g_steal_pointer (&rows->pdata[i]);
      item->x = x;
      item->width = row->width;
      item->height = row->height;
      item->above = row->first ? 10 : 0;
      item->keep = row->header && i + 1 < rows->len;
      g_ptr_array_add (maker->items, item);
    }
}

static void
add_block (Maker *maker, const NpBlock *block, double x)
{
  switch (block->type)
    {
    case NP_BLOCK_PARAGRAPH:
      add_text (maker, &body, NULL, block->text, block->spans, x);
      break;
    case NP_BLOCK_HEADING:
      add_text (maker, &headings[CLAMP (block->level, 2, 4) - 2], NULL, block->text, block->spans, x);
      break;
    case NP_BLOCK_PREFORMATTED:
      add_text (maker, &code, NULL, block->text, NULL, x + INDENT / 2);
      break;
    case NP_BLOCK_QUOTE:
      add_text (maker, &body, NULL, block->text, block->spans, x + INDENT);
      if (block->children != NULL)
        add_blocks (maker, block->children, x + INDENT);
      break;
    case NP_BLOCK_LIST:
      add_list (maker, block, x);
      break;
    case NP_BLOCK_TABLE:
      add_table (maker, block, x);
      break;
    case NP_BLOCK_FIGURE:
      add_photo (maker, block->figure);
      break;
    case NP_BLOCK_EMBED:
      add_text (maker, &credit, NULL, block->text, NULL, x);
      add_text (maker, &credit, NULL, block->href, NULL, x);
      break;
    case NP_BLOCK_ITEM:
    case NP_BLOCK_ROW:
    case NP_BLOCK_CELL:
    case NP_BLOCK_RULE:
    case NP_BLOCK_UNKNOWN:
      break;
    }
}

static void
add_blocks (Maker *maker, GPtrArray *blocks, double x)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (maker, blocks->pdata[i], MIN (x, maker->width / 2));
}

static gboolean
shows_first_photo (GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if ((block->type == NP_BLOCK_FIGURE && block->figure == 0) || shows_first_photo (block->children))
        return TRUE;
    }
  return FALSE;
}

static void
add_head (Maker *maker)
{
  const NpArticle *article = maker->article;
  const char *site = article->site_name != NULL ? article->site_name : article->site_domain;
  g_autofree char *published = np_format_published (article->published);
  g_autofree char *line = g_strjoin (" · ", site != NULL ? site : published, site != NULL ? published : NULL, NULL);

  add_text (maker, &kicker, NULL, article->section, NULL, 0);
  add_text (maker, &headline, NULL, article->headline, NULL, 0);
  add_text (maker, &deck, NULL, article->deck, NULL, 0);
  add_text (maker, &byline, NULL, article->byline, NULL, 0);
  add_text (maker, &byline, NULL, line, NULL, 0);
  if (!shows_first_photo (article->body))
    add_photo (maker, 0);
}

/**
 * np_print_items_new:
 * @article: a story
 * @context: of the paper
 * @width: of the text, points
 * @height: of a page, points
 * @find_file: (scope call): says where photos are
 * @user_data: for @find_file
 *
 * Returns: (transfer full) (element-type NpPrintItem): the story from its headline to where it is from
 */
GPtrArray *
np_print_items_new (const NpArticle *article, PangoContext *context, double width, double height,
                    NpPrintFindFile find_file, gpointer user_data)
{
  g_autofree gboolean *shown = g_new0 (gboolean, article->figures->len + 1);
  Maker maker = { g_ptr_array_new_with_free_func ((GDestroyNotify) np_print_item_free),
                  article,
                  context,
                  width,
                  height,
                  find_file,
                  user_data,
                  shown };

  add_head (&maker);
  add_blocks (&maker, article->body, 0);
  for (guint i = 0; i < article->figures->len; i++)
    add_photo (&maker, i);
  add_text (&maker, &source, NULL, article->canonical_url != NULL ? article->canonical_url : article->url, NULL, 0);
  return maker.items;
}
