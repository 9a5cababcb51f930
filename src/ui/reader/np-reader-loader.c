#include "ui/reader/np-reader-loader.h"

/* A story that comes sooner than this comes without a spinner in between. */
#define PATIENCE_MS 200

/* Changes of the library that come together are looked at together. */
#define REFRESH_MS 100

struct _NpReaderLoader
{
  NpLibrary *library;
  NpReaderLoaderFuncs funcs;
  gpointer user_data;
  char *id;              /* (nullable) the story that is wanted */
  GCancellable *loading; /* (nullable) */
  guint patience;        /* source */
  guint refreshing;      /* source */
};

/* One reading; it knows by its cancellable whether anybody still waits for it. */
typedef struct
{
  NpReaderLoader *loader;
  GCancellable *cancellable;
} Reading;

static void
stop (NpReaderLoader *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (GCancellable) cancellable = reading->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_library_read_article_finish (NP_LIBRARY (object), result, &error);
  NpReaderLoader *self = reading->loader;

  /* Another wish, or the end of the loader, cancelled this one: it has nothing to say any more. */
  if (g_cancellable_is_cancelled (cancellable))
    return;
  stop (self);
  if (article != NULL)
    self->funcs.loaded (article, self->user_data);
  else
    self->funcs.failed (error, self->user_data);
}

static void
load (NpReaderLoader *self)
{
  Reading *reading = g_new0 (Reading, 1);

  stop (self);
  self->loading = g_cancellable_new ();
  reading->loader = self;
  reading->cancellable = g_object_ref (self->loading);
  np_library_read_article_async (self->library, self->id, self->loading, on_read, reading);
}

static gboolean
on_patience_ended (gpointer user_data)
{
  NpReaderLoader *self = user_data;

  self->patience = 0;
  self->funcs.slow (self->user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
refresh (gpointer user_data)
{
  NpReaderLoader *self = user_data;

  self->refreshing = 0;
  if (self->id != NULL && self->loading == NULL)
    load (self);
  return G_SOURCE_REMOVE;
}

static void
on_library_changed (NpReaderLoader *self)
{
  if (self->refreshing == 0)
    self->refreshing = g_timeout_add (REFRESH_MS, refresh, self);
}

/**
 * np_reader_loader_new:
 * @library: where stories are read from
 * @funcs: what to do with them
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a loader that wants nothing yet
 */
NpReaderLoader *
np_reader_loader_new (NpLibrary *library, const NpReaderLoaderFuncs *funcs, gpointer user_data)
{
  NpReaderLoader *self = g_new0 (NpReaderLoader, 1);

  self->library = g_object_ref (library);
  self->funcs = *funcs;
  self->user_data = user_data;
  g_signal_connect_swapped (library, "stories-changed", G_CALLBACK (on_library_changed), self);
  g_signal_connect_swapped (library, "topics-changed", G_CALLBACK (on_library_changed), self);
  return self;
}

/**
 * np_reader_loader_free:
 * @self: (transfer full) (nullable): a loader; nothing comes of it any more
 */
void
np_reader_loader_free (NpReaderLoader *self)
{
  if (self == NULL)
    return;
  stop (self);
  g_clear_handle_id (&self->refreshing, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_object_unref (self->library);
  g_free (self->id);
  g_free (self);
}

/**
 * np_reader_loader_want:
 * @self: a loader
 * @id: (nullable): the story that is wanted from now on; %NULL for none
 */
void
np_reader_loader_want (NpReaderLoader *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->id);
  self->id = copy;
  stop (self);
  np_reader_loader_again (self);
}

/**
 * np_reader_loader_again:
 * @self: a loader
 *
 * Reads the story that is wanted, if there is one.
 */
void
np_reader_loader_again (NpReaderLoader *self)
{
  if (self->id == NULL)
    return;
  load (self);
  self->patience = g_timeout_add (PATIENCE_MS, on_patience_ended, self);
}

/**
 * np_reader_loader_get_id:
 * @self: a loader
 *
 * Returns: (nullable): the story that is wanted
 */
const char *
np_reader_loader_get_id (NpReaderLoader *self)
{
  return self->id;
}
