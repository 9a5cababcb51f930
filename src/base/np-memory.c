#include "base/np-memory.h"

#ifdef __GLIBC__
#include <malloc.h>

/* Many threads read pages and photos for a moment; each would keep a pool of memory of its own for ever. */
#define MAX_POOLS 2
/* What opening a library leaves free is given back when it is over. */
#define SETTLE_SECONDS 3

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
 * Gives memory that is free back to the system, in some seconds: something that took much of it for a short time begins
 * now.
 */
void
np_memory_settle (void)
{
#ifdef __GLIBC__
  g_timeout_add_seconds (SETTLE_SECONDS, settle_cb, NULL);
#endif
}
