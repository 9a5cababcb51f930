#include "library/np-difference.h"

#include "json/np-json-article.h"

/* The fields as the file has them; where their values were taken from is no part of what a reader sees. */
static GBytes *
write_fields (const NpArticle *article, NpArticleFields fields)
{
  g_autoptr (NpArticle) part = np_article_new ();

  np_article_take_fields (part, article, fields);
  g_hash_table_remove_all (part->provenance.fields);
  return np_json_article_to_bytes (part);
}

/**
 * np_difference_of:
 * @a: a story
 * @b: the same story
 * @fields: the fields to compare
 *
 * Returns: those of @fields that are written otherwise in @b than in @a
 */
NpArticleFields
np_difference_of (const NpArticle *a, const NpArticle *b, NpArticleFields fields)
{
  guint different = 0;

  g_return_val_if_fail (a != NULL && b != NULL, (NpArticleFields) 0);

  for (guint bit = 1; bit <= NP_ARTICLE_FIELDS_ALL; bit <<= 1)
    {
      g_autoptr (GBytes) in_a = NULL, in_b = NULL;

      if (!(fields & bit))
        continue;
      in_a = write_fields (a, (NpArticleFields) bit);
      in_b = write_fields (b, (NpArticleFields) bit);
      if (!g_bytes_equal (in_a, in_b))
        different |= bit;
    }
  return (NpArticleFields) different;
}
