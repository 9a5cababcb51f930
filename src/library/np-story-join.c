#include "library/np-story-join.h"

#include "base/np-text.h"
#include "extract/np-image-key.h"
#include "extract/np-title-key.h"

#include <string.h>

/* What is said twice in so few bytes can be meant: "Yes.", "* * *". */
#define SHORT_BYTES 25

/* Two pages of one story have at least this part of their headlines' words in common. */
#define SAME_TITLE 0.5

/**
 * np_story_join_is_same:
 * @article: a story
 * @next: what the page that seems to follow holds
 *
 * Returns: whether the headlines are of one story; where one is missing nothing speaks against it
 */
gboolean
np_story_join_is_same (const NpArticle *article, const NpArticle *next)
{
  g_autofree char *one = NULL, *other = NULL;
  guint shared;

  if (np_text_is_empty (article->headline) || np_text_is_empty (next->headline))
    return TRUE;
  one = np_title_key (article->headline);
  other = np_title_key (next->headline);
  return strstr (one, other) != NULL || strstr (other, one) != NULL
         || np_title_compare (article->headline, next->headline, &shared) >= SAME_TITLE;
}

/* What a block is compared by; NULL for one that may stand twice. */
static char *
dup_key (const NpBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  np_block_append_plain_text (block, text);
  g_strstrip (text->str);
  return block->type == NP_BLOCK_HEADING || strlen (text->str) >= SHORT_BYTES ? np_title_key (text->str) : NULL;
}

static GHashTable *
list_keys (const NpArticle *article)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (article->headline != NULL)
    g_hash_table_add (keys, np_title_key (article->headline));
  if (article->deck != NULL)
    g_hash_table_add (keys, np_title_key (article->deck));
  for (guint i = 0; i < article->body->len; i++)
    {
      char *key = dup_key (article->body->pdata[i]);

      if (key != NULL)
        g_hash_table_add (keys, key);
    }
  return keys;
}

static gboolean
is_same_photo (const NpFigure *one, const NpFigure *other)
{
  g_autofree char *a = NULL, *b = NULL;

  if (one->source == NULL || other->source == NULL)
    return FALSE;
  a = np_image_key (one->source);
  b = np_image_key (other->source);
  return strcmp (a, b) == 0;
}

static gboolean
has_photo (const NpArticle *article, const NpFigure *figure)
{
  for (guint i = 0; i < article->figures->len; i++)
    if (is_same_photo (article->figures->pdata[i], figure))
      return TRUE;
  return FALSE;
}

/* Takes the figures that @block shows along; at most NP_BLOCK_MAX_DEPTH deep. */
static void
take_figures (NpArticle *article, NpBlock *block, const NpArticle *next)
{
  if (block->type == NP_BLOCK_FIGURE && block->figure < next->figures->len)
    block->figure = np_article_add_figure (article, np_figure_copy (next->figures->pdata[block->figure]));
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    take_figures (article, block->children->pdata[i], next);
}

static gboolean
is_there (const NpArticle *article, GHashTable *keys, const NpBlock *block, const NpArticle *next)
{
  g_autofree char *key = NULL;

  if (block->type == NP_BLOCK_FIGURE)
    return block->figure >= next->figures->len || has_photo (article, next->figures->pdata[block->figure]);
  key = dup_key (block);
  return key != NULL && g_hash_table_contains (keys, key);
}

/**
 * np_story_join:
 * @article: a story under construction
 * @next: what the page holds that it goes on on
 *
 * Puts the body of @next at the end of @article's, but for paragraphs, headings and photos that are there already: many
 * sites repeat the head of a story on each page.
 *
 * Returns: how many blocks were added
 */
guint
np_story_join (NpArticle *article, const NpArticle *next)
{
  g_autoptr (GHashTable) keys = list_keys (article);
  guint added = 0;

  for (guint i = 0; i < next->body->len; i++)
    {
      const NpBlock *block = next->body->pdata[i];
      NpBlock *copy;

      if (is_there (article, keys, block, next))
        continue;
      copy = np_block_copy (block);
      take_figures (article, copy, next);
      g_ptr_array_add (article->body, copy);
      added++;
    }
  return added;
}
