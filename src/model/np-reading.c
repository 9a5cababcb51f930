#include "model/np-reading.h"

static void
append (GString *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, words);
}

static void
append_figure (GString *text, const NpFigure *figure)
{
  append (text, figure->caption);
  append (text, figure->credit);
}

static void
append_row (GString *text, const NpBlock *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  np_block_append_plain_text (row, line);
  append (text, line->str);
}

/* @shown: which photos stand in the text */
static void
append_blocks (GString *text, const NpArticle *article, GPtrArray *blocks, gboolean *shown)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->type == NP_BLOCK_FIGURE && block->figure < article->figures->len)
        {
          append_figure (text, article->figures->pdata[block->figure]);
          shown[block->figure] = TRUE;
        }
      else if (block->type == NP_BLOCK_ROW)
        append_row (text, block);
      else
        {
          append (text, block->text);
          append_blocks (text, article, block->children, shown);
        }
    }
}

/**
 * np_reading_of:
 * @article: a story
 *
 * Returns: (transfer full): its headline, deck, byline, place and text, with the captions and credits where the photos
 *   are; those of photos that the text does not show at the end; a blank line between each
 */
char *
np_reading_of (const NpArticle *article)
{
  GString *text = g_string_new (NULL);
  g_autofree gboolean *shown = NULL;

  g_return_val_if_fail (article != NULL, NULL);

  shown = g_new0 (gboolean, article->figures->len + 1);
  append (text, article->headline);
  append (text, article->deck);
  append (text, article->byline);
  append (text, article->dateline);
  append_blocks (text, article, article->body, shown);
  for (guint i = 0; i < article->figures->len; i++)
    if (!shown[i])
      append_figure (text, article->figures->pdata[i]);
  return g_string_free (text, FALSE);
}

/* One that could not be had is known by its address alone. */
static gboolean
is_same_photo (const NpFigure *a, const NpFigure *b)
{
  return a->file != NULL || b->file != NULL ? g_strcmp0 (a->file, b->file) == 0 : g_strcmp0 (a->source, b->source) == 0;
}

/**
 * np_reading_has_same_photos:
 * @a: a story
 * @b: another version of it
 *
 * Returns: whether both have the same photos in the same order
 */
gboolean
np_reading_has_same_photos (const NpArticle *a, const NpArticle *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->figures->len != b->figures->len)
    return FALSE;
  for (guint i = 0; i < a->figures->len; i++)
    if (!is_same_photo (a->figures->pdata[i], b->figures->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * np_reading_equal:
 * @a: a story
 * @b: another version of it
 *
 * Returns: whether somebody who reads both sees the same words and the same photos
 */
gboolean
np_reading_equal (const NpArticle *a, const NpArticle *b)
{
  g_autofree char *one = np_reading_of (a), *other = np_reading_of (b);

  return g_str_equal (one, other) && np_reading_has_same_photos (a, b);
}
