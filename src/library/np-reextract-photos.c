#include "library/np-reextract-photos.h"

#include "base/np-uri.h"
#include "library/np-import-photos.h"

#include <string.h>

/* Of a photo that is in none of the two. */
#define NONE (-1)

static gboolean
has_words (const NpFigure *figure)
{
  return figure->caption != NULL || figure->alt != NULL;
}

static gboolean
is_file_of (const NpFigure *figure, const char *hash)
{
  const char *name = figure->file != NULL ? strrchr (figure->file, '/') : NULL;

  return name != NULL && g_str_has_prefix (name + 1, hash);
}

/* The number of the photo of @old that @figure is: of the same address, of the same bytes, or, of a page that was saved
 * with its photos beside it, whose addresses are not kept, of the same words. */
static int
find_old (const NpArticle *old, const NpFigure *figure)
{
  g_autofree char *hash =
      figure->bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, figure->bytes) : NULL;

  for (guint i = 0; i < old->figures->len; i++)
    {
      const NpFigure *other = old->figures->pdata[i];

      if (hash != NULL ? is_file_of (other, hash)
                       : figure->source != NULL && g_strcmp0 (figure->source, other->source) == 0)
        return (int) i;
    }
  for (guint i = 0; hash == NULL && has_words (figure) && i < old->figures->len; i++)
    {
      const NpFigure *other = old->figures->pdata[i];

      if (other->source == NULL && other->file != NULL && g_strcmp0 (other->caption, figure->caption) == 0
          && g_strcmp0 (other->alt, figure->alt) == 0)
        return (int) i;
    }
  return NONE;
}

/* What the photo said of itself stays where the page says nothing. */
static void
keep_told (NpArticle *fresh, guint at, const char *member, char **value, const NpArticle *old, guint old_at,
           const char *told)
{
  g_autofree char *from = g_strdup_printf ("figures/%u/%s", old_at, member);
  g_autofree char *to = g_strdup_printf ("figures/%u/%s", at, member);
  const char *source = g_hash_table_lookup (old->provenance.fields, from);

  if (*value != NULL || told == NULL || g_strcmp0 (source, "photo") != 0)
    return;
  *value = g_strdup (told);
  np_article_set_field_source (fresh, to, "photo");
}

/* Makes the photo @at of @fresh the saved one: its file and all that is known of that, with the new words. */
static void
carry (NpArticle *fresh, guint at, const NpArticle *old, guint old_at)
{
  const NpFigure *was = old->figures->pdata[old_at];
  NpFigure *figure = fresh->figures->pdata[at], *kept = np_figure_copy (was);
  char **const words[] = { &kept->caption, &kept->credit, &kept->alt };
  char **const from[] = { &figure->caption, &figure->credit, &figure->alt };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_free (*words[i]);
      *words[i] = g_steal_pointer (from[i]);
    }
  if (kept->file == NULL)
    {
      kept->width = figure->width;
      kept->height = figure->height;
    }
  np_figure_free (figure);
  fresh->figures->pdata[at] = kept;
  keep_told (fresh, at, "caption", &kept->caption, old, old_at, was->caption);
  keep_told (fresh, at, "credit", &kept->credit, old, old_at, was->credit);
}

/* A photo that came with the page and that the story did not have. */
static void
save_new (NpArticle *fresh, NpFigure *figure, NpStore *store)
{
  g_autoptr (GError) error = NULL;

  if (store != NULL && figure->bytes != NULL && !np_import_save_photo (figure, figure->bytes, store, &error))
    g_ptr_array_add (fresh->diagnostics, g_strdup_printf (NP_IMPORT_PHOTO_NOT_SAVED "%s", error->message));
  g_clear_pointer (&figure->bytes, g_bytes_unref);
  if (!np_uri_is_web (figure->source))
    g_clear_pointer (&figure->source, g_free);
}

/* The text numbers the photos as the user's own list has them; a photo that is not in there is not in the text. */
static void
renumber (GPtrArray *blocks, const GArray *places)
{
  for (guint i = blocks->len; i-- > 0;)
    {
      NpBlock *block = blocks->pdata[i];
      int place;

      if (block->children != NULL)
        renumber (block->children, places);
      if (block->type != NP_BLOCK_FIGURE)
        continue;
      place = block->figure < places->len ? g_array_index (places, int, block->figure) : NONE;
      if (place == NONE)
        g_ptr_array_remove_index (blocks, i);
      else
        block->figure = (guint) place;
    }
}

/* A saved photo without an address cannot be found again if it is lost now. */
static gboolean
would_lose (const NpArticle *old, const GArray *places)
{
  for (guint i = 0; i < old->figures->len; i++)
    {
      const NpFigure *figure = old->figures->pdata[i];
      gboolean found = figure->file == NULL || figure->source != NULL;

      for (guint j = 0; !found && j < places->len; j++)
        found = g_array_index (places, int, j) == (int) i;
      if (!found)
        return TRUE;
    }
  return FALSE;
}

/* The text is the user's, and numbers the photos as they were: these stay in their places and get new words alone. */
static void
take_old_places (NpArticle *fresh, const NpArticle *old, const GArray *places)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_figure_free);

  for (guint i = 0; i < old->figures->len; i++)
    {
      NpFigure *figure = np_figure_copy (old->figures->pdata[i]);

      for (guint j = 0; j < places->len; j++)
        if (g_array_index (places, int, j) == (int) i)
          {
            const NpFigure *read = fresh->figures->pdata[j];

            g_free (figure->caption);
            g_free (figure->credit);
            g_free (figure->alt);
            figure->caption = g_strdup (read->caption);
            figure->credit = g_strdup (read->credit);
            figure->alt = g_strdup (read->alt);
            break;
          }
      g_ptr_array_add (figures, figure);
    }
  g_ptr_array_unref (fresh->figures);
  fresh->figures = figures;
  for (guint i = 0; i < figures->len; i++)
    carry (fresh, i, old, i);
}

/* What an import could not have is still missing. */
static void
keep_diagnostics (NpArticle *fresh, const NpArticle *old)
{
  gboolean missing = FALSE;

  for (guint i = 0; i < fresh->figures->len; i++)
    missing |= ((const NpFigure *) fresh->figures->pdata[i])->file == NULL;
  for (guint i = 0; missing && i < old->diagnostics->len; i++)
    if (g_str_has_prefix (old->diagnostics->pdata[i], NP_IMPORT_PHOTO_NOT_SAVED)
        && !np_strings_contain (fresh->diagnostics, old->diagnostics->pdata[i]))
      g_ptr_array_add (fresh->diagnostics, g_strdup (old->diagnostics->pdata[i]));
}

/**
 * np_reextract_photos:
 * @fresh: the story as its page reads now; the caller alone holds it
 * @old: the story as it is
 * @fields: what of @fresh is to be taken
 * @store: (nullable): where photos go that came with the page and are new; %NULL to save none
 *
 * Makes photos of @fresh that @old has those that were saved. Text and photos go by numbers: where the user put right
 * one of them alone, the other is made to fit it. Nothing is fetched.
 *
 * Returns: what of @fresh can be taken
 */
NpArticleFields
np_reextract_photos (NpArticle *fresh, const NpArticle *old, NpArticleFields fields, NpStore *store)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (fresh != NULL && old != NULL, (NpArticleFields) 0);

  for (guint i = 0; i < fresh->figures->len; i++)
    {
      int place = find_old (old, fresh->figures->pdata[i]);

      g_array_append_val (places, place);
    }
  if (!(fields & NP_ARTICLE_FIGURES) || would_lose (old, places))
    {
      renumber (fresh->body, places);
      keep_diagnostics (fresh, old);
      return fields & ~NP_ARTICLE_FIGURES;
    }
  if (!(fields & NP_ARTICLE_BODY))
    take_old_places (fresh, old, places);
  for (guint i = 0; (fields & NP_ARTICLE_BODY) && i < fresh->figures->len; i++)
    {
      int place = g_array_index (places, int, i);

      if (place != NONE)
        carry (fresh, i, old, (guint) place);
      else
        save_new (fresh, fresh->figures->pdata[i], store);
    }
  keep_diagnostics (fresh, old);
  return fields;
}
