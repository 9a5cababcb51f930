/* What each file was before this machine changed it: the version that it and another machine's version came from, for
 * merging the two. Kept beside the program's state, not in the library; without it, merging takes nothing away. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _NpAncestors NpAncestors;

NpAncestors *np_ancestors_new (const char *folder);
void np_ancestors_free (NpAncestors *self);
void np_ancestors_note (NpAncestors *self, const char *path, GBytes *before, GBytes *after);
JsonNode *np_ancestors_find (NpAncestors *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpAncestors, np_ancestors_free)

G_END_DECLS
