#include "extract/np-lead-photo.h"

#include "base/np-uri.h"
#include "extract/np-image-key.h"
#include "extract/np-image.h"

#include <string.h>

static void
move_figure_first (NpArticle *article, guint index)
{
  NpFigure *figure = g_ptr_array_steal_index (article->figures, index);

  g_ptr_array_insert (article->figures, 0, figure);
  for (guint i = 0; i < article->body->len; i++)
    {
      NpBlock *block = article->body->pdata[i];

      if (block->type != NP_BLOCK_FIGURE)
        continue;
      if (block->figure == index)
        block->figure = 0;
      else if (block->figure < index)
        block->figure++;
    }
}

/* Whether an address is that of the site's own mark, which pages without a photo name instead of one. */
static gboolean
is_mark_of_site (const char *source)
{
  static const char *const signs[] = { "logo",       "favicon",       "icon.",         "icon-",         "-icon",
                                       "_icon",      "placeholder",   "default-image", "default_image", "og-default",
                                       "og_default", "share-default", "apple-touch",   "fallback",      "_default.",
                                       "-default.",  "/default-",     "/default_" };
  g_autofree char *lower = g_ascii_strdown (source, strcspn (source, "?#"));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (lower, signs[i]) != NULL)
      return TRUE;
  return !np_image_is_photo_address (source);
}

/* The first photo of the page, when no text stands before it. */
static gboolean
begins_with_photo (const NpArticle *article)
{
  return article->figures->len > 0 && article->body->len > 0
         && ((NpBlock *) article->body->pdata[0])->type == NP_BLOCK_FIGURE
         && ((NpBlock *) article->body->pdata[0])->figure == 0;
}

/* The words of a photo that a script puts at the head of the story, when that photo stands elsewhere. */
static void
drop_words_at_head (NpArticle *article, gboolean has_hero)
{
  if (!has_hero || article->figures->len == 0 || ((NpFigure *) article->figures->pdata[0])->source != NULL)
    return;
  g_ptr_array_remove_index (article->figures, 0);
  for (guint i = 0; i < article->body->len; i++)
    {
      NpBlock *block = article->body->pdata[i];

      if (block->type == NP_BLOCK_FIGURE && block->figure > 0)
        block->figure--;
    }
}

static guint
find_figure (const NpArticle *article, const NpFigure *figure)
{
  guint index = 0;

  g_ptr_array_find (article->figures, figure, &index);
  return index;
}

static gboolean
is_same_photo (const NpFigure *figure, const char *source)
{
  g_autofree char *key = np_image_key (source);
  g_autofree char *other = figure->source != NULL ? np_image_key (figure->source) : NULL;

  return g_strcmp0 (key, other) == 0;
}

/**
 * np_lead_photo_find:
 * @metadata: what the page says
 * @base: (nullable): the address that its addresses are relative to
 *
 * Returns: (transfer full) (nullable): the address of the photo that the page names as its own, unless it is the site's
 *   mark
 */
char *
np_lead_photo_find (const NpMetadata *metadata, const char *base)
{
  const NpFact *fact = np_metadata_best (metadata, NP_FACT_PHOTO);
  g_autofree char *source = fact != NULL ? np_uri_resolve (base, fact->value) : NULL;

  return np_image_is_address (source, base) && !is_mark_of_site (source) ? g_steal_pointer (&source) : NULL;
}

/**
 * np_lead_photo_apply:
 * @article: an article with its figures and its body
 * @lead: (nullable): the address of the photo that the page names as its own
 * @has_hero: whether the first figure stands at the head of the story, before its text
 *
 * Puts the photo that the page names as its own first, under the address that the page gives it.
 */
void
np_lead_photo_apply (NpArticle *article, const char *lead, gboolean has_hero)
{
  g_autofree char *source = g_strdup (lead);
  NpFigure *figure;

  if (lead == NULL)
    return;
  for (guint i = 0; i < article->figures->len; i++)
    {
      figure = article->figures->pdata[i];
      if (!is_same_photo (figure, source))
        continue;
      g_free (figure->source);
      figure->source = g_steal_pointer (&source);
      drop_words_at_head (article, has_hero);
      move_figure_first (article, find_figure (article, figure));
      return;
    }
  figure = article->figures->len > 0 ? article->figures->pdata[0] : NULL;
  if (figure != NULL && (has_hero || begins_with_photo (article)))
    {
      gboolean alike = figure->source != NULL && np_image_key_is_alike (figure->source, source);
      gboolean bare = figure->caption == NULL && figure->credit == NULL;

      /* The photo at the head of the story in another cut, or its words alone. One with words and another name is
       * another photo: what the page shows counts. */
      if (figure->source == NULL || alike
          || (bare && !(np_image_key_tells (figure->source) && np_image_key_tells (source))))
        {
          g_free (figure->source);
          figure->source = g_steal_pointer (&source);
        }
      if (!bare || source == NULL)
        return;
    }
  if (figure != NULL && figure->source != NULL && np_image_key_is_cut (figure->source, source))
    {
      g_free (figure->source);
      figure->source = g_steal_pointer (&source);
      return;
    }
  figure = np_figure_new ();
  figure->source = g_steal_pointer (&source);
  np_article_add_figure (article, figure);
  move_figure_first (article, article->figures->len - 1);
}
