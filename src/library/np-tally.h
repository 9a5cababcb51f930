/* How many stories each place and topic has, as it was counted last. Safe from any thread. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

#define NP_TYPE_TALLY (np_tally_get_type ())
G_DECLARE_FINAL_TYPE (NpTally, np_tally, NP, TALLY, GObject)

NpTally *np_tally_new (void);
void np_tally_count (NpTally *self, NpCatalog *catalog);
void np_tally_forget (NpTally *self);
gboolean np_tally_is_counted (NpTally *self);
gboolean np_tally_get (NpTally *self, NpCounts *counts);
guint np_tally_get_search (NpTally *self, const char *id);
guint np_tally_get_topic (NpTally *self, const char *key);

G_END_DECLS
