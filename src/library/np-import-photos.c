#include "library/np-import-photos.h"

#include "base/np-photo-header.h"
#include "base/np-photo-metadata.h"
#include "base/np-uri.h"
#include "extract/np-credit-line.h"
#include "library/np-local-file.h"

#include <string.h>

/* A file beside the page that was opened, or below it; a page may not reach for any other file. */
static GBytes *
read_beside (const char *source, const char *file, GCancellable *cancellable)
{
  g_autoptr (GFile) page = np_local_file_new (file);
  g_autoptr (GFile) folder = g_file_get_parent (page);
  g_autoptr (GFile) photo = g_file_new_for_uri (source);
  g_autoptr (NpPage) bytes = NULL;

  if (folder == NULL || !g_file_has_prefix (photo, folder))
    return NULL;
  bytes = np_local_file_read (source, cancellable, NULL);
  return bytes != NULL ? g_bytes_ref (bytes->bytes) : NULL;
}

/* The address on the web of what a saved page names relative to itself: the page tells its own address. */
static char *
web_address (const NpArticle *article, const char *source, const char *file)
{
  g_autoptr (GFile) page = np_local_file_new (file);
  g_autoptr (GFile) folder = g_file_get_parent (page);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  gsize length = uri != NULL ? strlen (uri) : 0;

  if (article->canonical_url == NULL || uri == NULL || !g_str_has_prefix (source, "file://"))
    return NULL;
  if (strncmp (source, uri, length) == 0 && source[length] == '/')
    return np_uri_resolve (article->canonical_url, source + length + 1);
  return np_uri_resolve (article->canonical_url, source + strlen ("file://"));
}

static GBytes *
get_photo (const char *source, const NpPage *page, const char *file, NpFetcher *fetcher, GCancellable *cancellable,
           GError **error)
{
  GBytes *bytes = NULL;

  if (file != NULL && g_str_has_prefix (source, "file:"))
    bytes = read_beside (source, file, cancellable);
  else if (np_uri_is_web (source))
    {
      g_autoptr (NpPage) photo =
          np_fetcher_fetch (fetcher, source, NP_FETCH_PHOTO, page->final_url, NULL, NULL, cancellable, error);

      return photo != NULL ? g_bytes_ref (photo->bytes) : NULL;
    }
  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%.200s: cannot be read", source);
  return bytes;
}

/* Tries once more where the page was saved from; the figure then has that address. */
static GBytes *
get_from_web (const NpArticle *article, NpFigure *figure, const NpPage *page, const char *file, NpFetcher *fetcher,
              GCancellable *cancellable, GError **error)
{
  g_autofree char *address = web_address (article, figure->source, file);

  if (!np_uri_is_web (address))
    return NULL;
  g_clear_error (error);
  g_free (figure->source);
  figure->source = g_steal_pointer (&address);
  return get_photo (figure->source, page, file, fetcher, cancellable, error);
}

/**
 * np_import_save_photo:
 * @figure: a figure that has no file yet
 * @bytes: its photo
 * @store: where the photo goes
 * @error: of `NP_STORE_ERROR`, or of `G_IO_ERROR` when @bytes are no photo
 *
 * Sets file, width and height of @figure.
 *
 * Returns: whether the photo is in the store
 */
gboolean
np_import_save_photo (NpFigure *figure, GBytes *bytes, NpStore *store, GError **error)
{
  const char *extension;
  guint width, height;

  if (!np_photo_header_read (bytes, &extension, &width, &height))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%.200s: not a photo",
                   figure->source != NULL ? figure->source : "data:");
      return FALSE;
    }
  figure->file = np_store_add_media (store, bytes, extension, error);
  if (figure->file == NULL)
    return FALSE;
  if (width > 0 && height > 0)
    {
      figure->width = width;
      figure->height = height;
    }
  return TRUE;
}

static void
fill (NpArticle *article, guint index, const char *member, char **value, const char *said)
{
  g_autofree char *field = NULL;

  if (*value != NULL || said == NULL)
    return;
  *value = g_strdup (said);
  field = g_strdup_printf ("figures/%u/%s", index, member);
  np_article_set_field_source (article, field, "photo");
}

/* What the page left out and the photo says of itself. What the page says stands. */
static void
fill_from_photo (NpArticle *article, guint index, GBytes *bytes)
{
  NpFigure *figure = article->figures->pdata[index];
  g_autoptr (NpPhotoFacts) facts = NULL;
  g_autofree char *caption = NULL, *behind = NULL, *credit = NULL, *stripped = NULL;

  if (figure->caption != NULL && figure->credit != NULL)
    return;
  facts = np_photo_metadata_read (bytes);
  credit = np_photo_facts_dup_credit (facts);
  /* Agencies end the caption with the credit, too. */
  np_credit_line_split (facts->values[NP_PHOTO_CAPTION], &caption, &behind);
  stripped = np_credit_line_strip (credit != NULL ? credit : behind);
  fill (article, index, "caption", &figure->caption, caption);
  fill (article, index, "credit", &figure->credit, stripped);
}

/* The bytes of a photo: those that came with the page, or what its address gives. */
static GBytes *
dup_photo (const NpArticle *article, NpFigure *figure, const NpPage *page, const char *file, NpFetcher *fetcher,
           GCancellable *cancellable, GError **error)
{
  GBytes *bytes = figure->bytes != NULL ? g_steal_pointer (&figure->bytes)
                                        : get_photo (figure->source, page, file, fetcher, cancellable, error);

  if (bytes == NULL && file != NULL)
    bytes = get_from_web (article, figure, page, file, fetcher, cancellable, error);
  return bytes;
}

/* An earlier figure of the same source has the file already. */
static gboolean
share_photo (NpArticle *article, guint index)
{
  NpFigure *figure = article->figures->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      NpFigure *other = article->figures->pdata[i];

      if (other->file == NULL || figure->source == NULL || g_strcmp0 (other->source, figure->source) != 0)
        continue;
      figure->file = g_strdup (other->file);
      figure->width = other->width;
      figure->height = other->height;
      return TRUE;
    }
  return FALSE;
}

/* Where a file lay on this computer is no part of a story. */
static void
forget_local_source (NpFigure *figure)
{
  if (figure->source != NULL && !np_uri_is_web (figure->source))
    g_clear_pointer (&figure->source, g_free);
}

/**
 * np_import_leave_photos:
 * @article: the article under construction
 *
 * Lets the photos stay where they are: of each figure the address on the web, caption and credit are kept, as the page
 * says them.
 */
void
np_import_leave_photos (NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      NpFigure *figure = article->figures->pdata[i];

      g_clear_pointer (&figure->bytes, g_bytes_unref);
      forget_local_source (figure);
    }
}

/**
 * np_import_photos:
 * @article: the article under construction
 * @page: where it came from
 * @file: (nullable): the file it was opened from; photos beside it may then be read
 * @store: where the photos go
 * @fetcher: the network
 * @progress: (nullable): called after each photo
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 *
 * Sets file, width and height of each figure whose photo could be had, and the caption and credit that the page left
 * out and the photo carries (the provenance then says "photo"); of the others it says why in the article's diagnostics.
 */
void
np_import_photos (NpArticle *article, const NpPage *page, const char *file, NpStore *store, NpFetcher *fetcher,
                  NpImportPhotosProgress progress, gpointer user_data, GCancellable *cancellable)
{
  if (article->figures->len > NP_IMPORT_MAX_PHOTOS)
    g_ptr_array_add (article->diagnostics, g_strdup_printf (NP_IMPORT_PHOTO_NOT_SAVED "of %u only the first %d are",
                                                            article->figures->len, NP_IMPORT_MAX_PHOTOS));
  for (guint i = 0; i < article->figures->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      NpFigure *figure = article->figures->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (figure->file == NULL && (figure->source != NULL || figure->bytes != NULL) && i < NP_IMPORT_MAX_PHOTOS
          && !share_photo (article, i))
        {
          bytes = dup_photo (article, figure, page, file, fetcher, cancellable, &error);
          if (bytes == NULL || !np_import_save_photo (figure, bytes, store, &error))
            g_ptr_array_add (article->diagnostics, g_strdup_printf (NP_IMPORT_PHOTO_NOT_SAVED "%s", error->message));
          else
            fill_from_photo (article, i, bytes);
        }
      forget_local_source (figure);
      if (progress != NULL)
        progress (i + 1, article->figures->len, user_data);
    }
}
