/* What was done and can be undone, newest last; kept over restarts in a journal.
 * Looking is safe from any thread; changing is for one at a time. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-change.h"
#include "library/np-effect.h"

G_BEGIN_DECLS

#define NP_TYPE_HISTORY (np_history_get_type ())
G_DECLARE_FINAL_TYPE (NpHistory, np_history, NP, HISTORY, GObject)

/* How many changes can be undone. */
#define NP_HISTORY_LENGTH 100

NpHistory *np_history_new (const char *journal);
void np_history_push (NpHistory *self, NpChange *change, NpEffect *effect);
NpChange *np_history_dup_undo (NpHistory *self);
NpChange *np_history_dup_redo (NpHistory *self);
NpChange *np_history_step (NpHistory *self, NpCatalog *catalog, gboolean backwards, GError **error);

G_END_DECLS
