/* What only the library does with a change: makes it, fills in what doing it found out, and writes it to the undo
 * journal. */
#pragma once

#include "library/np-change.h"

G_BEGIN_DECLS

#define NP_CHANGE_VARIANT "(uasmsmsmsmsmsiu)"

const NpArticle *np_change_get_article (NpChange *self, const char *id);
NpChange *np_change_new_of (NpChangeKind kind, const char *const *subjects, const char *topic, const char *other,
                            const char *name, int position);
gboolean np_change_takes_topics (NpChangeKind kind);
gboolean np_change_is_of_topics (NpChange *self);
int np_change_get_position (NpChange *self);
void np_change_set_names (NpChange *self, const char *name, const char *other);
void np_change_set_topic (NpChange *self, const char *key);
void np_change_remember_names (NpChange *self, const NpTopicTree *tree);
GVariant *np_change_to_variant (NpChange *self);
NpChange *np_change_new_from_variant (GVariant *variant);

G_END_DECLS
