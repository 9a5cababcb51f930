/* What two stories have in common: topics, names, words; and whether they are one text twice. Pure. */
#pragma once

#include "model/np-article.h"
#include "topics/np-name-finder.h"

G_BEGIN_DECLS

/* What stories are compared by. Frozen once it is made. */
typedef struct _NpStoryTraits NpStoryTraits;

/* A plain record. */
typedef struct
{
  double score;   /* 0 for nothing in common; above that it only orders */
  char **topics;  /* keys of topics of both */
  char **names;   /* names of people and places in both, those of both headlines first */
  gboolean twice; /* the same text once more: another edition, another site */
} NpStoryLikeness;

NpStoryTraits *np_story_traits_new (const NpArticle *article, const NpTopicTree *tree);
void np_story_traits_free (NpStoryTraits *self);
void np_story_likeness_measure (const NpStoryTraits *a, const NpStoryTraits *b, NpStoryLikeness *likeness);
void np_story_likeness_clear (NpStoryLikeness *likeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoryTraits, np_story_traits_free)

G_END_DECLS
