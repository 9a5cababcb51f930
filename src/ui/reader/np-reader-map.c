#include "ui/reader/np-reader-map.h"

/* One block of the text. */
typedef struct
{
  guint start; /* in the text */
  int at;      /* in the buffer */
  guint length;
} Piece;

/* Something around the text. */
typedef struct
{
  NpPart part;
  guint figure;
  NpReaderRange range;
} PartPiece;

struct _NpReaderMap
{
  GArray *parts;
  GArray *pieces;      /* in order */
  guint end;           /* of the text that is known */
  GHashTable *anchors; /* char* name → where it is in the buffer */
};

/**
 * np_reader_map_new:
 *
 * Returns: (transfer full): the map of nothing yet
 */
NpReaderMap *
np_reader_map_new (void)
{
  NpReaderMap *self = g_new0 (NpReaderMap, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (PartPiece));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * np_reader_map_free:
 * @self: (transfer full) (nullable): a map
 */
void
np_reader_map_free (NpReaderMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->pieces);
  g_hash_table_unref (self->anchors);
  g_free (self);
}

/**
 * np_reader_map_clear:
 * @self: a map
 *
 * Forgets the story.
 */
void
np_reader_map_clear (NpReaderMap *self)
{
  g_array_set_size (self->parts, 0);
  g_array_set_size (self->pieces, 0);
  g_hash_table_remove_all (self->anchors);
  self->end = 0;
}

/**
 * np_reader_map_add:
 * @self: a map
 * @at: where @text begins in the buffer
 * @text: the text of the story's next block
 */
void
np_reader_map_add (NpReaderMap *self, int at, const char *text)
{
  Piece piece = { self->end, at, (guint) g_utf8_strlen (text, -1) };

  g_array_append_val (self->pieces, piece);
  self->end += piece.length + 1; /* and the end of its line */
}

/**
 * np_reader_map_add_anchor:
 * @self: a map
 * @name: what links of the story call a place; the first of a name is the one that is meant
 * @at: where it is in the buffer
 */
void
np_reader_map_add_anchor (NpReaderMap *self, const char *name, int at)
{
  if (!g_hash_table_contains (self->anchors, name))
    g_hash_table_insert (self->anchors, g_strdup (name), GINT_TO_POINTER (at));
}

/**
 * np_reader_map_find_anchor:
 * @self: a map
 * @name: what a link of the story calls a place
 * @at: (out): where it is in the buffer
 *
 * Returns: whether it is written
 */
gboolean
np_reader_map_find_anchor (NpReaderMap *self, const char *name, int *at)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->anchors, name, NULL, &found))
    return FALSE;
  *at = GPOINTER_TO_INT (found);
  return TRUE;
}

/**
 * np_reader_map_add_part:
 * @self: a map
 * @part: what stands there
 * @figure: the number of the photo, of a caption or credit
 * @start: its first character in the buffer
 * @end: the one after its last
 */
void
np_reader_map_add_part (NpReaderMap *self, NpPart part, guint figure, int start, int end)
{
  PartPiece piece = { part, figure, { start, end } };

  g_array_append_val (self->parts, piece);
}

/**
 * np_reader_map_find_part:
 * @self: a map
 * @at: a character of the buffer
 * @part: (out): what stands there
 * @figure: (out): the number of its photo
 *
 * Returns: whether a part stands there, and not the story's text
 */
gboolean
np_reader_map_find_part (NpReaderMap *self, int at, NpPart *part, guint *figure)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const PartPiece *piece = &g_array_index (self->parts, PartPiece, i);

      if (at >= piece->range.start && at <= piece->range.end)
        {
          *part = piece->part;
          *figure = piece->figure;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * np_reader_map_get_part:
 * @self: a map
 * @part: what is looked for
 * @figure: the number of its photo
 * @range: (out): where it stands
 *
 * Returns: whether it is on the page
 */
gboolean
np_reader_map_get_part (NpReaderMap *self, NpPart part, guint figure, NpReaderRange *range)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const PartPiece *piece = &g_array_index (self->parts, PartPiece, i);

      if (piece->part == part && piece->figure == figure)
        {
          *range = piece->range;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * np_reader_map_list_ranges:
 * @self: a map
 * @start: a character of the text
 * @end: the one after the last
 *
 * Returns: (transfer full) (element-type NpReaderRange): where these are in the buffer, a range for each block
 */
GArray *
np_reader_map_list_ranges (NpReaderMap *self, guint start, guint end)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (NpReaderRange));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      guint from = MAX (start, piece->start), to = MIN (end, piece->start + piece->length);

      if (from < to)
        {
          NpReaderRange range = { piece->at + (int) (from - piece->start), piece->at + (int) (to - piece->start) };

          g_array_append_val (ranges, range);
        }
    }
  return ranges;
}

/**
 * np_reader_map_find_text:
 * @self: a map
 * @from: a character of the buffer
 * @to: the one after the last
 * @start: (out): the first character of the story's text between them
 * @end: (out): the one after the last
 *
 * Returns: whether there is any of the story's text
 */
gboolean
np_reader_map_find_text (NpReaderMap *self, int from, int to, guint *start, guint *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      int first = MAX (from, piece->at), last = MIN (to, piece->at + (int) piece->length);

      if (first >= last)
        continue;
      if (!found)
        *start = piece->start + (guint) (first - piece->at);
      *end = piece->start + (guint) (last - piece->at);
      found = TRUE;
    }
  return found;
}

/**
 * np_reader_map_find_block:
 * @self: a map
 * @at: a character of the buffer
 *
 * Returns: the number of the block that it is in, from 0 in the order of reading; -1 where there is none
 */
int
np_reader_map_find_block (NpReaderMap *self, int at)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (at >= piece->at && at <= piece->at + (int) piece->length)
        return (int) i;
    }
  return -1;
}
