/* A name taken apart for comparing it with others. For NpTopicTwins alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain record. All of it is without case, accents, hyphens and points. */
typedef struct
{
  char *name;     /* as it is written */
  char *key;      /* its words with one space between */
  char **words;   /* without "the", "of" and the like when others stay */
  char *squeezed; /* without spaces */
  char *sorted;   /* its words in the order of the alphabet */
  char *singular; /* each word in the singular, as far as its form carries */
  char *common;   /* the words of compass and state in English: "nordkorea" is "north korea" */
  char *initials; /* (nullable) what it would be shortened to; NULL for one word */
  gboolean acronym;
  gboolean cut;   /* a word ends with a point */
  char **letters; /* (nullable) the words as written, a cut one with its point */
} NpTwinName;

NpTwinName *np_twin_name_new (const char *name);
void np_twin_name_free (NpTwinName *self);
gboolean np_twin_name_is_cut_of (const NpTwinName *self, const NpTwinName *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTwinName, np_twin_name_free)

G_END_DECLS
