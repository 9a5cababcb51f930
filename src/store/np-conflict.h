/* Copies that sync tools make of a file that two machines changed: by their names, and by the marks of git inside.
 * Pure. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NP_CONFLICT_NONE,
  NP_CONFLICT_SURE, /* nobody else gives such a name */
  NP_CONFLICT_MAYBE /* a copy when it is the same story as the original */
} NpConflictKind;

NpConflictKind np_conflict_parse_name (const char *name, char **original);
gboolean np_conflict_split_marks (GBytes *bytes, GBytes **ours, GBytes **theirs, GBytes **base);

G_END_DECLS
