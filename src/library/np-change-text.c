#include "library/np-change-text.h"

#include "library/np-change-variant.h"
#include "library/np-difference.h"
#include "library/np-library-error.h"
#include "model/np-reading.h"
#include "model/np-time.h"

/**
 * np_change_is_of_text:
 * @kind: a kind of change
 *
 * Returns: whether it is done by np_change_do_text()
 */
gboolean
np_change_is_of_text (NpChangeKind kind)
{
  return kind == NP_CHANGE_EDIT || kind == NP_CHANGE_REEXTRACT || kind == NP_CHANGE_UPDATE
         || kind == NP_CHANGE_RESTORE_VERSION;
}

static guint
find_version (const NpArticle *article, const char *file)
{
  guint i = 0;

  while (i < article->versions->len && g_strcmp0 (((NpVersion *) article->versions->pdata[i])->file, file) != 0)
    i++;
  return i;
}

/* The earlier version that is to take its place again. */
static NpArticle *
read_version (NpChange *change, NpCatalog *catalog, const NpArticle *before, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  const char *file = np_change_get_name (change);
  NpArticle *article = NULL;

  if (find_version (before, file) < before->versions->len)
    article = np_store_read_version (np_catalog_get_store (catalog), file, &trouble);
  else
    g_set_error (&trouble, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND, "the story has no version “%s”", file);
  if (article == NULL)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&trouble)));
  return article;
}

/* What of the story is to become as @wanted has it. A story that somebody put right since its page was read anew keeps
 * all of its own: text and photos belong together. */
static NpArticleFields
fields_to_take (NpChange *change, const NpArticle *before, const NpArticle *wanted)
{
  NpArticleFields edited = np_article_get_edited (before);

  if (np_change_get_kind (change) == NP_CHANGE_EDIT)
    return np_change_get_fields (change);
  if (np_change_get_kind (change) == NP_CHANGE_RESTORE_VERSION)
    return np_difference_of (before, wanted, NP_ARTICLE_FIELDS_EXTRACTED);
  if (edited != np_article_get_edited (wanted))
    return (NpArticleFields) 0;
  return np_difference_of (before, wanted, NP_ARTICLE_FIELDS_EXTRACTED & ~edited);
}

static const char *
reason_of (NpChangeKind kind)
{
  return kind == NP_CHANGE_UPDATE            ? NP_VERSION_UPDATE
         : kind == NP_CHANGE_RESTORE_VERSION ? NP_VERSION_RESTORE
                                             : NP_VERSION_REEXTRACT;
}

/* Keeps the text as it was, on disk before @after that names it. */
static gboolean
keep_version (NpChange *change, NpCatalog *catalog, const NpArticle *before, NpArticle *after, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *file = np_store_add_version (np_catalog_get_store (catalog), before, &trouble);
  g_autofree char *now = np_time_now ();
  guint there;

  if (file == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&trouble)));
      return FALSE;
    }
  there = find_version (after, file);
  if (there < after->versions->len)
    g_ptr_array_remove_index (after->versions, there);
  g_ptr_array_add (after->versions, np_version_new (file, now, reason_of (np_change_get_kind (change))));
  return TRUE;
}

/* The version that is the present text again is no older one. */
static void
take_out_version (NpChange *change, NpArticle *after)
{
  guint there = find_version (after, np_change_get_name (change));

  if (there < after->versions->len)
    g_ptr_array_remove_index (after->versions, there);
}

/**
 * np_change_do_text:
 * @change: a change of a kind that np_change_is_of_text()
 * @catalog: where
 * @before: the story as it is
 * @trashed: whether it is in the trash
 * @effect: gets what was done
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Touches the fields alone that the change is about: what others did to the story since it was read stays. When a
 * reader sees another text afterwards that the user did not write, the former one is kept as a version.
 *
 * Returns: whether it was done
 */
gboolean
np_change_do_text (NpChange *change, NpCatalog *catalog, const NpArticle *before, gboolean trashed, NpEffect *effect,
                   GError **error)
{
  NpChangeKind kind = np_change_get_kind (change);
  g_autoptr (NpArticle) version = NULL, after = np_article_copy (before);
  const NpArticle *wanted = np_change_get_article (change, before->id);
  NpArticleFields fields;

  if (kind == NP_CHANGE_RESTORE_VERSION)
    {
      wanted = version = read_version (change, catalog, before, error);
      if (version == NULL)
        return FALSE;
      take_out_version (change, after);
    }
  fields = wanted != NULL ? fields_to_take (change, before, wanted) : 0;
  if (fields == 0)
    return TRUE;
  if (kind == NP_CHANGE_RESTORE_VERSION)
    fields |= NP_ARTICLE_VERSIONS;
  np_article_take_fields (after, wanted, fields & ~NP_ARTICLE_VERSIONS);
  if (kind != NP_CHANGE_EDIT && !np_reading_equal (before, after))
    {
      if (!keep_version (change, catalog, before, after, error))
        return FALSE;
      fields |= NP_ARTICLE_VERSIONS;
    }
  if (!np_catalog_write (catalog, after, error))
    return FALSE;
  np_effect_add_edit (effect, before, after, fields, trashed);
  return TRUE;
}
