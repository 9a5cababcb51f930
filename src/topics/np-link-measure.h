/* How strong the link of two topics is, by what is counted of them. */
#pragma once

#include "topics/np-link-table.h"

G_BEGIN_DECLS

/* Fewer stories in common than this prove nothing. */
#define NP_LINK_FLOOR 3

/* Links weaker than this are noise. */
#define NP_LINK_MIN_STRENGTH 0.05

double np_link_measure (guint shared, guint a, guint b, guint all);
double np_link_add_named (double strength, guint named);
void np_link_table_add_mine (const NpLinkTable *table, const char *key, GHashTable *others);

G_END_DECLS
