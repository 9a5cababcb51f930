#include "extract/np-arena.h"

#include <string.h>

#define CHUNK_SIZE (256 * 1024)
#define ALIGNMENT  16

/* Chunks form a list; only the first is being filled. */
typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
  gsize size;
  gsize used;
};

#define CHUNK_HEAD ((sizeof (Chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

struct _NpArena
{
  Chunk *first;
};

static Chunk *
chunk_new (gsize size, Chunk *next)
{
  Chunk *chunk = g_malloc (CHUNK_HEAD + size);

  chunk->next = next;
  chunk->size = size;
  chunk->used = 0;
  return chunk;
}

/**
 * np_arena_new:
 *
 * Returns: (transfer full): an empty arena
 */
NpArena *
np_arena_new (void)
{
  NpArena *arena = g_new0 (NpArena, 1);

  arena->first = chunk_new (CHUNK_SIZE, NULL);
  return arena;
}

/**
 * np_arena_free:
 * @arena: (transfer full) (nullable): an arena
 *
 * Frees @arena and everything that was allocated from it.
 */
void
np_arena_free (NpArena *arena)
{
  Chunk *next;

  if (arena == NULL)
    return;
  for (Chunk *chunk = arena->first; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      g_free (chunk);
    }
  g_free (arena);
}

/**
 * np_arena_allocate:
 * @arena: an arena
 * @size: bytes
 *
 * Returns: (transfer none): @size bytes, aligned for any type, that live as long as @arena; not set to zero
 */
void *
np_arena_allocate (NpArena *arena, gsize size)
{
  Chunk *chunk = arena->first;
  void *memory;

  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > CHUNK_SIZE / 4)
    {
      /* A big piece gets a chunk of its own behind the first, which goes on being filled. */
      Chunk *big = chunk_new (size, chunk->next);

      chunk->next = big;
      big->used = size;
      return (char *) big + CHUNK_HEAD;
    }
  if (chunk->used + size > chunk->size)
    chunk = arena->first = chunk_new (CHUNK_SIZE, arena->first);
  memory = (char *) chunk + CHUNK_HEAD + chunk->used;
  chunk->used += size;
  return memory;
}

/**
 * np_arena_strndup:
 * @arena: an arena
 * @text: at least @length bytes
 * @length: bytes
 *
 * Returns: (transfer none): a copy, ended by a zero byte, that lives as long as @arena
 */
char *
np_arena_strndup (NpArena *arena, const char *text, gsize length)
{
  char *copy = np_arena_allocate (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}
