#include "ui/reader/np-reader-keeper.h"

#include <math.h>

/* A story that somebody looks at for this long is read; going through the list by keyboard is not reading. */
#define READ_AFTER_MS 2000

/* For this long after a story came, scrolling is the view's own. */
#define SETTLE_MS 400

/* After scrolling has rested for this long, the place is kept. */
#define SAVE_AFTER_MS 1500

struct _NpReaderKeeper
{
  NpLibrary *library;
  NpReaderView *view;
  GtkAdjustment *adjustment;
  gulong scrolled;

  char *id;     /* (nullable) the story */
  gint64 begun; /* when it came, monotonic time */
  double saved; /* the place that the library has */
  gboolean read;
  gboolean moved; /* somebody scrolled since the story came */
  guint reading;  /* source */
  guint saving;   /* source */
};

static void
save (NpReaderKeeper *self, gboolean read)
{
  double place = np_reader_view_get_place (self->view);
  gboolean becomes_read = read && !self->read;

  if (!self->moved)
    place = self->saved;
  if (!becomes_read && fabs (place - self->saved) < 0.001)
    return;
  self->saved = place;
  self->read |= read;
  np_library_set_place (self->library, self->id, place, read);
}

static gboolean
on_read (gpointer user_data)
{
  NpReaderKeeper *self = user_data;

  self->reading = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    save (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
on_rest (gpointer user_data)
{
  NpReaderKeeper *self = user_data;

  self->saving = 0;
  save (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* The view scrolls by itself while it is laid out and goes to its place; after a moment it is people who scroll. */
static void
on_scrolled (NpReaderKeeper *self)
{
  if (self->id == NULL || g_get_monotonic_time () < self->begun + SETTLE_MS * 1000)
    return;
  self->moved = TRUE;
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add (SAVE_AFTER_MS, on_rest, self);
}

/**
 * np_reader_keeper_new:
 * @library: where places are kept
 * @view: the view of the stories
 * @adjustment: how far @view is scrolled
 *
 * Returns: (transfer full): a keeper without a story
 */
NpReaderKeeper *
np_reader_keeper_new (NpLibrary *library, NpReaderView *view, GtkAdjustment *adjustment)
{
  NpReaderKeeper *self = g_new0 (NpReaderKeeper, 1);

  self->library = g_object_ref (library);
  self->view = g_object_ref (view);
  self->adjustment = g_object_ref (adjustment);
  self->scrolled = g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  return self;
}

/**
 * np_reader_keeper_free:
 * @self: (transfer full) (nullable): a keeper; the place is kept first
 */
void
np_reader_keeper_free (NpReaderKeeper *self)
{
  if (self == NULL)
    return;
  np_reader_keeper_end (self);
  g_signal_handler_disconnect (self->adjustment, self->scrolled);
  g_object_unref (self->adjustment);
  g_object_unref (self->view);
  g_object_unref (self->library);
  g_free (self);
}

/**
 * np_reader_keeper_begin:
 * @self: a keeper
 * @article: the story that the view shows from now on
 */
void
np_reader_keeper_begin (NpReaderKeeper *self, NpArticle *article)
{
  g_return_if_fail (self != NULL && article != NULL);

  np_reader_keeper_end (self);
  self->id = g_strdup (article->id);
  self->saved = article->place;
  self->read = article->read;
  self->moved = FALSE;
  self->begun = g_get_monotonic_time ();
  self->reading = g_timeout_add (READ_AFTER_MS, on_read, self);
}

/**
 * np_reader_keeper_save:
 * @self: a keeper
 *
 * Keeps the place now, if it is another.
 */
void
np_reader_keeper_save (NpReaderKeeper *self)
{
  g_return_if_fail (self != NULL);

  if (self->id != NULL)
    save (self, self->moved);
}

/**
 * np_reader_keeper_end:
 * @self: a keeper
 *
 * Keeps the place in the story and is done with it. To be called while the view still shows it.
 */
void
np_reader_keeper_end (NpReaderKeeper *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_handle_id (&self->saving, g_source_remove);
  np_reader_keeper_save (self);
  g_clear_pointer (&self->id, g_free);
}
