/* What the way to the worker and back costs against reading the same pages in this process. Goal: 10 % at most. */
#include "extract/np-extract.h"
#include "worker/np-worker-serve.h"
#include "worker/np-worker.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define ROUNDS 3

static void
add_file (GPtrArray *pages, const char *path)
{
  char *content;
  gsize length;
  NpPage *page;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return;
  bytes = g_bytes_new_take (content, length);
  page = np_page_new (bytes);
  page->url = g_strdup ("https://post.example/story");
  page->content_type = g_strdup ("text/html");
  g_ptr_array_add (pages, page);
}

/* Pages of ../shared where they are, and one made here. */
static GPtrArray *
list_pages (void)
{
  const char *shared = g_getenv ("NP_SHARED_DIR"), *collection, *name;
  g_autofree char *top = g_build_filename (shared != NULL ? shared : "", "eval", "cases", NULL);
  g_autoptr (GDir) collections = g_dir_open (top, 0, NULL);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) np_page_free);
  g_autoptr (GString) made = g_string_new ("<html><body><article><h1>A headline of some words</h1>");
  g_autoptr (GBytes) bytes = NULL;

  while (collections != NULL && (collection = g_dir_read_name (collections)) != NULL)
    {
      g_autofree char *folder = g_build_filename (top, collection, NULL);
      g_autoptr (GDir) cases = g_dir_open (folder, 0, NULL);

      while (cases != NULL && (name = g_dir_read_name (cases)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, "page.html", NULL);

          add_file (pages, path);
        }
    }
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (made,
                            "<p class=\"text text-%u\">It rained on the square all day, <a href=/%u>people</a> said, "
                            "and then it stopped.</p><div class=share><a href=/s>Share</a></div>",
                            i, i);
  bytes = g_bytes_new (made->str, made->len);
  g_ptr_array_add (pages, np_page_new (bytes));
  return pages;
}

static double
seconds_of (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* CPU of this process and of its children that have ended: what else the machine does is not in it. */
static double
count_seconds (void)
{
  struct rusage own, children;

  getrusage (RUSAGE_SELF, &own);
  getrusage (RUSAGE_CHILDREN, &children);
  return seconds_of (&own) + seconds_of (&children);
}

static void
read_page (NpWorker *worker, const NpPage *page)
{
  g_autoptr (NpArticle) article =
      worker != NULL ? np_worker_extract (worker, page, NULL, NULL) : np_extract (page, NULL);
}

static double
read_all (NpWorker *worker, GPtrArray *pages)
{
  double start = count_seconds ();

  for (guint i = 0; i < pages->len; i++)
    read_page (worker, pages->pdata[i]);
  if (worker != NULL)
    g_object_unref (worker); /* its child has ended then, and counts */
  return count_seconds () - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) pages = NULL, one = NULL;
  double here = 0, there = 0;
  guint n;

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  pages = list_pages ();
  one = g_ptr_array_new ();
  g_ptr_array_add (one, pages->pdata[pages->len - 1]);
  n = pages->len * ROUNDS;
  printf ("CPU, pages: %u, %u times\n", pages->len, ROUNDS);
  printf ("one page by a worker that has to be started and ended: %.1f ms\n", read_all (np_worker_new (), one) * 1000);
  read_all (NULL, pages);
  for (guint round = 0; round < ROUNDS; round++)
    {
      here += read_all (NULL, pages);
      there += read_all (np_worker_new (), pages);
    }
  printf ("in this process: %.3f ms a page\n", here * 1000 / n);
  printf ("by a worker:     %.3f ms a page, its starts among them\n", there * 1000 / n);
  printf ("cost of the way: %+.1f %% (goal: 10 %% at most)\n", (there / here - 1) * 100);
  return 0;
}
