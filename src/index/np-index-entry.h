/* What the index will know of a story, worked out before it is written: the costly part of filling the index, which any
 * thread can do. */
#pragma once

#include "index/np-index.h"
#include "index/np-story-text.h"

G_BEGIN_DECLS

struct _NpIndexEntry
{
  NpArticle *article;
  char *path;
  NpIndexFile file; /* its path is that above */
  NpStoryText *text;
  GBytes *packed;
  guint n_words;
  GBytes *pairs; /* (nullable) before np_index_entry_cut() */
  char *words;   /* (nullable) the same */
  char *fields;  /* (nullable) the same */
};

G_END_DECLS
