/* From a parsed page to the blocks and figures of its story. The steps, each in a file of its own: what is furniture of
 * the site is marked (np-body-clean), where the prose lives is found (np-body-locate), photos are read with their
 * captions (np-figures), the rest becomes blocks (np-body-blocks), and blocks that are no part of the story go
 * (np-body-prune). */
#pragma once

#include "extract/np-anchors.h"
#include "extract/np-dom.h"
#include "extract/np-draft.h"
#include "model/np-article.h"

G_BEGIN_DECLS

/* What the steps share. */
typedef struct
{
  const NpDom *dom;
  const char *base;     /* (nullable) the address that the page's addresses are relative to */
  NpAnchors *anchors;   /* which places of the page its links lead to */
  const char *headline; /* (nullable) */
  const char *deck;     /* (nullable) */
  const char *byline;   /* (nullable) */
  const char *lead;     /* (nullable) the address of the photo that the page names as its own */

  guint8 *marks;       /* of NpBodyMark, one a node */
  guint *prose;        /* letters of prose in each subtree */
  guint *blocks;       /* the nearest block element of each node, itself included */
  guint region;        /* the element that the story's text is in */
  guint given;         /* the element that the story's text is said to be in, or NP_DOM_NONE */
  guint severity;      /* of np_body_mark_furniture(): 0 believes all names, 2 none */
  gboolean found;      /* an attempt that believed all names found some text */
  guint headline_node; /* of the page, or NP_DOM_NONE */
  GHashTable *figures; /* node → index into the article's figures + 1 */
} NpBody;

/* The most letters of a deck. What is longer is the first paragraph, however it is set. */
#define NP_BODY_LONGEST_DECK 140

typedef enum
{
  NP_BODY_FURNITURE = 1 << 0, /* no part of the story, and nothing below it either */
  NP_BODY_FIGURE = 1 << 1,    /* a photo with its caption; see figures */
  NP_BODY_GONE = 1 << 2,      /* part of a figure, or passed over for another reason; leaves no gap */
  NP_BODY_MATH = 1 << 3,      /* a formula; see np-body-math */
} NpBodyMark;

gboolean np_body_read (const NpDom *dom, const char *base, const char *lead, const char *told_text, NpArticle *article);

void np_body_read_whole (const NpDom *dom, const char *base, NpArticle *article);

NpNames np_body_names (const NpBody *body, guint node);
void np_body_weigh (NpBody *body);
void np_body_mark_furniture (NpBody *body, guint region);
void np_body_mark_teasers (NpBody *body, guint region);
void np_body_mark_line_numbers (NpBody *body);
void np_body_mark_math (NpBody *body);
char *np_body_math_dup_tex (const NpDom *dom, guint node);
void np_body_locate (NpBody *body);
void np_figures_read (NpBody *body, GPtrArray *photos);
GArray *np_body_build_drafts (NpBody *body);
gboolean np_body_is_head (const NpBody *body, GArray *drafts, guint index);
gboolean np_body_is_time (const NpBody *body, const NpDraft *draft);
void np_body_drop_foot (GArray *drafts);
void np_body_prune (NpBody *body, GArray *drafts);

G_END_DECLS
