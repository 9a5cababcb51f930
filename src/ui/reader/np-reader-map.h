/* What stands where in the buffer: the parts around a story's text, and which character is which of the text, as
 * np_highlight_text_of() counts them. */
#pragma once

#include "library/np-correct.h"

G_BEGIN_DECLS

typedef struct _NpReaderMap NpReaderMap;

/* A stretch of the buffer, in characters: [start, end). */
typedef struct
{
  int start, end;
} NpReaderRange;

NpReaderMap *np_reader_map_new (void);
void np_reader_map_free (NpReaderMap *self);
void np_reader_map_add_anchor (NpReaderMap *self, const char *name, int at);
gboolean np_reader_map_find_anchor (NpReaderMap *self, const char *name, int *at);
void np_reader_map_clear (NpReaderMap *self);
void np_reader_map_add (NpReaderMap *self, int at, const char *text);
void np_reader_map_add_part (NpReaderMap *self, NpPart part, guint figure, int start, int end);
gboolean np_reader_map_find_part (NpReaderMap *self, int at, NpPart *part, guint *figure);
gboolean np_reader_map_get_part (NpReaderMap *self, NpPart part, guint figure, NpReaderRange *range);
GArray *np_reader_map_list_ranges (NpReaderMap *self, guint start, guint end);
gboolean np_reader_map_find_text (NpReaderMap *self, int from, int to, guint *start, guint *end);
int np_reader_map_find_block (NpReaderMap *self, int at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderMap, np_reader_map_free)

G_END_DECLS
