#include "ui/np-story-content.h"

#include "library/np-share.h"

struct _NpStoryContent
{
  GdkContentProvider parent_instance;
  NpLibrary *library;
  char **ids;
  char *url, *title; /* (nullable) of one story that has an address */
};

G_DEFINE_FINAL_TYPE (NpStoryContent, np_story_content, GDK_TYPE_CONTENT_PROVIDER)

/* Best first. Browsers take the address of a story, which Mozilla's type has with its title; file managers take a file.
 */
#define MOZILLA_URL "text/x-moz-url"
static const struct
{
  const char *mime_type;
  NpShareForm form;
} forms[] = { { "text/uri-list", NP_SHARE_FILES },
              { "text/html", NP_SHARE_HTML },
              { "text/plain;charset=utf-8", NP_SHARE_TEXT },
              { "text/plain", NP_SHARE_TEXT } };

static void
np_story_content_finalize (GObject *object)
{
  NpStoryContent *self = NP_STORY_CONTENT (object);

  g_clear_object (&self->library);
  g_strfreev (self->ids);
  g_free (self->url);
  g_free (self->title);
  G_OBJECT_CLASS (np_story_content_parent_class)->finalize (object);
}

static GdkContentFormats *
np_story_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  if (NP_STORY_CONTENT (provider)->url != NULL)
    gdk_content_formats_builder_add_mime_type (builder, MOZILLA_URL);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    gdk_content_formats_builder_add_mime_type (builder, forms[i].mime_type);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The task has the bytes as long as they are written. */
static void
write_bytes (GTask *task, GBytes *bytes)
{
  GOutputStream *stream = g_object_get_data (G_OBJECT (task), "np-stream");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, data, length, g_task_get_priority (task), g_task_get_cancellable (task),
                                   written_cb, task);
}

static void
shared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = np_share_stories_finish (NP_LIBRARY (source), result, &error);

  if (bytes != NULL)
    {
      write_bytes (task, bytes);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Address and title, a line each, in UTF-16. */
static GBytes *
make_link (NpStoryContent *self)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", self->url, self->title);
  glong n;
  gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  return g_bytes_new_take (wide, (gsize) n * sizeof *wide);
}

static void
np_story_content_write_async (GdkContentProvider *provider, const char *mime_type, GOutputStream *stream,
                              int io_priority, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  NpStoryContent *self = NP_STORY_CONTENT (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, np_story_content_write_async);
  g_task_set_priority (task, io_priority);
  g_object_set_data_full (G_OBJECT (task), "np-stream", g_object_ref (stream), g_object_unref);
  if (self->url != NULL && g_str_equal (mime_type, MOZILLA_URL))
    {
      g_autoptr (GBytes) bytes = make_link (self);

      write_bytes (task, bytes);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (mime_type, forms[i].mime_type))
      {
        np_share_stories_async (self->library, (const char *const *) self->ids, forms[i].form, cancellable, shared_cb,
                                task);
        return;
      }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "stories are not given as %s", mime_type);
  g_object_unref (task);
}

static gboolean
np_story_content_write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
np_story_content_class_init (NpStoryContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = np_story_content_finalize;
  provider_class->ref_formats = np_story_content_ref_formats;
  provider_class->write_mime_type_async = np_story_content_write_async;
  provider_class->write_mime_type_finish = np_story_content_write_finish;
}

static void
np_story_content_init (NpStoryContent *self)
{
}

/**
 * np_story_content_new:
 * @library: a library
 * @stories: (element-type NpStory): stories of it
 *
 * Returns: (transfer full): what other programs get of @stories
 */
GdkContentProvider *
np_story_content_new (NpLibrary *library, GPtrArray *stories)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  NpStoryContent *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && stories != NULL, NULL);

  self = g_object_new (NP_TYPE_STORY_CONTENT, NULL);
  self->library = g_object_ref (library);
  for (guint i = 0; i < stories->len; i++)
    g_strv_builder_add (ids, np_story_get_id (stories->pdata[i]));
  self->ids = g_strv_builder_end (ids);
  if (stories->len == 1)
    {
      self->url = g_strdup (np_story_get_url (stories->pdata[0]));
      self->title = g_strdup (np_story_get_headline (stories->pdata[0]));
    }
  return GDK_CONTENT_PROVIDER (self);
}
