/* Footnotes and whatever else leads from one place of a page to another: the links, and the places that they name. */
#pragma once

#include "extract/np-dom.h"
#include "model/np-block.h"

G_BEGIN_DECLS

typedef struct _NpAnchors NpAnchors;

NpAnchors *np_anchors_new (const NpDom *dom, const char *base);
void np_anchors_free (NpAnchors *anchors);
char *np_anchors_dup_link (const NpAnchors *anchors, const char *href);
void np_anchors_list_names (const NpAnchors *anchors, guint node, GPtrArray *names);
void np_anchors_settle (GPtrArray *blocks, const char *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpAnchors, np_anchors_free)

G_END_DECLS
