/* The whole text of a story as the page's own data tells it (JSON-LD's articleBody), laid beside the blocks of the
 * page. */
#pragma once

#include "extract/np-dom.h"
#include "extract/np-draft.h"

G_BEGIN_DECLS

/* With fewer letters it may be a teaser, which says nothing of where the story ends. */
#define NP_BODY_TOLD_STORY 400

typedef struct _NpBodyTold NpBodyTold;

NpBodyTold *np_body_told_new (const char *text);
void np_body_told_free (NpBodyTold *told);
guint np_body_told_length (const NpBodyTold *told);
double np_body_told_cover (const NpBodyTold *told, GArray *drafts);
guint np_body_told_locate (const NpBodyTold *told, const NpDom *dom);
void np_body_told_trim (const NpBodyTold *told, GArray *drafts);
void np_body_told_write (const NpBodyTold *told, GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpBodyTold, np_body_told_free)

G_END_DECLS
