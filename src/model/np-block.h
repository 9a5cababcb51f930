/* The body of a story: a tree of blocks. Structure, not HTML: nothing in it can run. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  NP_BLOCK_PARAGRAPH,
  NP_BLOCK_HEADING,      /* text, level 2–6 */
  NP_BLOCK_QUOTE,        /* children: blocks */
  NP_BLOCK_LIST,         /* children: NP_BLOCK_ITEM; ordered */
  NP_BLOCK_ITEM,         /* children: blocks; only in a list */
  NP_BLOCK_TABLE,        /* children: NP_BLOCK_ROW */
  NP_BLOCK_ROW,          /* children: NP_BLOCK_CELL; only in a table */
  NP_BLOCK_CELL,         /* text, header; only in a row */
  NP_BLOCK_PREFORMATTED, /* text with its line breaks and spaces */
  NP_BLOCK_RULE,
  NP_BLOCK_FIGURE, /* figure: index into the article's figures */
  NP_BLOCK_EMBED,  /* href and text: something of another site that was shown here */
  NP_BLOCK_UNKNOWN /* unknown: the JSON of a block of a later version, kept as it is */
} NpBlockType;

typedef enum
{
  NP_SPAN_LINK, /* href */
  NP_SPAN_STRONG,
  NP_SPAN_EMPHASIS,
  NP_SPAN_CODE,
  NP_SPAN_SUBSCRIPT,
  NP_SPAN_SUPERSCRIPT,
  NP_SPAN_ANCHOR, /* href: a name that links of the same story lead to */
} NpSpanStyle;

/* A stretch of a block's text, in Unicode characters: [start, end). Spans are sorted by start and may overlap. */
typedef struct
{
  guint start;
  guint end;
  NpSpanStyle style;
  char *href; /* (nullable) absolute http, https or mailto address, or "#" and the name of an anchor of the story */
} NpSpan;

typedef struct _NpBlock NpBlock;

/* A plain record. The one who made it may change it; once it is in an article that others have, nobody may. */
struct _NpBlock
{
  NpBlockType type;
  char *text;          /* (nullable) UTF-8; a line break inside is one \n */
  GArray *spans;       /* (nullable) of NpSpan */
  GPtrArray *children; /* (nullable) of NpBlock */
  char *href;          /* (nullable) of an embed */
  guint level;         /* of a heading */
  guint figure;        /* of a figure */
  gboolean ordered;    /* of a list */
  gboolean header;     /* of a cell */
  char *unknown;       /* (nullable) JSON object: members this version does not know */
};

/* How deep blocks may nest: deeper structure is flattened by whoever makes it, so walking may recurse. */
#define NP_BLOCK_MAX_DEPTH 16

NpBlock *np_block_new (NpBlockType type);
NpBlock *np_block_new_text (NpBlockType type, const char *text);
NpBlock *np_block_copy (const NpBlock *block);
void np_block_free (NpBlock *block);
NpBlock *np_block_add_child (NpBlock *block, NpBlock *child);
void np_block_add_span (NpBlock *block, guint start, guint end, NpSpanStyle style, const char *href);
void np_block_append_plain_text (const NpBlock *block, GString *text);
GPtrArray *np_blocks_copy (GPtrArray *blocks);
char *np_blocks_to_text (GPtrArray *blocks);
const char *np_block_type_to_string (NpBlockType type);
gboolean np_block_type_from_string (const char *name, NpBlockType *type);
const char *np_span_style_to_string (NpSpanStyle style);
gboolean np_span_style_from_string (const char *name, NpSpanStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpBlock, np_block_free)

G_END_DECLS
