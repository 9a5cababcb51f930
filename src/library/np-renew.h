/* A saved story as its page reads now: what is the user's own stays. */
#pragma once

#include "model/np-article-fields.h"

G_BEGIN_DECLS

gboolean np_renew_check (const NpArticle *fresh, const NpArticle *old, GError **error);
NpArticleFields np_renew_begin (NpArticle *fresh, const NpArticle *old);
NpArticle *np_renew_join (const NpArticle *old, const NpArticle *fresh, NpArticleFields fields, GError **error);

G_END_DECLS
