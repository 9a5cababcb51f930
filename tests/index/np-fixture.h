/* Articles for the tests and benchmarks of the index: small ones by hand, and any number of varied ones. */
#pragma once

#include "model/np-article.h"
#include "model/np-topic-tree.h"
#include "index/np-index.h"

/* What a test says of an article; NULL and 0 are what most have. */
typedef struct
{
  const char *id, *headline, *deck, *body, *caption, *credit, *byline, *site, *published, *url, *topics, *note;
  gboolean read, starred, archived, trashed;
} NpFixture;

NpArticle *np_fixture_article (const NpFixture *fixture);
void np_fixture_put (NpIndex *index, const NpFixture *fixture);
NpArticle *np_fixture_generate (guint number);
NpTopicTree *np_fixture_topics (guint n_topics);
char *np_fixture_word (guint rank);
