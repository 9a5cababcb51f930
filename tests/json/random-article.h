/* Articles and topics for tests: with everything in them, and random ones of a seed. */
#pragma once

#include "model/np-article.h"
#include "model/np-searches.h"
#include "model/np-topic-tree.h"

NpArticle *random_article_full (void);
NpArticle *random_article (GRand *random);
NpTopicTree *random_topics (GRand *random);
NpSearches *random_searches (GRand *random);
