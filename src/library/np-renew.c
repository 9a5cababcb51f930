#include "library/np-renew.h"

#include "base/np-text.h"
#include "json/np-json-article.h"
#include "library/np-library-error.h"

static gboolean
is_front_page (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;

  return path != NULL && (*path == '\0' || g_str_equal (path, "/")) && g_uri_get_query (uri) == NULL;
}

/**
 * np_renew_check:
 * @fresh: what the address of a story gives now
 * @old: the story as it is
 * @error: `NP_LIBRARY_ERROR_NO_STORY`, `NP_LIBRARY_ERROR_GONE`
 *
 * A site that has no such page any more may answer with another, and say that all is well.
 *
 * Returns: whether @fresh can be another version of @old
 */
gboolean
np_renew_check (const NpArticle *fresh, const NpArticle *old, GError **error)
{
  const char *final_url = fresh->provenance.final_url;

  if (is_front_page (final_url) && !is_front_page (old->url) && !is_front_page (old->provenance.final_url))
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_GONE, "the address leads to %s now", final_url);
  else if (np_article_count_words (fresh) == 0 && np_article_count_words (old) > 0)
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_STORY, "no text was found on the page");
  else
    return TRUE;
  return FALSE;
}

/**
 * np_renew_begin:
 * @fresh: the story as its page reads now; the caller alone holds it
 * @old: the story as it is
 *
 * Fills in what the page does not say, but an import fills in or a story cannot be without.
 *
 * Returns: what of @fresh may take the place of what @old has: all but what the user put right
 */
NpArticleFields
np_renew_begin (NpArticle *fresh, const NpArticle *old)
{
  NpArticleFields fields = NP_ARTICLE_FIELDS_EXTRACTED & ~np_article_get_edited (old);

  if (fresh->site_domain == NULL)
    fresh->site_domain = g_strdup (old->site_domain);
  if (fresh->canonical_url == NULL)
    fresh->canonical_url = g_strdup (old->canonical_url);
  g_ptr_array_unref (fresh->suggested_topics);
  fresh->suggested_topics = np_strings_copy (old->suggested_topics);
  return np_text_is_empty (fresh->headline) ? fields & ~NP_ARTICLE_HEADLINE : fields;
}

/* As it comes back from the disk, so that it can be compared with what came from there. */
static NpArticle *
normalize (const NpArticle *article, GError **error)
{
  g_autoptr (GBytes) bytes = np_json_article_to_bytes (article);

  return np_json_article_from_bytes (bytes, error);
}

/**
 * np_renew_join:
 * @old: the story as it is
 * @fresh: the story as its page reads now
 * @fields: what of @fresh is taken
 * @error: of `NP_JSON_ERROR`
 *
 * Returns: (transfer full) (nullable): the story as it is to be
 */
NpArticle *
np_renew_join (const NpArticle *old, const NpArticle *fresh, NpArticleFields fields, GError **error)
{
  g_autoptr (NpArticle) joined = np_article_copy (old);

  np_article_take_fields (joined, fresh, fields);
  return normalize (joined, error);
}
