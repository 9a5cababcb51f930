/* The photos that came with a page in one file: the parts of an MHTML file, the data: addresses of a page. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

typedef struct _NpParts NpParts;

NpParts *np_parts_new (void);
void np_parts_free (NpParts *parts);
void np_parts_add (NpParts *parts, const char *address, GBytes *bytes);
const char *np_parts_add_photo (NpParts *parts, GBytes *bytes);
void np_parts_give (NpParts *parts, NpArticle *article);
void np_parts_forget_addresses (NpArticle *article);
char *np_parts_dup_address_of_id (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpParts, np_parts_free)

G_END_DECLS
