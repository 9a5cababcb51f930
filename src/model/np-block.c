#include "model/np-block.h"

#include <string.h>

static const char *const type_names[] = {
  [NP_BLOCK_PARAGRAPH] = "paragraph",
  [NP_BLOCK_HEADING] = "heading",
  [NP_BLOCK_QUOTE] = "quote",
  [NP_BLOCK_LIST] = "list",
  [NP_BLOCK_ITEM] = "item",
  [NP_BLOCK_TABLE] = "table",
  [NP_BLOCK_ROW] = "row",
  [NP_BLOCK_CELL] = "cell",
  [NP_BLOCK_PREFORMATTED] = "preformatted",
  [NP_BLOCK_RULE] = "rule",
  [NP_BLOCK_FIGURE] = "figure",
  [NP_BLOCK_EMBED] = "embed",
};

static const char *const style_names[] = {
  [NP_SPAN_LINK] = "link",     [NP_SPAN_STRONG] = "strong",       [NP_SPAN_EMPHASIS] = "emphasis",
  [NP_SPAN_CODE] = "code",     [NP_SPAN_SUBSCRIPT] = "subscript", [NP_SPAN_SUPERSCRIPT] = "superscript",
  [NP_SPAN_ANCHOR] = "anchor",
};

static void
span_clear (gpointer data)
{
  g_free (((NpSpan *) data)->href);
}

/**
 * np_block_new:
 * @type: what kind of block
 *
 * Returns: (transfer full): an empty block
 */
NpBlock *
np_block_new (NpBlockType type)
{
  NpBlock *block = g_new0 (NpBlock, 1);

  block->type = type;
  return block;
}

/**
 * np_block_new_text:
 * @type: what kind of block
 * @text: its text
 *
 * Returns: (transfer full): a block with a copy of @text and no spans
 */
NpBlock *
np_block_new_text (NpBlockType type, const char *text)
{
  NpBlock *block = np_block_new (type);

  block->text = g_strdup (text);
  return block;
}

/**
 * np_block_copy:
 * @block: a block
 *
 * Returns: (transfer full): a deep copy of @block
 */
NpBlock *
np_block_copy (const NpBlock *block)
{
  NpBlock *copy;

  g_return_val_if_fail (block != NULL, NULL);

  copy = np_block_new (block->type);
  copy->text = g_strdup (block->text);
  copy->href = g_strdup (block->href);
  copy->level = block->level;
  copy->figure = block->figure;
  copy->ordered = block->ordered;
  copy->header = block->header;
  copy->unknown = g_strdup (block->unknown);
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      NpSpan *span = &g_array_index (block->spans, NpSpan, i);
      np_block_add_span (copy, span->start, span->end, span->style, span->href);
    }
  if (block->children != NULL)
    copy->children = np_blocks_copy (block->children);
  return copy;
}

/**
 * np_block_free:
 * @block: (transfer full) (nullable): a block
 *
 * Frees @block and everything below it.
 */
void
np_block_free (NpBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->text);
  g_free (block->href);
  g_free (block->unknown);
  g_clear_pointer (&block->spans, g_array_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_free (block);
}

/**
 * np_block_add_child:
 * @block: a block that holds others
 * @child: (transfer full): the block to hold
 *
 * Returns: (transfer none): @child
 */
NpBlock *
np_block_add_child (NpBlock *block, NpBlock *child)
{
  g_return_val_if_fail (block != NULL && child != NULL, NULL);

  if (block->children == NULL)
    block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_block_free);
  g_ptr_array_add (block->children, child);
  return child;
}

/**
 * np_block_add_span:
 * @block: a block with text
 * @start: the first character of the span
 * @end: the character after its last
 * @style: what the span is
 * @href: (nullable): where a link leads, or the name of an anchor
 *
 * Marks a stretch of the block's text, in its place by @start. An empty stretch is passed over.
 */
void
np_block_add_span (NpBlock *block, guint start, guint end, NpSpanStyle style, const char *href)
{
  NpSpan span = { start, end, style, NULL };
  guint i;

  g_return_if_fail (block != NULL);

  if (end <= start)
    return;
  if (block->spans == NULL)
    {
      block->spans = g_array_new (FALSE, FALSE, sizeof (NpSpan));
      g_array_set_clear_func (block->spans, span_clear);
    }
  i = block->spans->len;
  span.href = g_strdup (href);
  /* They mostly come in order. */
  while (i > 0 && g_array_index (block->spans, NpSpan, i - 1).start > start)
    i--;
  g_array_insert_val (block->spans, i, span);
}

static void
append_block (GString *out, const char *text, const char *separator)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, text);
}

/**
 * np_block_append_plain_text:
 * @block: a block
 * @text: where to write
 *
 * Appends the words of @block to @text: each block after a blank line, the cells of a table row separated by a tab.
 * Figures and rules have no words of their own.
 */
void
np_block_append_plain_text (const NpBlock *block, GString *text)
{
  g_return_if_fail (block != NULL && text != NULL);

  if (block->type == NP_BLOCK_ROW)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      for (guint i = 0; block->children != NULL && i < block->children->len; i++)
        append_block (row, ((NpBlock *) block->children->pdata[i])->text, "\t");
      append_block (text, row->str, "\n\n");
      return;
    }
  append_block (text, block->text, "\n\n");
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    np_block_append_plain_text (block->children->pdata[i], text);
}

/**
 * np_blocks_copy:
 * @blocks: (element-type NpBlock): blocks
 *
 * Returns: (transfer full) (element-type NpBlock): a deep copy that frees its elements
 */
GPtrArray *
np_blocks_copy (GPtrArray *blocks)
{
  GPtrArray *copy;

  g_return_val_if_fail (blocks != NULL, NULL);

  copy = g_ptr_array_new_full (blocks->len, (GDestroyNotify) np_block_free);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (copy, np_block_copy (blocks->pdata[i]));
  return copy;
}

/**
 * np_blocks_to_text:
 * @blocks: (element-type NpBlock): blocks
 *
 * Returns: (transfer full): their words, blocks separated by one blank line
 */
char *
np_blocks_to_text (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    np_block_append_plain_text (blocks->pdata[i], text);
  return g_string_free (text, FALSE);
}

/**
 * np_block_type_to_string:
 * @type: a kind of block other than `NP_BLOCK_UNKNOWN`
 *
 * Returns: its name on disk
 */
const char *
np_block_type_to_string (NpBlockType type)
{
  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (type_names), NULL);

  return type_names[type];
}

/**
 * np_block_type_from_string:
 * @name: (nullable): a name on disk
 * @type: (out): the kind of block
 *
 * Returns: whether @name is known
 */
gboolean
np_block_type_from_string (const char *name, NpBlockType *type)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (type_names); i++)
    if (strcmp (type_names[i], name) == 0)
      {
        *type = (NpBlockType) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * np_span_style_to_string:
 * @style: what a span is
 *
 * Returns: its name on disk
 */
const char *
np_span_style_to_string (NpSpanStyle style)
{
  g_return_val_if_fail ((guint) style < G_N_ELEMENTS (style_names), NULL);

  return style_names[style];
}

/**
 * np_span_style_from_string:
 * @name: (nullable): a name on disk
 * @style: (out): what the span is
 *
 * Returns: whether @name is known
 */
gboolean
np_span_style_from_string (const char *name, NpSpanStyle *style)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (style_names); i++)
    if (strcmp (style_names[i], name) == 0)
      {
        *style = (NpSpanStyle) i;
        return TRUE;
      }
  return FALSE;
}
