#include "library/np-advice.h"

/**
 * np_topic_suggestion_free:
 * @suggestion: (transfer full) (nullable): a suggestion
 */
void
np_topic_suggestion_free (NpTopicSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->name);
  g_free (suggestion->key);
  g_free (suggestion);
}

/**
 * np_topic_pair_free:
 * @pair: (transfer full) (nullable): two topics
 */
void
np_topic_pair_free (NpTopicPair *pair)
{
  if (pair == NULL)
    return;
  g_free (pair->key);
  g_free (pair->other);
  g_free (pair->name);
  g_free (pair->other_name);
  g_strfreev (pair->words);
  g_free (pair);
}

/**
 * np_related_story_free:
 * @related: (transfer full) (nullable): a story
 */
void
np_related_story_free (NpRelatedStory *related)
{
  if (related == NULL)
    return;
  g_clear_object (&related->story);
  g_strfreev (related->topics);
  g_strfreev (related->names);
  g_free (related);
}

/**
 * np_story_advice_free:
 * @advice: (transfer full) (nullable): what comes after a story
 */
void
np_story_advice_free (NpStoryAdvice *advice)
{
  if (advice == NULL)
    return;
  g_clear_pointer (&advice->suggestions, g_ptr_array_unref);
  g_clear_pointer (&advice->related, g_ptr_array_unref);
  g_free (advice);
}
