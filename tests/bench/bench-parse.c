/* The bare parse of the pages that a manifest names, as often as is said: what reading them is measured against.
 * usage: bench-parse MANIFEST PASSES */
#include <glib.h>
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void
parse (const char *path)
{
  g_autofree char *page = NULL;
  gsize length;

  if (g_file_get_contents (path, &page, &length, NULL))
    gumbo_destroy_output (&kGumboDefaultOptions, gumbo_parse_with_options (&kGumboDefaultOptions, page, length));
}

int
main (int argc, char **argv)
{
  g_autofree char *manifest = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc != 3 || !g_file_get_contents (argv[1], &manifest, NULL, NULL))
    return 2;
  lines = g_strsplit (g_strchomp (manifest), "\n", -1);
  for (int pass = 1; pass <= atoi (argv[2]); pass++)
    {
      double start = cpu_ms ();

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

          if (g_strv_length (row) > 1)
            parse (row[1]);
        }
      printf ("{\"pass\":%d,\"pages\":%u,\"cpu_ms\":%.3f}\n", pass, g_strv_length (lines), cpu_ms () - start);
    }
  return 0;
}
