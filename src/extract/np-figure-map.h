/* Where the photos of a page and the words about them stand to each other. */
#pragma once

#include "extract/np-body.h"

G_BEGIN_DECLS

/* The most letters that the words around a photo may have. */
#define NP_FIGURE_WORDS_MAX 900

/* For each node, how many photos and how many letters of captions stand before it: the difference between a subtree's
 * ends is what it holds. */
typedef struct
{
  const NpBody *body;
  guint scope; /* the element that photos and words are looked for in */
  guint *photos;
  guint *captions;
} NpFigureMap;

NpFigureMap *np_figure_map_new (const NpBody *body, guint scope);
void np_figure_map_free (NpFigureMap *map);
gboolean np_figure_map_is_caption (const NpDom *dom, guint node);
guint np_figure_map_count_photos (const NpFigureMap *map, guint node);
guint np_figure_map_count_caption_chars (const NpFigureMap *map, guint node);
guint np_figure_map_find_unit (const NpFigureMap *map, guint image);
GArray *np_figure_map_list_words (const NpFigureMap *map, guint unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFigureMap, np_figure_map_free)

G_END_DECLS
