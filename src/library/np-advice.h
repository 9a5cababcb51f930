/* What the library has to say about topics and stories when it is asked: plain records, for any thread. */
#pragma once

#include "model/np-article.h"
#include "model/np-story.h"

G_BEGIN_DECLS

/* A topic that a story could have. */
typedef struct
{
  char *name;
  char *key; /* (nullable) of a topic of the library */
  const char
      *why;    /* "keyword": the page says so; "named": a topic that the text names; "new": a name that stands out */
  guint count; /* how often the text has it */
} NpTopicSuggestion;

/* Two topics that are related, or that may be one and the same. */
typedef struct
{
  char *key, *other;
  char *name, *other_name; /* of twins: the names that speak for it, maybe old ones */
  const char *why;         /* of twins: "spelling", "order", "plural", "short", "acronym", "language", "letters" */
  double strength;         /* of a relation: 0–1 */
  gboolean mine;           /* somebody said so */
  guint shared;            /* stories in common */
  guint year, month;       /* when most of them were, 0 when that is not known */
  guint in_month;          /* how many those are */
  guint named;             /* headlines of the one that name the other */
  char **words;            /* (nullable) what headlines of both are about */
} NpTopicPair;

/* A story that has to do with another, and why. */
typedef struct
{
  NpStory *story;
  char **topics; /* names of topics of both */
  char **names;  /* names of people and places in both */
} NpRelatedStory;

/* What comes after a story: all of it is found at once. */
typedef struct
{
  GPtrArray *suggestions; /* of NpTopicSuggestion, best first */
  GPtrArray *related;     /* of NpRelatedStory, best first */
} NpStoryAdvice;

void np_topic_suggestion_free (NpTopicSuggestion *suggestion);
void np_topic_pair_free (NpTopicPair *pair);
void np_related_story_free (NpRelatedStory *related);
void np_story_advice_free (NpStoryAdvice *advice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoryAdvice, np_story_advice_free)

G_END_DECLS
