#include "store/np-damage.h"

#include "model/np-time.h"

#include <string.h>

#define FOLDER "damaged"

/* Leaves room for a number and the note's ending: names of files have at most 255 bytes. */
#define MAX_NAME 200

/* "articles/2018/05/story.json" becomes "articles-2018-05-story.json"; of a long one, the end says more. */
static char *
flat_name (const char *path, guint attempt)
{
  g_autofree char *flat = g_strdelimit (g_strdup (path), "/", '-');
  const char *name = flat;

  while (strlen (name) > MAX_NAME)
    name = g_utf8_next_char (name);
  return attempt > 0 ? g_strdup_printf (FOLDER "/%u-%s", attempt + 1, name) : g_strdup_printf (FOLDER "/%s", name);
}

static void
write_note (NpDisk *disk, const char *file, const char *path, const char *why, const char *what)
{
  g_autofree char *now = np_time_now (), *name = g_strconcat (file, ".note.txt", NULL);
  g_autofree char *text =
      g_strdup_printf ("Newsprint %s\n\n"
                       "When:       %s\n"
                       "Where from: %s\n"
                       "Why:        %s\n\n"
                       "Newsprint never looks at it again. To go back to it, put it where it was.\n",
                       what, now, path, why);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  /* The file matters, not the note: on a full disk it can be moved, but nothing can be written. */
  if (!np_disk_write (disk, name, bytes, NP_DISK_REPLACE, &error))
    g_debug ("%s", error->message);
}

/* Moves the file, or writes @bytes, to a name in damaged/ that nothing has. */
static char *
put_aside (NpDisk *disk, const char *path, GBytes *bytes, GError **error)
{
  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *to = flat_name (path, attempt);
      g_autoptr (GError) trouble = NULL;

      if (bytes != NULL ? np_disk_write (disk, to, bytes, NP_DISK_NEW, &trouble)
                        : np_disk_move (disk, path, to, &trouble))
        return g_steal_pointer (&to);
      if (!g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return NULL;
        }
    }
}

/**
 * np_damage_set_aside:
 * @disk: the library's folder
 * @path: a file in it
 * @why: what is wrong with it
 * @error: any of `NP_STORE_ERROR`
 *
 * Moves a file to damaged/, under a name that nothing has there, and writes a note beside it.
 *
 * Returns: (transfer full) (nullable): where it is now
 */
char *
np_damage_set_aside (NpDisk *disk, const char *path, const char *why, GError **error)
{
  char *to = put_aside (disk, path, NULL, error);

  if (to != NULL)
    write_note (disk, to, path, why, "moved this file here, as it was.");
  return to;
}

/**
 * np_damage_keep:
 * @disk: the library's folder
 * @path: a file in it
 * @bytes: what it holds
 * @why: what is about to happen to it
 * @error: any of `NP_STORE_ERROR`
 *
 * Writes a copy of a file to damaged/, under a name that nothing has there, and a note beside it.
 *
 * Returns: (transfer full) (nullable): where the copy is
 */
char *
np_damage_keep (NpDisk *disk, const char *path, GBytes *bytes, const char *why, GError **error)
{
  char *to = put_aside (disk, path, bytes, error);

  if (to != NULL)
    write_note (disk, to, path, why, "kept this copy of a file before it changed the file.");
  return to;
}
