/* Words as a newspaper uses them, made up: few that are everywhere, many that are seen once. The same seed gives the
 * same words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small generator of its own, so that every machine makes the same library. */
typedef struct
{
  guint64 state;
} NpMadeDice;

/* One language, its words in the order of how often they come. */
typedef struct _NpMadeTongue NpMadeTongue;

NpMadeDice np_made_dice (guint64 seed, guint64 number);
guint np_made_roll (NpMadeDice *dice, guint sides);
double np_made_chance (NpMadeDice *dice);

void np_made_tongues_init (void);
const NpMadeTongue *np_made_tongue_pick (NpMadeDice *dice);
const char *np_made_tongue_get_tag (const NpMadeTongue *tongue);
char *np_made_words (const NpMadeTongue *tongue, guint n_words, gboolean sentences, NpMadeDice *dice);

G_END_DECLS
