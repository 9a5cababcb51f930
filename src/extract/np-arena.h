/* Memory that is given up all at once. The parser makes some ten thousand small pieces a page; this makes them cheap.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpArena NpArena;

NpArena *np_arena_new (void);
void np_arena_free (NpArena *arena);
void *np_arena_allocate (NpArena *arena, gsize size);
char *np_arena_strndup (NpArena *arena, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpArena, np_arena_free)

G_END_DECLS
