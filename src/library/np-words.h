/* Words for people that the window and the command line share: what went wrong and what to do next, and what a change
 * is called. The only place below the two faces where words for people are made. All are translated. */
#pragma once

#include "library/np-change.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *np_words_for_error (const GError *error);
char *np_words_for_next_step (const GError *error);
char *np_words_for_diagnostic (const char *diagnostic);
char *np_words_for_files (GPtrArray *damaged, GPtrArray *merged, GPtrArray *later);
char *np_words_for_change (NpChange *change);
char *np_words_for_undo (NpChange *change);
char *np_words_for_redo (NpChange *change);

G_END_DECLS
