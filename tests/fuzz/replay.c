/* Gives a fuzz target everything in a folder, as an ordinary test: what once broke it never does again.
 * usage: replay-TARGET FOLDER|FILE… */
#include "np-fuzz.h"

#include <stdio.h>

static guint
replay (const char *path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  printf ("# %s\n", path);
  fflush (stdout); /* the last one named is the one that breaks it */
  LLVMFuzzerTestOneInput ((const guint8 *) data, size);
  return 1;
}

static guint
replay_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return replay (path);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      n += replay (file);
    }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    n += replay_folder (argv[i]);
  g_assert_cmpuint (n, >, 0);
  printf ("1..1\nok 1 %u inputs\n", n);
  return 0;
}
