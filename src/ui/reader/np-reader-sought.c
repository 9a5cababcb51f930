#include "ui/reader/np-reader-sought.h"

#include "library/np-search-marks.h"

struct _NpReaderSought
{
  NpReaderView *view;
  char *search;    /* (nullable) what is looked for in the list */
  guint idle_id;   /* marks what was written */
  gboolean marked; /* anything is */
};

static void
unmark (NpReaderSought *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  if (!self->marked)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, np_reader_view_get_tag (self->view, NP_READER_TAG_SOUGHT), &start, &end);
  self->marked = FALSE;
}

static gboolean
mark_cb (gpointer data)
{
  NpReaderSought *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextTag *tag = np_reader_view_get_tag (self->view, NP_READER_TAG_SOUGHT);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  self->idle_id = 0;
  unmark (self);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE); /* a photo counts as a character, as in the buffer */
  marks = np_search_marks_find (self->search, text);
  for (guint i = 0; i < marks->len; i++)
    {
      const NpSearchMark *mark = &g_array_index (marks, NpSearchMark, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, mark->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, mark->end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
  self->marked = marks->len > 0;
  return G_SOURCE_REMOVE;
}

/* The story is shown first, and marked then. */
static void
mark_soon (NpReaderSought *self)
{
  if (self->idle_id == 0 && (self->search != NULL || self->marked))
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, mark_cb, self, NULL);
}

/**
 * np_reader_sought_new:
 * @view: where stories are shown
 *
 * Returns: (transfer full): marks nothing until there is a search
 */
NpReaderSought *
np_reader_sought_new (NpReaderView *view)
{
  NpReaderSought *self = g_new0 (NpReaderSought, 1);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (view, "written", G_CALLBACK (mark_soon), self);
  return self;
}

/**
 * np_reader_sought_free:
 * @self: (transfer full) (nullable): marks
 */
void
np_reader_sought_free (NpReaderSought *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_object_unref (self->view);
  g_free (self->search);
  g_free (self);
}

/**
 * np_reader_sought_set_search:
 * @self: marks
 * @search: (nullable): what is typed in the list; `NULL` or "" for no search
 *
 * Marks what it finds in the story that is shown, and in those that are shown from now on.
 */
void
np_reader_sought_set_search (NpReaderSought *self, const char *search)
{
  const char *wanted = search != NULL && *search != '\0' ? search : NULL;

  if (g_strcmp0 (self->search, wanted) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (wanted);
  mark_soon (self);
}
