/* The time that a map shows: all of it, or some months that can be moved. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_MAP_TIME (np_map_time_get_type ())
G_DECLARE_FINAL_TYPE (NpMapTime, np_map_time, NP, MAP_TIME, GtkWidget)

/* Signal "changed" (guint from, guint to): another time is wanted; months as year × 12 + month from 1, 0 for all time.
 */
GtkWidget *np_map_time_new (void);
void np_map_time_set_bounds (NpMapTime *self, guint first, guint last);

G_END_DECLS
