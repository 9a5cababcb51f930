#include "base/np-memory.h"

#ifdef __GLIBC__
#include <malloc.h>

/* Many threads read pages and photos for a moment; each would keep a pool of memory of its own for ever. */
#define MAX_POOLS 2
/* Not at once: what took much memory is followed by others, as the first frame by the list, the counts and the scan. */
#define SETTLE_MS 1000

static gboolean
settle_cb (gpointer data)
{
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}
#endif

/**
 * np_memory_limit:
 *
 * Keeps threads from holding on to memory they do not use; to be called before there are any.
 */
void
np_memory_limit (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, MAX_POOLS);
#endif
}

/**
 * np_memory_settle:
 *
 * Gives memory that is free back to the system, in a second, in the main loop: something that took much of it for a
 * short time ends about now. Safe from any thread.
 */
void
np_memory_settle (void)
{
#ifdef __GLIBC__
  g_timeout_add (SETTLE_MS, settle_cb, NULL);
#endif
}
