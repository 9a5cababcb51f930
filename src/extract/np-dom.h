/* A parsed page as one array in document order: a subtree is a stretch of it, so that nothing has to recurse. */
#pragma once

#include "extract/np-arena.h"
#include "extract/np-names.h"

#include <gumbo.h>

G_BEGIN_DECLS

/* Stands for "no node". */
#define NP_DOM_NONE G_MAXUINT

/* The tag of a text node. */
#define NP_DOM_TEXT GUMBO_TAG_LAST

typedef enum
{
  NP_DOM_UNSEEN = 1 << 0,  /* never shown: script, style, template, noscript, head; and all below */
  NP_DOM_HIDDEN = 1 << 1,  /* hidden by an attribute; and all below */
  NP_DOM_IN_LINK = 1 << 2, /* below an a[href] */
} NpDomFlags;

typedef struct
{
  const GumboNode *source;
  const char *text; /* (nullable) of a text node */
  guint parent;
  guint end; /* the node behind the subtree */
  GumboTag tag;
  NpDomFlags flags;
  NpNames names;
  guint chars; /* letters and signs that are seen in the subtree, without white space */
  guint links; /* those of them in links */
} NpDomNode;

typedef struct
{
  NpArena *arena;
  NpDomNode *nodes;
  guint n_nodes;
  guint body; /* NP_DOM_NONE when there is none */
  guint head;
  guint heading; /* the first h1 with words, NP_DOM_NONE when there is none */
} NpDom;

NpDomFlags np_dom_seen_read (const GumboNode *source, GumboTag tag);
NpDom *np_dom_parse (const char *html, gsize length);
void np_dom_free (NpDom *dom);
const char *np_dom_attribute (const NpDom *dom, guint node, const char *name);
gboolean np_dom_is_named (const NpDom *dom, guint node, const char *tag_name);
gboolean np_dom_is_block (GumboTag tag);
guint np_dom_count_seen (const char *text);
guint np_dom_find_above (const NpDom *dom, guint node, GumboTag tag);
NpNames np_dom_names_above (const NpDom *dom, guint node, guint up_to);
char *np_dom_dup_text (const NpDom *dom, guint node);
void np_dom_append_text (const NpDom *dom, guint node, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpDom, np_dom_free)

G_END_DECLS
