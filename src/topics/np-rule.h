/* Rules: searches that give a topic to the stories that they find. Pure: a story is looked at before any index has it.
 */
#pragma once

#include "model/np-article.h"
#include "model/np-query.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

NpQuery *np_rule_new_query (const char *search);
gboolean np_rule_finds (const NpTerm *term, const NpArticle *article, const NpTopicTree *tree);
GPtrArray *np_rule_list_topics (const NpArticle *article, const NpTopicTree *tree);

G_END_DECLS
