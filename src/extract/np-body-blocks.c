#include "extract/np-body.h"

#include "base/np-uri.h"
#include "extract/np-body-table.h"
#include "extract/np-inline.h"

#include <string.h>

/* Blocks that hold blocks nest at most so deep; what is deeper is flattened. A list counts twice: itself and its item.
 */
#define DEEPEST (NP_BLOCK_MAX_DEPTH - 4)

/* The most letters of a heading. */
#define LONGEST_HEADING 120

/* An open element that has a block of its own. */
typedef struct
{
  guint end;      /* the node behind it */
  NpBlock *block; /* (nullable) NULL: only ends what was written before it */
} Open;

typedef struct
{
  NpBody *body;
  NpInline *line;
  GArray *open;     /* of Open */
  GArray *drafts;   /* of NpDraft */
  GArray *figures;  /* guint: photos met inside a line of text, to follow it */
  NpBlockType kind; /* of the text that is being written */
  guint level;
  guint node; /* where it began */
} Builder;

static NpBlock *
innermost (Builder *builder)
{
  for (guint i = builder->open->len; i > 0; i--)
    if (g_array_index (builder->open, Open, i - 1).block != NULL)
      return g_array_index (builder->open, Open, i - 1).block;
  return NULL;
}

static void
add_block (Builder *builder, NpBlock *block, guint node, guint chars, guint links, gboolean bold)
{
  NpBlock *parent = innermost (builder);
  NpDraft draft = { block, node, chars, links, bold };

  if (parent != NULL)
    {
      NpDraft *top = &g_array_index (builder->drafts, NpDraft, builder->drafts->len - 1);

      top->chars += chars;
      top->links += links;
      /* What stands in a list, but in none of its items, is an item. */
      if (block != NULL && parent->type == NP_BLOCK_LIST)
        parent = np_block_add_child (parent, np_block_new (NP_BLOCK_ITEM));
      if (block != NULL)
        np_block_add_child (parent, block);
      return;
    }
  g_array_append_val (builder->drafts, draft);
}

static void
add_figure (Builder *builder, guint node, guint index)
{
  NpBlock *block = np_block_new (NP_BLOCK_FIGURE);

  block->figure = index;
  add_block (builder, block, node, 0, 0, FALSE);
}

static void
flush (Builder *builder)
{
  guint chars, links;
  gboolean bold;
  NpBlock *block = np_inline_take (builder->line, builder->kind, &chars, &links, &bold);

  if (block != NULL)
    {
      /* Set large, but a sentence or two all the same. */
      if (block->type == NP_BLOCK_HEADING && chars > LONGEST_HEADING)
        block->type = NP_BLOCK_PARAGRAPH;
      if (block->type == NP_BLOCK_HEADING)
        block->level = builder->level;
      add_block (builder, block, builder->node, chars, links, bold);
    }
  for (guint i = 0; i + 1 < builder->figures->len; i += 2)
    add_figure (builder, g_array_index (builder->figures, guint, i), g_array_index (builder->figures, guint, i + 1));
  g_array_set_size (builder->figures, 0);
}

static void
open_element (Builder *builder, guint node, NpBlock *block)
{
  Open open = { builder->body->dom->nodes[node].end, block };

  g_array_append_val (builder->open, open);
}

static void
close_elements (Builder *builder, guint node)
{
  while (builder->open->len > 0 && g_array_index (builder->open, Open, builder->open->len - 1).end <= node)
    {
      flush (builder);
      g_array_set_size (builder->open, builder->open->len - 1);
      builder->kind = NP_BLOCK_PARAGRAPH;
      np_inline_keep_space (builder->line, FALSE);
    }
}

/* How deep what is added now would lie. What stands in a list without an item gets one, see add_block(). */
static guint
count_open_blocks (Builder *builder)
{
  const NpBlock *outer = NULL;
  guint n = 0;

  for (guint i = 0; i < builder->open->len; i++)
    {
      const NpBlock *block = g_array_index (builder->open, Open, i).block;

      if (block == NULL)
        continue;
      n += outer != NULL && outer->type == NP_BLOCK_LIST && block->type != NP_BLOCK_ITEM ? 2 : 1;
      outer = block;
    }
  return n;
}

/* A block that holds others, unless it would lie too deep. */
static void
open_block (Builder *builder, guint node, NpBlockType type, gboolean ordered)
{
  NpBlock *block;

  flush (builder);
  if (count_open_blocks (builder) >= DEEPEST)
    {
      open_element (builder, node, NULL);
      return;
    }
  block = np_block_new (type);
  block->ordered = ordered;
  add_block (builder, block, node, 0, 0, FALSE);
  open_element (builder, node, block);
}

static void
open_item (Builder *builder, guint node)
{
  NpBlock *list = innermost (builder);

  flush (builder);
  if (list != NULL && list->type == NP_BLOCK_LIST)
    open_element (builder, node, np_block_add_child (list, np_block_new (NP_BLOCK_ITEM)));
  else
    open_element (builder, node, NULL);
}

static void
add_table (Builder *builder, guint table)
{
  guint chars, links;
  NpBlock *block;

  flush (builder);
  block = np_body_table_read (builder->body, builder->line, table, &chars, &links);
  add_block (builder, block, table, chars, links, FALSE);
}

static void
add_embed (Builder *builder, guint node)
{
  const NpDom *dom = builder->body->dom;
  static const char *const attributes[] = { "src", "data-src", "data-lazy-src", "data-url" };
  g_autofree char *address = NULL;
  NpBlock *block;

  for (guint i = 0; i < G_N_ELEMENTS (attributes) && address == NULL; i++)
    {
      const char *value = np_dom_attribute (dom, node, attributes[i]);

      if (value != NULL && strncmp (value, "about:", 6) != 0)
        address = np_uri_resolve (builder->body->base, value);
    }
  if (!np_uri_is_web (address) || strstr (address, "googletagmanager") != NULL
      || strstr (address, "doubleclick") != NULL || strstr (address, "facebook.com/plugins") != NULL
      || strstr (address, "/ads") != NULL)
    return;
  flush (builder);
  block = np_block_new (NP_BLOCK_EMBED);
  block->href = g_steal_pointer (&address);
  add_block (builder, block, node, 0, 0, FALSE);
}

static gboolean
is_heading (GumboTag tag)
{
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

/* Begins the element @node. Gives the node to go on with. */
static guint
enter (Builder *builder, guint node)
{
  const NpDom *dom = builder->body->dom;
  const NpDomNode *at = &dom->nodes[node];
  guint index = (builder->body->marks[node] & NP_BODY_FIGURE) != 0
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (builder->body->figures, GUINT_TO_POINTER (node)))
                    : 0;

  if (index > 0)
    {
      if (np_inline_is_empty (builder->line))
        add_figure (builder, node, index - 1);
      else
        {
          index--;
          g_array_append_val (builder->figures, node);
          g_array_append_val (builder->figures, index);
        }
      return at->end;
    }
  if ((builder->body->marks[node] & NP_BODY_GONE) != 0)
    return at->end;
  if ((builder->body->marks[node] & NP_BODY_MATH) != 0)
    {
      g_autofree char *tex = np_body_math_dup_tex (dom, node);

      np_inline_add_code (builder->line, tex);
      return at->end;
    }
  if ((builder->body->marks[node] & NP_BODY_FURNITURE) != 0)
    {
      if (at->tag == GUMBO_TAG_IFRAME)
        add_embed (builder, node);
      else if (np_dom_is_block (at->tag))
        {
          flush (builder);
          if (at->chars > 3 && innermost (builder) == NULL)
            add_block (builder, NULL, node, at->chars, at->links, FALSE);
        }
      return at->end;
    }

  if (is_heading (at->tag))
    {
      flush (builder);
      builder->kind = NP_BLOCK_HEADING;
      builder->level = MAX (2, at->tag - GUMBO_TAG_H1 + 1);
      builder->node = node;
      open_element (builder, node, NULL);
    }
  else if (at->tag == GUMBO_TAG_UL || at->tag == GUMBO_TAG_OL)
    open_block (builder, node, NP_BLOCK_LIST, at->tag == GUMBO_TAG_OL);
  else if (at->tag == GUMBO_TAG_LI)
    open_item (builder, node);
  else if (at->tag == GUMBO_TAG_BLOCKQUOTE)
    open_block (builder, node, NP_BLOCK_QUOTE, FALSE);
  else if (at->tag == GUMBO_TAG_PRE || at->tag == GUMBO_TAG_LISTING || at->tag == GUMBO_TAG_XMP)
    {
      flush (builder);
      builder->kind = NP_BLOCK_PREFORMATTED;
      np_inline_keep_space (builder->line, TRUE);
      builder->node = node;
      open_element (builder, node, NULL);
    }
  else if (at->tag == GUMBO_TAG_HR)
    {
      flush (builder);
      add_block (builder, np_block_new (NP_BLOCK_RULE), node, 0, 0, FALSE);
    }
  else if (at->tag == GUMBO_TAG_TABLE && innermost (builder) == NULL && np_body_table_is_data (dom, node))
    {
      add_table (builder, node);
      return at->end;
    }
  else if (at->tag == GUMBO_TAG_IFRAME)
    {
      add_embed (builder, node);
      return at->end;
    }
  else if (np_dom_is_block (at->tag) && builder->kind != NP_BLOCK_HEADING && builder->kind != NP_BLOCK_PREFORMATTED)
    {
      flush (builder);
      open_element (builder, node, NULL);
    }
  else if (np_dom_is_block (at->tag))
    np_inline_break (builder->line);
  return node + 1;
}

static void
draft_clear (gpointer data)
{
  g_clear_pointer (&((NpDraft *) data)->block, np_block_free);
}

/* Lists and quotes that nothing came into. */
static gboolean
remove_empty (NpBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len;)
    if (remove_empty (block->children->pdata[i]))
      g_ptr_array_remove_index (block->children, i);
    else
      i++;
  return (block->type == NP_BLOCK_LIST || block->type == NP_BLOCK_ITEM || block->type == NP_BLOCK_QUOTE
          || block->type == NP_BLOCK_TABLE)
         && (block->children == NULL || block->children->len == 0);
}

/* Makes blocks of the nodes from @start to @end. */
static void
build (Builder *builder, guint start, guint end)
{
  NpInline *line = builder->line;

  for (guint i = start; i < end;)
    {
      close_elements (builder, i);
      np_inline_reach (line, i);
      if (np_inline_is_empty (line) && builder->kind == NP_BLOCK_PARAGRAPH)
        builder->node = i;
      /* Two line breaks in a row end a paragraph. */
      if (builder->kind == NP_BLOCK_PARAGRAPH && np_inline_ends_paragraph (line))
        flush (builder);
      if (builder->body->marks[i] == 0)
        np_inline_note (line, i);
      if (builder->body->marks[i] == 0 && np_inline_add (line, i))
        i++;
      else
        i = enter (builder, i);
    }
  close_elements (builder, end);
  np_inline_reach (line, end);
  flush (builder);
}

/* "AbarthAlfa RomeoAston Martin": what one can choose from, its lines run together. */
static gboolean
is_run_together (const char *text)
{
  guint joints = 0;

  for (const char *p = text; *p != '\0'; p++)
    joints += g_ascii_islower (*p) && g_ascii_isupper (p[1]);
  return joints > 5;
}

/* A first paragraph that stands between the headline and the element with the rest. */
static gboolean
is_lead (const NpBody *body, const NpDraft *draft)
{
  NpNames names = np_body_names (body, draft->node);

  if (draft->block == NULL || draft->links * 2 >= draft->chars)
    return FALSE;
  if ((names & (NP_NAME_CAPTION | NP_NAME_CREDIT | NP_NAME_DATE | NP_NAME_INFO_BOX)) != 0)
    return FALSE;
  if ((names & NP_NAME_DECK) != 0 || draft->block->type == NP_BLOCK_HEADING)
    return draft->chars > NP_BODY_LONGEST_DECK;
  if (draft->block->type != NP_BLOCK_PARAGRAPH || draft->chars < 70)
    return FALSE;
  return !is_run_together (np_draft_get_text (draft));
}

static void
build_leads (Builder *builder)
{
  NpBody *body = builder->body;
  const NpDom *dom = body->dom;

  if (body->headline_node == NP_DOM_NONE || dom->nodes[body->headline_node].end > body->region)
    return;
  for (guint i = dom->nodes[body->headline_node].end; i < body->region;)
    {
      if (dom->nodes[i].end > body->region
          || (body->marks[i] == 0 && dom->nodes[i].text == NULL && !np_dom_is_block (dom->nodes[i].tag)))
        {
          i++;
          continue;
        }
      if (body->marks[i] == 0 && dom->nodes[i].chars > 0)
        build (builder, i, dom->nodes[i].end);
      i = dom->nodes[i].end;
    }
  for (guint i = builder->drafts->len; i-- > 0;)
    {
      NpDraft *draft = &g_array_index (builder->drafts, NpDraft, i);

      if (!is_lead (body, draft))
        g_array_remove_index (builder->drafts, i);
      else
        draft->block->type = NP_BLOCK_PARAGRAPH;
    }
  if (builder->drafts->len > 4)
    g_array_set_size (builder->drafts, 0);
}

/**
 * np_body_build_drafts:
 * @body: a page, its region known, furniture and figures marked
 *
 * Makes blocks of everything in the region that is not marked, and of first paragraphs that stand before it.
 *
 * Returns: (transfer full) (element-type NpDraft): the blocks in order, and a draft without block for each gap
 */
GArray *
np_body_build_drafts (NpBody *body)
{
  const NpDom *dom = body->dom;
  g_autoptr (NpInline) line = np_inline_new (dom, body->base, body->anchors);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *drafts = g_array_new (FALSE, FALSE, sizeof (NpDraft));
  Builder builder = { body, line, open, drafts, figures, NP_BLOCK_PARAGRAPH, 2, body->region };

  g_array_set_clear_func (drafts, draft_clear);
  build_leads (&builder);
  build (&builder, body->region + 1, dom->nodes[body->region].end);
  for (guint i = drafts->len; i-- > 0;)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block != NULL && remove_empty (draft->block))
        g_array_remove_index (drafts, i);
    }
  return drafts;
}
