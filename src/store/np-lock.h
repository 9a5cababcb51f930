/* The lock of a library: who has it is the one who writes. The kernel gives it back when its process ends, however it
 * ends. It also works between two stores of one process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpLock NpLock;

typedef enum
{
  NP_LOCK_TAKEN,
  NP_LOCK_BUSY,      /* somebody has it */
  NP_LOCK_IMPOSSIBLE /* nothing can be written there */
} NpLockResult;

NpLockResult np_lock_take (int folder, NpLock **lock, char **holder, gboolean *unclean);
void np_lock_release (NpLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpLock, np_lock_release)

G_END_DECLS
