#include "library/np-correct.h"

#include "extract/np-byline.h"
#include "extract/np-written-date.h"
#include "library/np-library-error.h"
#include "model/np-time.h"

#include <string.h>

/* --- fields --- */

static char **
find_text (NpArticle *article, NpPart part, guint figure)
{
  NpFigure *photo = figure < article->figures->len ? article->figures->pdata[figure] : NULL;

  switch (part)
    {
    case NP_PART_HEADLINE:
      return &article->headline;
    case NP_PART_DECK:
      return &article->deck;
    case NP_PART_BYLINE:
      return &article->byline;
    case NP_PART_PUBLISHED:
      return &article->published;
    case NP_PART_CAPTION:
      return photo != NULL ? &photo->caption : NULL;
    case NP_PART_CREDIT:
      return photo != NULL ? &photo->credit : NULL;
    }
  return NULL;
}

static NpArticleFields
field_of (NpPart part)
{
  static const NpArticleFields fields[] = { NP_ARTICLE_HEADLINE,  NP_ARTICLE_DECK,    NP_ARTICLE_BYLINE,
                                            NP_ARTICLE_PUBLISHED, NP_ARTICLE_FIGURES, NP_ARTICLE_FIGURES };

  return fields[part];
}

/**
 * np_correct_dup_part:
 * @article: a story
 * @part: what is looked at
 * @figure: the number of the photo, for a caption or credit
 *
 * Returns: (transfer full): its text as it is to be edited, empty where there is none
 */
char *
np_correct_dup_part (const NpArticle *article, NpPart part, guint figure)
{
  char **text;

  g_return_val_if_fail (article != NULL, NULL);

  text = find_text ((NpArticle *) article, part, figure);
  if (part == NP_PART_BYLINE && article->byline == NULL && article->authors->len > 0)
    {
      g_autoptr (GPtrArray) names = np_strings_copy (article->authors);

      g_ptr_array_add (names, NULL);
      return g_strjoinv (", ", (char **) names->pdata);
    }
  return g_strdup (text != NULL && *text != NULL ? *text : "");
}

/* A time as people write it: ISO 8601, or as it stands on a page. */
static char *
read_time (const NpArticle *article, const char *text)
{
  g_autofree char *iso = g_strdup (text);

  g_strdelimit (iso, " ", 'T');
  if (np_time_is_valid (iso))
    return g_steal_pointer (&iso);
  return np_written_date_parse (text, article->language);
}

static void
set_authors (NpArticle *article)
{
  g_autoptr (GPtrArray) names =
      article->byline != NULL ? np_byline_parse (article->byline, article->site_name) : np_strings_new ();

  g_ptr_array_set_size (article->authors, 0);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (article->authors, g_strdup (names->pdata[i]));
}

/**
 * np_correct_part:
 * @article: a story
 * @part: what is put right
 * @figure: the number of the photo, for a caption or credit
 * @text: what it is to be; empty takes it away
 * @error: `NP_LIBRARY_ERROR_DATE` for a time that cannot be understood
 *
 * Returns: (transfer full) (nullable): the change to do; %NULL without @error when nothing would be other than before
 */
NpChange *
np_correct_part (const NpArticle *article, NpPart part, guint figure, const char *text, GError **error)
{
  g_autoptr (NpArticle) wanted = NULL;
  g_autofree char *clean = g_strstrip (g_strdup (text)), *before = NULL;
  char **field;

  g_return_val_if_fail (article != NULL && text != NULL, NULL);

  before = np_correct_dup_part (article, part, figure);
  wanted = np_article_copy (article);
  field = find_text (wanted, part, figure);
  if (field == NULL || g_str_equal (before, clean))
    return NULL;
  if (part == NP_PART_PUBLISHED && *clean != '\0')
    {
      char *iso = read_time (article, clean);

      if (iso == NULL)
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_DATE, "“%s” is no date", clean);
          return NULL;
        }
      g_free (clean);
      clean = iso;
    }
  g_free (*field);
  *field = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
  if (part == NP_PART_BYLINE)
    set_authors (wanted);
  np_article_mark_edited (wanted, field_of (part));
  return np_change_new_edit (wanted, field_of (part));
}

/* --- blocks --- */

/* Where a block of text is: its number among @siblings. */
typedef struct
{
  GPtrArray *siblings; /* (nullable) */
  guint at;
} Spot;

/* Counts in the order of np_highlight_text_of(): the number of a block is that of its text there. */
static void
find_spot (GPtrArray *blocks, guint *left, Spot *spot)
{
  for (guint i = 0; blocks != NULL && spot->siblings == NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->type == NP_BLOCK_TABLE || block->type == NP_BLOCK_EMBED || block->type == NP_BLOCK_UNKNOWN)
        continue;
      if (block->text != NULL && (*left)-- == 0)
        {
          *spot = (Spot){ blocks, i };
          return;
        }
      find_spot (block->children, left, spot);
    }
}

/* A list without items, an item or a quote without blocks is nothing to be seen. */
static gboolean
is_hollow (const NpBlock *block)
{
  return block->text == NULL && (block->children == NULL || block->children->len == 0)
         && (block->type == NP_BLOCK_LIST || block->type == NP_BLOCK_ITEM || block->type == NP_BLOCK_QUOTE);
}

static void
remove_hollow (GPtrArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--)
    {
      NpBlock *block = blocks->pdata[i - 1];

      if (block->children != NULL)
        remove_hollow (block->children);
      if (is_hollow (block))
        g_ptr_array_remove_index (blocks, i - 1);
    }
}

static char *
take_text (NpArticle *article, guint number)
{
  Spot spot = { NULL, 0 };
  guint left = number;
  NpBlock *block;
  char *text;

  find_spot (article->body, &left, &spot);
  if (spot.siblings == NULL)
    return NULL;
  block = spot.siblings->pdata[spot.at];
  text = g_steal_pointer (&block->text);
  if (block->children == NULL || block->children->len == 0)
    g_ptr_array_remove_index (spot.siblings, spot.at);
  else
    g_clear_pointer (&block->spans, g_array_unref);
  remove_hollow (article->body);
  return text;
}

/**
 * np_correct_drop_block:
 * @article: a story
 * @block: the number of a block of text, as np_highlight_text_of() has them
 *
 * Returns: (transfer full) (nullable): the change that takes the block out of the story; %NULL where there is none
 */
NpChange *
np_correct_drop_block (const NpArticle *article, guint block)
{
  g_autoptr (NpArticle) wanted = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (article != NULL, NULL);

  wanted = np_article_copy (article);
  text = take_text (wanted, block);
  if (text == NULL)
    return NULL;
  np_article_mark_edited (wanted, NP_ARTICLE_BODY);
  return np_change_new_edit (wanted, NP_ARTICLE_BODY);
}

/* The photo that stands before a block of text, or else the first one after it; -1 = there is none. */
typedef struct
{
  guint left;
  int before, after;
  gboolean passed;
} Nearest;

static void
find_photo (GPtrArray *blocks, Nearest *nearest)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->type == NP_BLOCK_TABLE || block->type == NP_BLOCK_EMBED || block->type == NP_BLOCK_UNKNOWN)
        continue;
      if (block->type == NP_BLOCK_FIGURE && !nearest->passed)
        nearest->before = (int) block->figure;
      else if (block->type == NP_BLOCK_FIGURE && nearest->after < 0)
        nearest->after = (int) block->figure;
      if (block->text != NULL && nearest->left-- == 0)
        nearest->passed = TRUE;
      find_photo (block->children, nearest);
    }
}

/**
 * np_correct_make_caption:
 * @article: a story
 * @block: the number of a block of text, as np_highlight_text_of() has them
 *
 * The photo is the one before the block, which may be the lead photo above the text; a caption that it has stays, in
 * front.
 *
 * Returns: (transfer full) (nullable): the change that makes the block the caption of its photo; %NULL where there is
 * no block or no photo
 */
NpChange *
np_correct_make_caption (const NpArticle *article, guint block)
{
  g_autoptr (NpArticle) wanted = NULL;
  g_autofree char *text = NULL;
  Nearest nearest = { block, -1, -1, FALSE };
  NpFigure *figure;
  int at;

  g_return_val_if_fail (article != NULL, NULL);

  wanted = np_article_copy (article);
  find_photo (wanted->body, &nearest);
  at = nearest.before >= 0 ? nearest.before : nearest.after >= 0 ? nearest.after : 0;
  text = take_text (wanted, block);
  if (text == NULL || (guint) at >= wanted->figures->len)
    return NULL;
  figure = wanted->figures->pdata[at];
  if (figure->caption != NULL && *figure->caption != '\0')
    {
      char *joined = g_strconcat (figure->caption, " ", text, NULL);

      g_free (figure->caption);
      figure->caption = joined;
    }
  else
    {
      g_free (figure->caption);
      figure->caption = g_steal_pointer (&text);
    }
  np_article_mark_edited (wanted, NP_ARTICLE_BODY | NP_ARTICLE_FIGURES);
  return np_change_new_edit (wanted, NP_ARTICLE_BODY | NP_ARTICLE_FIGURES);
}

static guint
count_texts (const NpBlock *block)
{
  guint n = block->text != NULL;

  if (block->type == NP_BLOCK_TABLE || block->type == NP_BLOCK_EMBED || block->type == NP_BLOCK_UNKNOWN)
    return 0;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    n += count_texts (block->children->pdata[i]);
  return n;
}

/**
 * np_correct_insert:
 * @article: a story
 * @block: the number of the block of text that they go after, as np_highlight_text_of() has them; or
 *   %NP_CORRECT_BEGINNING, or %NP_CORRECT_END
 * @blocks: (element-type NpBlock): what is missing
 *
 * Returns: (transfer full) (nullable): the change that puts @blocks into the story; %NULL when there are none
 */
NpChange *
np_correct_insert (const NpArticle *article, guint block, GPtrArray *blocks)
{
  g_autoptr (NpArticle) wanted = NULL;
  guint left = block, at = 0, texts;

  g_return_val_if_fail (article != NULL && blocks != NULL, NULL);

  if (blocks->len == 0)
    return NULL;
  wanted = np_article_copy (article);
  /* Into the story itself, never into the list or quote that the block may be in. */
  while (block != NP_CORRECT_BEGINNING && at < wanted->body->len
         && left >= (texts = count_texts (wanted->body->pdata[at])))
    {
      left -= texts;
      at++;
    }
  if (block != NP_CORRECT_BEGINNING)
    at++;
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_insert (wanted->body, (int) MIN (at + i, wanted->body->len), np_block_copy (blocks->pdata[i]));
  np_article_mark_edited (wanted, NP_ARTICLE_BODY);
  return np_change_new_edit (wanted, NP_ARTICLE_BODY);
}
