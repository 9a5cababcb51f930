#include "extract/np-body-table.h"

/**
 * np_body_table_is_data:
 * @dom: a parsed page
 * @table: a table element
 *
 * Returns: whether @table holds data, in rows of short cells, and not the layout of the page
 */
gboolean
np_body_table_is_data (const NpDom *dom, guint table)
{
  guint rows = 0, cells = 0, longest = 0;

  for (guint i = table + 1; i < dom->nodes[table].end; i++)
    {
      GumboTag tag = dom->nodes[i].tag;

      if (tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE)
        return FALSE;
      rows += tag == GUMBO_TAG_TR;
      if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
        {
          cells++;
          longest = MAX (longest, dom->nodes[i].chars);
        }
    }
  return rows > 0 && cells > rows && longest < 800;
}

static NpBlock *
read_cell (const NpBody *body, NpInline *line, guint cell, guint *chars, guint *links)
{
  const NpDom *dom = body->dom;
  guint its_chars, its_links;
  gboolean bold;
  NpBlock *block;

  for (guint i = cell + 1; i < dom->nodes[cell].end; i++)
    {
      if (body->marks[i] != 0)
        {
          if ((body->marks[i] & NP_BODY_MATH) != 0)
            {
              g_autofree char *tex = np_body_math_dup_tex (dom, i);

              np_inline_reach (line, i);
              np_inline_add_code (line, tex);
            }
          i = dom->nodes[i].end - 1;
          continue;
        }
      np_inline_reach (line, i);
      np_inline_note (line, i);
      if (np_dom_is_block (dom->nodes[i].tag))
        np_inline_break (line);
      np_inline_add (line, i);
    }
  np_inline_reach (line, dom->nodes[cell].end);
  block = np_inline_take (line, NP_BLOCK_CELL, &its_chars, &its_links, &bold);
  *chars += its_chars;
  *links += its_links;
  if (block == NULL)
    block = np_block_new_text (NP_BLOCK_CELL, "");
  block->header = dom->nodes[cell].tag == GUMBO_TAG_TH;
  return block;
}

/**
 * np_body_table_read:
 * @body: a page, its furniture marked
 * @line: an empty line; it is empty afterwards
 * @table: a table element
 * @chars: (out): letters and signs in the table
 * @links: (out): those of them in links
 *
 * Returns: (transfer full): the table as a block; its caption, when it has one, is a row of one cell
 */
NpBlock *
np_body_table_read (const NpBody *body, NpInline *line, guint table, guint *chars, guint *links)
{
  const NpDom *dom = body->dom;
  NpBlock *block = np_block_new (NP_BLOCK_TABLE), *row = NULL;

  *chars = *links = 0;
  for (guint i = table + 1; i < dom->nodes[table].end; i++)
    {
      GumboTag tag = dom->nodes[i].tag;

      if (body->marks[i] != 0)
        i = dom->nodes[i].end - 1;
      else if (tag == GUMBO_TAG_TR)
        row = np_block_add_child (block, np_block_new (NP_BLOCK_ROW));
      else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION)
        {
          if (row == NULL || tag == GUMBO_TAG_CAPTION)
            row = np_block_add_child (block, np_block_new (NP_BLOCK_ROW));
          np_block_add_child (row, read_cell (body, line, i, chars, links));
          i = dom->nodes[i].end - 1;
        }
    }
  return block;
}
