#include "ui/reader/np-reader-highlights.h"

/* A highlight that was found in the text. */
typedef struct
{
  char *id;
  NpReaderRange range;
} Shown;

struct _NpReaderHighlights
{
  GtkTextBuffer *buffer;
  NpReaderTags *tags; /* of the view, which outlives this */
  NpReaderMap *map;   /* the same */
  GArray *shown;
};

static void
shown_clear (gpointer data)
{
  g_free (((Shown *) data)->id);
}

/**
 * np_reader_highlights_new:
 * @buffer: where a story is shown
 * @tags: the tags of @buffer; they outlive this
 * @map: which of its characters are which of the story; it outlives this
 *
 * Returns: (transfer full): no highlights yet
 */
NpReaderHighlights *
np_reader_highlights_new (GtkTextBuffer *buffer, NpReaderTags *tags, NpReaderMap *map)
{
  NpReaderHighlights *self = g_new0 (NpReaderHighlights, 1);

  self->buffer = g_object_ref (buffer);
  self->tags = tags;
  self->map = map;
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  g_array_set_clear_func (self->shown, shown_clear);
  return self;
}

/**
 * np_reader_highlights_free:
 * @self: (transfer full) (nullable): highlights
 */
void
np_reader_highlights_free (NpReaderHighlights *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->shown);
  g_object_unref (self->buffer);
  g_free (self);
}

/* A colour of a later version is shown as the usual one. */
static GtkTextTag *
find_tag (NpReaderHighlights *self, const char *color)
{
  const char *const *colors = np_highlight_list_colors ();
  guint at = 0;

  for (guint i = 0; color != NULL && colors[i] != NULL; i++)
    if (g_str_equal (color, colors[i]))
      at = i;
  return np_reader_tags_get (self->tags, NP_READER_TAG_HIGHLIGHT + at);
}

static void
take_off (NpReaderHighlights *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = NP_READER_TAG_HIGHLIGHT; i <= NP_READER_TAG_HIGHLIGHT_LAST; i++)
    gtk_text_buffer_remove_tag (self->buffer, np_reader_tags_get (self->tags, i), &start, &end);
  g_array_set_size (self->shown, 0);
}

static void
put_on (NpReaderHighlights *self, const NpHighlight *highlight, guint from, guint to)
{
  g_autoptr (GArray) ranges = np_reader_map_list_ranges (self->map, from, to);
  Shown shown = { NULL, { 0, 0 } };

  for (guint i = 0; i < ranges->len; i++)
    {
      NpReaderRange range = g_array_index (ranges, NpReaderRange, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, range.start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, range.end);
      gtk_text_buffer_apply_tag (self->buffer, find_tag (self, highlight->color), &start, &end);
      shown.range.start = i == 0 ? range.start : shown.range.start;
      shown.range.end = range.end;
    }
  if (ranges->len == 0)
    return;
  shown.id = g_strdup (highlight->id);
  g_array_append_val (self->shown, shown);
}

/**
 * np_reader_highlights_show:
 * @self: highlights
 * @article: (nullable): the story in the buffer, as far as it is written
 *
 * Shows the highlights of @article, each where its words are now, in place of those that were shown.
 */
void
np_reader_highlights_show (NpReaderHighlights *self, const NpArticle *article)
{
  g_autofree char *text = NULL;

  if (self->shown->len > 0)
    take_off (self);
  if (article == NULL || article->highlights->len == 0)
    return;
  text = np_highlight_text_of (article->body);
  for (guint i = 0; i < article->highlights->len; i++)
    {
      guint start, end;

      if (np_highlight_find (article->highlights->pdata[i], text, &start, &end))
        put_on (self, article->highlights->pdata[i], start, end);
    }
}

/**
 * np_reader_highlights_count:
 * @self: highlights
 *
 * Returns: how many are on the text
 */
guint
np_reader_highlights_count (NpReaderHighlights *self)
{
  return self->shown->len;
}

/**
 * np_reader_highlights_find_at:
 * @self: highlights
 * @at: a character of the buffer
 *
 * Returns: (nullable) (transfer none): the id of the highlight there, of several the one that was made last
 */
const char *
np_reader_highlights_find_at (NpReaderHighlights *self, int at)
{
  for (guint i = self->shown->len; i > 0; i--)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i - 1);

      if (at >= shown->range.start && at < shown->range.end)
        return shown->id;
    }
  return NULL;
}

/**
 * np_reader_highlights_get_range:
 * @self: highlights
 * @id: the id of one
 * @range: (out): where it is in the buffer
 *
 * Returns: whether it is on the text
 */
gboolean
np_reader_highlights_get_range (NpReaderHighlights *self, const char *id, NpReaderRange *range)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i);

      if (g_strcmp0 (shown->id, id) == 0)
        {
          *range = shown->range;
          return TRUE;
        }
    }
  return FALSE;
}
