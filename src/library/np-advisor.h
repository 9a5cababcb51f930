/* Knows what the topics of a library have to do with each other and with its stories. Blocking; safe from any thread.
 * What it counts it counts when it is asked, and again only where something changed. */
#pragma once

#include "library/np-advice.h"
#include "library/np-catalog.h"
#include "topics/np-suggest.h"

G_BEGIN_DECLS

#define NP_TYPE_ADVISOR (np_advisor_get_type ())
G_DECLARE_FINAL_TYPE (NpAdvisor, np_advisor, NP, ADVISOR, GObject)

/* Called with the links, which are nobody else's until it ends. */
typedef void (*NpAdvisorFunc) (NpTopicLinks *links, gpointer user_data);

NpAdvisor *np_advisor_new (NpCatalog *catalog);
void np_advisor_forget (NpAdvisor *self);
GPtrArray *np_advisor_suggest (NpAdvisor *self, const NpArticle *article, NpSuggestFlags flags, guint limit);
GPtrArray *np_advisor_list_related (NpAdvisor *self, const char *key, guint limit);
GPtrArray *np_advisor_list_twins (NpAdvisor *self);
GPtrArray *np_advisor_find_stories (NpAdvisor *self, const NpArticle *article, guint limit, GError **error);
void np_advisor_with_links (NpAdvisor *self, NpAdvisorFunc func, gpointer user_data);

G_END_DECLS
